"""Roles that an article states: a person's office, and the members that an association speaks for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from graph.extract.findings import Findings
from graph.extract.fold import fold
from graph.extract.rules import Rules
from graph.extract.tokens import Item
from graph.model import Filler, Mention, Modality, Report, Sentence
from ontology import inflect, terms

_REPRESENT = frozenset(inflect.verb_forms("represent")) | frozenset(inflect.verb_forms("comprise"))
_NEGOTIATE_FOR = frozenset(("behalf", "members", "representing"))
_SPEAKS_FOR = _REPRESENT | _NEGOTIATE_FOR


def reports(findings: Findings, rules: Rules) -> tuple[Report, ...]:
    """One role holding a person, office and organization stated, and one a member company and association."""
    return (*_offices(findings), *_memberships(findings, rules))


def _offices(findings: Findings) -> list[Report]:
    named: dict[str, list[Mention]] = {}
    for mention in findings.mentions:
        if mention.kind in ("name", "surname"):
            for iri in mention.agents:
                named.setdefault(iri, []).append(mention)
    out = []
    for agent in sorted(findings.agents.values(), key=lambda a: a.iri):
        if agent.role is None or agent.affiliation is None or agent.affiliation not in findings.agents:
            continue
        stated = _stated(named.get(agent.iri, ()), agent.role, findings)
        if stated is None:
            continue
        place, sentence = stated
        fillers = (
            Filler(terms.holder, agent.iri, "apposition", place.span),
            Filler(terms.roleIn, agent.affiliation, "apposition"),
        )
        report = Report(
            key="",
            type=terms.RoleHolding,
            frame=terms.RoleHolding,
            modality=Modality.ACTUAL,
            trigger=place.span,
            evidence=(sentence.span,),
            fillers=fillers,
            factors=(f"trigger:{place.rule}",),
            properties=((terms.roleText, agent.role),),
        )
        out.append(report)
    return out


def _stated(mentions: Sequence[Mention], role: str, findings: Findings) -> tuple[Mention, Sentence] | None:
    """The first of a person's mentions whose sentence holds the words of the role."""
    words = fold(role)
    for mention in mentions:
        at = bisect_right(findings.sentences, mention.span.start, key=lambda s: s.span.start) - 1
        sentence = findings.sentences[at] if at >= 0 else None
        if sentence is not None and sentence.span.covers(mention.span) and words in sentence.span.of(findings.folded):
            return mention, sentence
    return None


def _memberships(findings: Findings, rules: Rules) -> list[Report]:
    """ "X, the entity that represents A, B and C": a member role for each company of the list, on one evidence."""
    out = []
    for sentence in findings.sentences:
        if _SPEAKS_FOR.isdisjoint(findings.words(sentence)):
            continue
        items = findings.items(sentence)
        for at, item in enumerate(items):
            if item.word not in _REPRESENT and item.word not in _NEGOTIATE_FOR:
                continue
            association = _association(items, at, findings, rules)
            companies = _list(items, at, findings, rules) if association is not None else []
            if association is None or len(companies) < 2:
                continue
            for company in companies:
                report = Report(
                    key="",
                    type=terms.RoleHolding,
                    frame=terms.RoleHolding,
                    modality=Modality.ACTUAL,
                    trigger=item.span,
                    evidence=(sentence.span,),
                    fillers=(
                        Filler(terms.holder, company.agents[0], "list", company.span),
                        Filler(terms.roleIn, association.agents[0], "subject", association.span),
                        Filler(terms.role, terms.role_member_company, "verb"),
                    ),
                    factors=("trigger:verb", f"cue:{item.word}"),
                )
                out.append(report)
            break
    return out


def _association(items: Sequence[Item], at: int, findings: Findings, rules: Rules) -> Mention | None:
    for item in reversed(items[:at]):
        if item.mention is None:
            continue
        agent = findings.agents[item.mention.agents[0]]
        if rules.lexicon.agent_is_a(agent.type, terms.EmployerAssociation):
            return item.mention
        return None
    return None


def _list(items: Sequence[Item], at: int, findings: Findings, rules: Rules) -> list[Mention]:
    out: list[Mention] = []
    quiet = 0
    for item in items[at + 1 :]:
        if item.mention is not None:
            agent = findings.agents[item.mention.agents[0]]
            if item.mention.kind == "name":
                if not rules.lexicon.agent_is_a(agent.type, terms.Company):
                    break
                out.append(item.mention)
            quiet = 0  # "major studios, including ...": the words for all of them stand before the list
        elif item.word in (",", "and", "&", "or"):
            continue
        else:
            quiet += 1
            if quiet > (7 if not out else 1):
                break
    return out
