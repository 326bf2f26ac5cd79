"""The first page in a browser, at both widths and in both schemes."""

import pytest


@pytest.mark.parametrize("size", ["phone", "desktop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_page_opens_without_fault_and_is_accessible(visit, breaches, size, scheme):
    page = visit("/", size=size, scheme=scheme)
    assert page.locator("h1").count() == 1
    assert breaches(page) == []


def test_a_fault_in_a_page_is_noticed(visit):
    page = visit("/")
    page.evaluate("() => { console.error('seen'); fetch('http://localhost:9/').catch(() => {}); }")
    page.evaluate(
        "() => { const s = document.createElement('style'); s.textContent = 'p{}'; document.head.append(s); }"
    )
    page.wait_for_timeout(300)
    faults = "\n".join(visit.faults)
    visit.faults.clear()
    assert "seen" in faults
    assert "policy violation: style-src" in faults
