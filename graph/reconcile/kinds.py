"""What the reconciler must know of each class of event, from the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ontology import terms
from ontology.lexicon import Frame, Lexicon

WITHIN = 3


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of event. `days` may lie between two dates of one; `lines` are the classes of events above it, itself first.

    `move` for a step at the table, `package` for one that takes in all its maker puts forward, `said` for a statement,
    `lasting` for one that has a start and an end, `vote` for a count of preferences, `action` for a strike, picket or rally, `terms` for what was settled by another of its line,
    `contract` for what each company has its own of: a settlement, or a vote.
    """

    days: int = WITHIN
    lines: tuple[str, ...] = ()
    move: bool = False
    package: bool = False
    said: bool = False
    lasting: bool = False
    vote: bool = False
    action: bool = False
    terms: bool = False
    contract: bool = False

    @property
    def shared(self) -> bool:
        """Whether several bodies may do it as one: strikes, moves and statements, but not what ends in one contract."""
        return self.lasting or self.move or self.said or self.action

    @property
    def top(self) -> str:
        """The widest class of its line."""
        return self.lines[-1]


@dataclass(frozen=True, slots=True)
class Kinds:
    """The classes by IRI."""

    known: Mapping[str, Kind]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Kinds:
        """The classes of a lexicon, and those that its frames open and close; made once."""
        if lexicon.digest not in _MADE:
            _MADE.clear()
            _MADE[lexicon.digest] = cls._made(lexicon)
        return _MADE[lexicon.digest]

    @classmethod
    def _made(cls, lexicon: Lexicon) -> Kinds:
        frames = {frame.iri: frame for frame in lexicon.frames}
        lasting = {iri for frame in lexicon.frames for iri in (frame.opens, frame.closes) if iri is not None}
        out = {iri: _kind(frame, frames, lasting) for iri, frame in frames.items()}
        for iri in lasting - set(frames):
            days = [f.same_within for f in lexicon.frames if iri in (f.opens, f.closes)]
            out[iri] = Kind(days=max(days), lines=(iri,), lasting=True)
        return cls(out)

    def __getitem__(self, iri: str) -> Kind:
        return self.known.get(iri) or Kind(lines=(iri,))


_MADE: dict[str, Kinds] = {}  # of the lexicon last seen, by its digest


def _kind(frame: Frame, frames: Mapping[str, Frame], lasting: set[str]) -> Kind:
    move, said = frame.is_a(terms.BargainingMove), frame.iri == terms.Statement
    # A vote of no kind told is the ratification vote of its day; but an offer is no counter-offer, a letter no statement,
    # and a company's step of one day not its forecast of the same.
    plain = frame.is_a(terms.Communication) or frame.is_a(terms.CorporateEvent)
    above = () if plain else tuple(iri for iri in frame.ancestors if iri in frames and iri != frame.iri)
    # Terms that put a round in the state that a settling puts it in are told of that settling.
    settled = frame.is_a(terms.Agreement) and bool(frame.moves)
    if frame.moves and not frame.is_a(terms.Agreement):
        above += tuple(f.iri for f in frames.values() if f.is_a(terms.Agreement) and f.moves == frame.moves)
    settling = any(frames[iri].is_a(terms.Agreement) for iri in (frame.iri, *above) if iri in frames)
    return Kind(
        days=frame.same_within,
        lines=(frame.iri, *above),
        move=move,
        package=frame.whole_package,
        said=said,
        lasting=frame.iri in lasting,
        vote=frame.is_a(terms.VoteEvent),
        action=frame.is_a(terms.IndustrialAction),
        terms=settled,
        contract=settling or frame.is_a(terms.VoteEvent),
    )
