"""A name's words in, the class of agent that they tell out: by head word, by members, by legal form."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from graph.extract.times.words import number
from graph.extract.vocabulary import Vocabulary
from ontology import lists, terms


def kind(words: Sequence[str], vocabulary: Vocabulary) -> str | None:
    """The class that a name in lower-case words implies, None where it tells none. "of", "and" count as words."""
    if len(words) < 2 or (vocabulary.telling.isdisjoint(words) and not words[-1][:1].isdigit()):
        return None
    if _blocked(words, vocabulary):
        return None
    for judge in (_numbered, _legal, _union, _body, _public, _company, _outlet):
        found = judge(words, vocabulary)
        if found is not None:
            return found or None
    return None


def _blocked(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    if words[-1] in vocabulary.no_head:
        return True
    if " ".join(words) in vocabulary.no_names or " ".join(words[-3:]) in vocabulary.no_names:
        return True
    return any(f"{a} {b}" in vocabulary.no_names for a, b in itertools.pairwise(words))


def _numbered(words: Sequence[str], vocabulary: Vocabulary) -> str | None:
    """ "Local 123", "Lodge 751", "AFSCME Council 37": a number that a union's part bears."""
    digits = words[-1][:1].isdigit()
    if words[-2] in vocabulary.words(lists.NUMBERED) and (digits or number(words[-1]) is not None):
        return terms.LaborUnion
    if not digits:
        return None
    unionist = len(words) > 2 and not (vocabulary.union.isdisjoint(words) and vocabulary.member.isdisjoint(words))
    return terms.LaborUnion if words[-2] in vocabulary.words(lists.NUMBERED_UNION) and unionist else None


def _legal(words: Sequence[str], vocabulary: Vocabulary) -> str | None:
    return terms.Company if words[-1] in vocabulary.suffix else None


def _union(words: Sequence[str], vocabulary: Vocabulary) -> str | None:
    last = words[-1]
    if last in ("local", "locals"):
        return ""
    if last == "union" and vocabulary.place.issuperset(words[:-1]):
        return ""  # a club or a paper: a union of workers says in its name who they are
    if last in vocabulary.union and last != "unions":
        return terms.LaborUnion
    heading = vocabulary.words(lists.UNION_HEAD)
    for at, word in enumerate(words[:-1]):
        if word in heading and (words[at + 1] in ("of", "for", "local") or word == "guild"):
            return terms.LaborUnion
    if last == "unions" and len(words) > 2:
        return terms.LaborUnion
    members = vocabulary.member.intersection(words)
    if members and (
        (words[0] in vocabulary.words(lists.NAME_OPENING) and last in vocabulary.member)
        or last in vocabulary.words(lists.NAME_CLOSING)
        or (len(words) > 3 and words[-2] == "of" and words[-3] in vocabulary.member)
    ):
        return terms.LaborUnion
    return None


def _body(words: Sequence[str], vocabulary: Vocabulary) -> str | None:
    """ "Association", "Council" and the like: what it is depends on whom it joins."""
    found = next((w for w in reversed(words) if w in vocabulary.body), None)
    if found is None:
        return None
    head = words[-1] == found or words[words.index(found) + 1] in ("of", "for", "on")
    if not head:
        return None
    others = set(words) - {found}
    if found in ("center", "centre"):
        if others & vocabulary.words(lists.HEALTH_WORD):
            return terms.Company
        if "unions" in words:
            return terms.LaborUnion
        return terms.Organization if words[words.index(found) :][1:2] in (["for"], ["of"]) else None
    if found in ("council", "committee"):
        if words[words.index(found) + 1 :][:1] == ["of"] and words[-1] == "unions":
            return terms.LaborUnion  # "the Council of Newspaper Unions"
        if others & vocabulary.words(lists.TRADES_COUNCIL):
            return terms.LaborUnion
        if others & vocabulary.association:
            return terms.EmployerAssociation  # "the Harbor Employers Council"
        if others <= vocabulary.words(lists.COUNCIL_INNER) or found == "committee":
            return terms.PublicAgency if found == "committee" and others & vocabulary.words(lists.LEGISLATURE) else ""
        placed = others & vocabulary.place or others & vocabulary.words(lists.MUNICIPALITY)
        return terms.PublicAgency if placed else None
    if others & vocabulary.member or others & vocabulary.union:
        return terms.LaborUnion
    if others & vocabulary.employer or others & vocabulary.association:
        return terms.EmployerAssociation
    return terms.Organization if found in vocabulary.words(lists.STRICT_BODY) else None


def _public(words: Sequence[str], vocabulary: Vocabulary) -> str | None:
    last = words[-1]
    if words[0] in vocabulary.government_of and len(words) > 2 and words[1] in ("of", "for"):
        return "" if words[0] == "secretary" or words[0] in ("city", "county", "state") else terms.PublicAgency
    if words[0] in vocabulary.words(lists.PUBLIC_OPENING) and "of" in words:
        return terms.PublicAgency
    if "department" in words[1:] and words[words.index("department", 1) + 1 : words.index("department", 1) + 2] == [
        "of"
    ]:
        return terms.PublicAgency
    if words[-3:-1] == ["board", "of"] and last in vocabulary.words(lists.BOARD_OF) and len(words) > 3:
        return terms.PublicAgency  # "Maple City Board of Education"
    if last in vocabulary.government:
        if last in vocabulary.words(lists.PUBLIC_INNER) and vocabulary.words(lists.COUNCIL_INNER).issuperset(
            words[:-1]
        ):
            return ""
        if last in ("office", "police") and len(words) < 3 and words[0] not in vocabulary.place:
            return None
        return terms.PublicAgency
    if last == "district" and not vocabulary.words(lists.DISTRICT_KIND).isdisjoint(words):
        return terms.PublicAgency
    if last == "service" and vocabulary.words(lists.PUBLIC_SERVICE).intersection(words):
        return terms.PublicAgency
    return None


def _company(words: Sequence[str], vocabulary: Vocabulary) -> str | None:
    last = words[-1]
    if words[0] in vocabulary.words(lists.COMPANY_OF) and len(words) > 2 and words[1] == "of":
        return terms.Company
    if len(words) > 3 and words[-2] == "at" and words[0] == "university":
        return terms.Company
    if last == "association" or last in vocabulary.association:
        joined = len(words) > 2 or words[0] in vocabulary.words(lists.NAME_OPENING)  # "Allied Employers"
        return terms.EmployerAssociation if last in vocabulary.association and joined else None
    if last in vocabulary.company:
        if last in vocabulary.company_alone and len(words) < 3:
            return None
        return terms.Company
    return None


def _outlet(words: Sequence[str], vocabulary: Vocabulary) -> str | None:
    last = words[-1]
    if last in vocabulary.news:
        return terms.NewsOrganization
    if last in vocabulary.other and last in vocabulary.words(lists.OTHER_BODY):
        return terms.Organization
    return None
