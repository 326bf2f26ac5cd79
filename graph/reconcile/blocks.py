"""Records that can never meet in one event, apart: by class, party and time. What a block becomes depends on it alone.

Two records are linked where they share a key and their windows of time meet; a block is what is linked, near or far. So
the blocks of some of the records lie inside the blocks of all, and an article only ever touches the blocks of its records.
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


def split(found: Sequence[Record], kinds: Kinds, judgements: Sequence[Judgement] = ()) -> list[Block]:
    """The blocks, each in the order of its reports' IRIs; a record that can meet no other stands alone."""
    heads = list(range(len(found)))
    windows: dict[Hashable, list[tuple[int, int, int]]] = defaultdict(list)
    bare = {
        (kinds[r.kind].top, employer) for r in found if not r.report.agents(terms.union) for employer in r.employers
    }
    for number, record in enumerate(found):
        for key, (low, high) in _windows(record, kinds, bare):
            windows[key].append((low, high, number))
    if judgements:
        places = {record.iri: number for number, record in enumerate(found)}
        for judgement in judgements:
            judged = (places[iri] for iri in judgement.reports if iri in places)
            windows[judgement.iri].extend((*reach.ALWAYS, number) for number in judged)
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


def _windows(record: Record, kinds: Kinds, bare: Set[tuple[str, str]]) -> Iterator[tuple[Hashable, reach.Span]]:
    """The keys of a record with its windows; `bare` are the classes and employers of reports that name no union."""
    kind = kinds[record.kind]
    if record.when is not None and dates.is_open_year(record.when.edtf):
        yield ("open", record.article), reach.ALWAYS
    if record.report.modality not in (Modality.ACTUAL, Modality.PLANNED):
        return
    yield ("twin", twin(record)), reach.ALWAYS
    window = reach.window(record, kind)
    if kind.said:
        dated = reach.span(record)
        for side in record.sides:
            for words in sketch(record):
                yield (side, words), reach.ALWAYS
            if dated is not None and dated[0] == dated[1]:
                yield (side, kind.top, dated[0]), reach.ALWAYS
        if window != reach.ALWAYS:
            return
    if record.bounds is None:
        yield ("undated", record.article, kind.top), reach.ALWAYS
    for key in across(record, kind):
        yield key, reach.ALWAYS
    together = joint(record, kind)
    if together is not None:
        yield together, reach.ALWAYS
    for party in record.grouped if kind.package else record.allied:
        if window is not None:
            yield (kind.top, party), window
    if kind.lasting or not kind.shared:
        for employer in record.employers:
            if window is not None and (kind.top, employer) in bare:
                yield ("at", kind.top, employer), window
    if kind.lasting:
        for side in record.report.agents(terms.union):
            yield ("lasting", kind.top, side), reach.ALWAYS
        # Which event another began after is told of both at once.
        for side in record.report.agents(terms.union, terms.joins):
            yield ("joined", kind.top, record.article, side), reach.ALWAYS


def _join(spans: list[tuple[int, int, int]], heads: list[int]) -> None:
    """Links the records whose windows meet, one sweep along the days."""
    spans.sort()
    reached, last = -1, -1
    for low, high, number in spans:
        if low <= reached:
            one, other = _head(last, heads), _head(number, heads)
            heads[max(one, other)] = min(one, other)
        if high > reached:
            reached, last = high, number


def _head(number: int, heads: list[int]) -> int:
    while heads[number] != number:
        heads[number] = heads[heads[number]]
        number = heads[number]
    return number
