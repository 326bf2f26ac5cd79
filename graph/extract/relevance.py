"""Whether an article is about labor relations at all: its agents and words in, yes or no out."""

from __future__ import annotations

from graph.extract.findings import Findings
from graph.extract.rules import Rules
from graph.model import Agent
from ontology import terms

_STOPPED = frozenset(("strik",))
_ROOT = 5  # letters that tell "strike" from "striped", and hold "strikes" and "striking" together


def in_context(findings: Findings, rules: Rules) -> bool:
    """Whether the article is about labor at all: it names a union or an employers' association, or speaks of bargaining.

    Air strikes, baseball and credit unions get no reports.
    """
    named = {
        iri
        for mention in findings.mentions
        for iri in mention.agents
        if mention.kind in ("name", "nominal") and _is_side(findings.agents[iri], rules)
    }
    text = findings.folded.lower()
    anywhere, whole = rules.context.held(text)
    other = {word[:_ROOT] for phrase in rules.other_senses & whole for word in phrase.replace("-", " ").split()}
    other |= {form[:_ROOT] for word in rules.other_senses & anywhere for form in rules.labor if _ends(word, form)}
    # Words of one root count once, and a word met in another sense ("air strike") has that sense in the whole article.
    _, own = rules.context.held(_without_others(text, findings, named))
    roots = {form[:_ROOT] for form in rules.labor & own} - other
    kinds = {findings.agents[iri].type for iri in named}
    # Where a word of labor has another sense, a body that was only taken for a union and a company make no two sides.
    facing = len(kinds) > 1 or (
        bool(named) and not other and any(_is_employer(a, rules) for a in findings.agents.values())
    )
    if not rules.other_fields.isdisjoint(whole):
        # "The Union signed a goalkeeper", "the guild named its nominees": one side by name makes no labor news of it.
        roots -= {form[:_ROOT] for form in rules.sides}
        facing = len(kinds) > 1
        enough = rules.terms if facing else frozenset()
    else:
        if any(other.isdisjoint(word[:_ROOT] for word in form.split()) for form in rules.plain & own):
            return True
        enough = rules.bargaining | rules.terms if facing else rules.bargaining
    # Talks and demands beside a hunger strike or an air strike are most likely those that it is about.
    if named and other.isdisjoint(_STOPPED) and any(form[:_ROOT] not in other for form in enough & whole):
        return True  # a side and talks, or both sides and a deal: no more is needed
    return len(roots) >= (1 if named else 2)


def _without_others(text: str, findings: Findings, sides: set[str]) -> str:
    """The text with the names of all but the sides blanked out: a newspaper called "Union-Sun" is no sign of labor."""
    spans = {m.span for m in findings.mentions if m.kind == "name" and not sides.intersection(m.agents)}
    parts: list[str] = []
    at = 0
    for span in sorted(spans):
        if span.start >= at:
            parts += text[at : span.start], " " * (span.end - span.start)
            at = span.end
    return "".join((*parts, text[at:]))


def _is_side(agent: Agent, rules: Rules) -> bool:
    return rules.lexicon.is_any(agent.type, (terms.LaborUnion, terms.EmployerAssociation))


def _is_employer(agent: Agent, rules: Rules) -> bool:
    """Whether an agent can be the other side: a firm, or a public body that is not the registry's, which judge and mediate."""
    if rules.lexicon.agent_is_a(agent.type, terms.PublicAgency):
        return not agent.reviewed
    return rules.lexicon.agent_is_a(agent.type, terms.Company) and not rules.lexicon.agent_is_a(
        agent.type, terms.NewsOrganization
    )


def _ends(word: str, form: str) -> bool:
    """Whether one word of another sense holds a word of labor at its end: "airstrike"."""
    return len(word) > len(form) and " " not in word and word.endswith(form)
