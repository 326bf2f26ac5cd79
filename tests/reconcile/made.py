"""Records made by hand or by hypothesis: reports of articles that nobody wrote."""

import datetime as dt
from itertools import count

from hypothesis import strategies as st

from graph.model import Basis, Filler, Modality, Quantity, Quotation, Report, Span, When
from graph.reconcile.records import Record, shingles
from ontology import terms

ID = "https://w3id.org/picketline/id/"
NS = "https://w3id.org/picketline/ns#"
GUILD, WEST, EAST, AUTO, CREW = (f"{ID}agent/{name}" for name in ("wga", "wgaw", "wgae", "uaw", "iatse"))
ABOVE = {WEST: GUILD, EAST: GUILD}
_numbers = count()


def day(text):
    return dt.date.fromisoformat(text)


def record(
    name,
    kind,
    *sides,
    when=None,
    known=None,
    article=None,
    phase="whole",
    type=None,
    modality=Modality.ACTUAL,
    role=terms.union,
    issues=(),
    quoted=(),
    words=None,
    basis=Basis.EXPLICIT,
    **more,
):
    """A record of a report `name` of an article, known by default on 2023-07-20."""
    article = f"{ID}article/{article or name}"
    told = Report(
        key=name,
        type=NS + (type or kind),
        frame=NS + (type or kind),
        modality=modality,
        trigger=Span(0, 1),
        evidence=(Span(0, 1),),
        fillers=tuple(Filler(role, side, "subject") for side in sides),
        when=When(when, basis, "test") if when is not None else None,
        issues=tuple(f"{ID}issue/{issue}" for issue in issues),
        factors=tuple(more.pop("factors", ())),
        quantities=tuple(more.pop("quantities", ())),
        quotations=tuple(Quotation(Span(0, 1), Span(0, 1), "direct") for _ in quoted),
    )
    wording = words if words is not None else name
    parties = frozenset(body for side in sides for body in (side, *([ABOVE[side]] if side in ABOVE else [])))
    return Record(
        iri=f"{ID}report/{name}",
        article=article,
        report=told,
        kind=NS + kind,
        phase=phase,
        parties=parties,
        when=told.when,
        known=day(known) if known is not None else day("2023-07-20"),
        origin=more.pop("origin", article),
        quoted=tuple(quoted),
        sides=frozenset(sides),
        allied=more.pop("allied", parties),
        grouped=more.pop("grouped", parties),
        wording=wording,
        shingles=shingles(" ".join(quoted) or wording) if kind == "Statement" else frozenset(),
        **more,
    )


def percent(value, hedge=""):
    from decimal import Decimal

    return Quantity(Span(0, 1), Decimal(value), Decimal(value), "percent", hedge=hedge)


KINDS = (
    ("Strike", "StrikeStart", "start"),
    ("Strike", "StrikeEnd", "end"),
    ("RatificationVote", None, "whole"),
    ("VoteEvent", None, "whole"),
    ("Picket", None, "whole"),
    ("Statement", None, "whole"),
    ("Demand", None, "whole"),
    ("FinalOffer", None, "whole"),
)
DATES = (
    None,
    "2023-05-02",
    "2023-05-03",
    "2023-05",
    "2023-07-14",
    "2023-09-27",
    "2023",
    "XXXX-05-02",
    "../2023-08-01",
    "2022-05-02",
    "1988-03-07",
    "1988",
)


@st.composite
def corpora(draw, most=14):
    """Sets of records of up to some articles, with copies, plans, open years and statements among them."""
    found = []
    for number in range(draw(st.integers(1, most))):
        kind, type_, phase = draw(st.sampled_from(KINDS))
        sides = draw(st.lists(st.sampled_from((GUILD, WEST, EAST, AUTO)), min_size=0, max_size=2, unique=True))
        move = kind in ("Demand", "FinalOffer", "Statement")
        found.append(
            record(
                f"r{number:02}",
                kind,
                *sides,
                when=draw(st.sampled_from(DATES)),
                known=draw(st.sampled_from(("2022-06-01", "2023-05-04", "2023-07-20", "2023-10-01", "1988-09-01"))),
                article=f"a{draw(st.integers(0, 5))}",
                unpublished=draw(st.sampled_from((False, False, False, True))),
                factors=draw(st.sampled_from(((), (), ("trigger:noun",), ("trigger:state",), ("strike:grows",)))),
                phase=phase,
                type=type_,
                modality=draw(st.sampled_from((Modality.ACTUAL, Modality.ACTUAL, Modality.PLANNED, Modality.DENIED))),
                role=terms.madeBy if move else terms.union,
                issues=draw(st.lists(st.sampled_from(("pay", "ai")), max_size=1)) if move else (),
                words=draw(
                    st.sampled_from(("the talks go on until they end", "we will not give in at all", "no offer"))
                ),
                agreements=draw(
                    st.sampled_from(
                        (frozenset(), frozenset({frozenset({"basic"})}), frozenset({frozenset({"area", "standards"})}))
                    )
                ),
            )
        )
    return found
