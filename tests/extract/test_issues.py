"""Issues go to the move that they belong to."""

from graph.extract import extract
from graph.model import Document


def moves(rules, sentence):
    text = f"{sentence}\nThe union and the employer have a collective bargaining agreement."
    found = extract(Document(key="a", text=text, title=""), rules)
    names = {agent.iri: agent.name for agent in found.agents}
    return {
        (names[maker], issue.rpartition("/")[2])
        for r in found.reports
        for f in r.fillers
        if f.role.endswith("#madeBy") and (maker := f.agent)
        for issue in r.issues
    }


def test_an_issue_belongs_to_the_nearest_move(rules):
    found = moves(
        rules, "UPS plans to present a formal response to the list of proposals of the Teamsters, which includes pay."
    )
    assert ("Teamsters", "comp") in found
    assert ("UPS", "comp") not in found


def test_a_move_of_two_makers_on_two_issues_is_four(rules):
    found = moves(rules, "SAG-AFTRA and the WGA are demanding higher pay and limits on AI.")
    assert {("SAG-AFTRA", "comp"), ("WGA", "comp"), ("SAG-AFTRA", "ai"), ("WGA", "ai")} <= found


def test_a_bare_figure_in_a_move_is_about_pay(rules):
    assert ("Ford", "comp") in moves(rules, "Ford offered the UAW 12 percent and a new parking lot.")
    assert ("United Auto Workers", "comp") in moves(rules, "The UAW is seeking $3 an hour more from Ford.")


def test_a_figure_beside_another_subject_is_about_that(rules):
    found = moves(rules, "The UAW wants a 10 percent share of health insurance paid by Ford.")
    assert ("United Auto Workers", "benefit-health") in found
    assert ("United Auto Workers", "comp") not in found


def test_the_time_before_something_is_no_subject(rules):
    assert ("Ford", "work-hours") in moves(rules, "Ford proposed shorter hours to the UAW.")
    assert ("Ford", "work-hours") not in moves(rules, "Ford proposed higher pay to the UAW hours before the deadline.")


def test_a_share_of_something_is_no_pay(rules):
    assert not moves(rules, "The UAW wants 40 percent of its members at the rally.")
