"""Records that can never meet in one event, apart: by class, party and time. What a block becomes depends on it alone.

Two records are linked where they share a key and their windows of time meet; a block is what is linked, near or far. A body
that a record only belongs to links it with those that name the body, not with all that belong to it: two locals of a union
meet in what is told of the union. So the blocks of some of the records lie inside the blocks of all, and an article only ever
touches the blocks of its records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence, Set

from graph import dates
from graph.model import Modality
from graph.reconcile import reach
from graph.reconcile.judgements import Judgement
from graph.reconcile.kinds import Kind, Kinds
from graph.reconcile.records import Record
from ontology import terms

_SKETCH = 6  # of a statement's runs of words, by which statements alike are found

Block = tuple[Record, ...]
_Window = tuple[int, int, int, bool]  # first day, last day, number of the record, whether it names what the key is of


def split(found: Sequence[Record], kinds: Kinds, judgements: Sequence[Judgement] = ()) -> list[Block]:
    """The blocks, each in the order of its reports' IRIs; a record that can meet no other stands alone."""
    heads = list(range(len(found)))
    windows: dict[Hashable, list[_Window]] = defaultdict(list)
    bare = {
        (kinds[r.kind].top, employer) for r in found if not r.report.agents(terms.union) for employer in r.employers
    }
    for number, record in enumerate(found):
        for key, (low, high), own in _windows(record, kinds, bare):
            windows[key].append((low, high, number, own))
    if judgements:
        places = {record.iri: number for number, record in enumerate(found)}
        for judgement in judgements:
            judged = (places[iri] for iri in judgement.reports if iri in places)
            windows[judgement.iri].extend((*reach.ALWAYS, number, True) for number in judged)
    for spans in windows.values():
        _join(spans, heads)
    groups: dict[int, list[Record]] = defaultdict(list)
    for number, record in enumerate(found):
        groups[_head(number, heads)].append(record)
    return sorted((tuple(sorted(g, key=lambda r: r.iri)) for g in groups.values()), key=lambda g: g[0].iri)


def sketch(record: Record) -> tuple[int, ...]:
    """The runs of words under which a statement is filed."""
    return tuple(sorted(record.shingles)[:_SKETCH])


def twin(record: Record) -> Hashable:
    """What two copies of one report have in common, wherever they appeared."""
    return record.report.type, record.report.modality, record.origin, record.wording, record.sides, record.report.issues


def joint(record: Record, kind: Kind) -> Hashable | None:
    """What the reports of one sentence have in common that tell of several bodies walking out together on one day."""
    dated = reach.span(record)
    if not kind.lasting or record.phase != "start" or dated is None or dated[0] != dated[1]:
        return None
    return record.article, record.wording, record.kind, dated[0]


def across(record: Record, kind: Kind) -> list[Hashable]:
    """Where those meet that one contract's employer and day make one: reports that name its union, and that do not."""
    dated = reach.span(record)
    if kind.shared or dated is None or dated[0] != dated[1]:
        return []
    return [("across", line, employer, dated[0]) for line in kind.lines for employer in sorted(record.employers)]


def _windows(record: Record, kinds: Kinds, bare: Set[tuple[str, str]]) -> Iterator[tuple[Hashable, reach.Span, bool]]:
    """The keys of a record with its windows, and whether it names what the key is of; `bare` are the classes and employers of reports that name no union."""
    kind = kinds[record.kind]
    if record.when is not None and dates.is_open_year(record.when.edtf):
        yield ("open", record.article), reach.ALWAYS, True
    if record.report.modality not in (Modality.ACTUAL, Modality.PLANNED):
        return
    yield ("twin", twin(record)), reach.ALWAYS, True
    window = reach.window(record, kind)
    if kind.said:
        dated = reach.span(record)
        for side in record.sides:
            for words in sketch(record):
                yield (side, words), reach.ALWAYS, True
            if dated is not None and dated[0] == dated[1]:
                yield (side, kind.top, dated[0]), reach.ALWAYS, True
        if window != reach.ALWAYS:
            return
    if record.bounds is None:
        yield ("undated", record.article, kind.top), reach.ALWAYS, True
    for key in across(record, kind):
        yield key, reach.ALWAYS, True
    together = joint(record, kind)
    if together is not None:
        yield together, reach.ALWAYS, True
    for party in record.grouped if kind.package else record.allied:
        if window is not None:
            yield (kind.top, party), window, kind.package or party in record.sides
    if kind.lasting or not kind.shared:
        for employer in record.employers:
            if window is not None and (kind.top, employer) in bare:
                yield ("at", kind.top, employer), window, not record.report.agents(terms.union)
    if kind.lasting:
        for side in record.report.agents(terms.union):
            yield ("lasting", kind.top, side), reach.ALWAYS, True
        # Which event another began after is told of both at once.
        for side in record.report.agents(terms.union, terms.joins):
            yield ("joined", kind.top, record.article, side), reach.ALWAYS, True


def _join(spans: list[_Window], heads: list[int]) -> None:
    """Links the records whose windows meet, one of them its party's own, in one sweep along the days."""
    spans.sort()
    reached, last = -1, -1  # the farthest day of those that name the party, and whose it is
    waiting: list[tuple[int, int]] = []  # last days and numbers of the others, of those linked already the farthest
    for low, high, number, own in spans:
        if low <= reached:
            _link(last, number, heads)
        if not own:
            waiting.append((high, number))
            continue
        met = [(until, other) for until, other in waiting if until >= low]
        for _, other in met:
            _link(number, other, heads)
        waiting = [max(met)] if met else []
        if high > reached:
            reached, last = high, number


def _link(one: int, other: int, heads: list[int]) -> None:
    one, other = _head(one, heads), _head(other, heads)
    heads[max(one, other)] = min(one, other)


def _head(number: int, heads: list[int]) -> int:
    while heads[number] != number:
        heads[number] = heads[heads[number]]
        number = heads[number]
    return number
