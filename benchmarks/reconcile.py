"""How well and how fast reports become events: 1,000, 10,000 and 50,000 synthetic articles whose truth is known.

    python -m benchmarks.reconcile [ARTICLES...]

Reports are made from the vocabulary, not read: rounds between unions and companies from 1960 to 2025, each with events of
many classes; of each event some articles tell, rightly, vaguely ("in May", no date at all), as a plan beforehand, wrongly
by some days, or as a copy of another article. Scores are over pairs of reports: two of one event should be together, two
of different events apart. Each size runs in a process of its own, so that its peak of memory is its own; the ratio tells
growth against the size before, in time per article, where 1 is linear.
"""

from __future__ import annotations

import multiprocessing
import random
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import ontology
from graph import iris, reconcile
from graph.model import Basis, Filler, Modality, Quotation, Report, Span, When
from graph.reconcile.records import Record, Registry, shingles
from ontology import terms
from ontology.lexicon import Frame, Lexicon

SIZES = (1_000, 10_000, 50_000)
PER_EVENT = 6  # articles that are mainly about one event
APART = 300  # days at least between the openings of two rounds of one union
WORDS = "we they offer talks pay rates rooms crews days long fair never again study table answer walk lines stand firm".split()


@dataclass(frozen=True)
class Happening:
    """An event as it was. `said` are the words of a statement."""

    number: int
    frame: Frame
    phase: str
    kind: str
    union: str
    company: str
    day: date
    issue: str
    said: str


def happenings(lexicon: Lexicon, count: int, chance: random.Random) -> list[Happening]:
    """Rounds one after the other, each with a walkout in one case of three, until there are enough events."""
    unions = [a.iri for a in lexicon.agents if lexicon.agent_is_a(a.type, terms.LaborUnion)]
    apart = [iri for iri in unions if not any(iri in (a.parent, *a.coalition) for a in lexicon.agents)]
    unions = [
        u for u in apart if not any(a.iri == u and (a.parent or a.coalition or a.active_to) for a in lexicon.agents)
    ]
    companies = [a.iri for a in lexicon.agents if lexicon.agent_is_a(a.type, terms.Company)]
    issues = [issue.iri for issue in lexicon.issues]
    plain = [f for f in lexicon.frames if f.opens is None and f.closes is None and f.iri != terms.RoleHolding]
    pairs = [(a, b) for a in lexicon.frames for b in lexicon.frames if a.opens is not None and a.opens == b.closes]
    closing = {frame.iri for frame in plain}
    lasting = {a.opens for a, _ in pairs}
    plain = [f for f in plain if f.iri not in lasting and not set(f.ancestors[1:]) & closing]
    out: list[Happening] = []
    free = {union: date(1960, 1, 1) + timedelta(chance.randrange(900)) for union in unions}
    extra = 0
    while len(out) < count:
        union = min(free, key=lambda u: (free[u], u))
        if free[union] > date(2025, 1, 1):
            extra += 1
            union = f"{iris.ID}agent/local-{extra}"  # the vocabulary's unions are used up: locals of their own
            free[union] = date(1960, 1, 1) + timedelta(chance.randrange(900))
        start, company = free[union], chance.choice(companies)
        free[union] = start + timedelta(APART + chance.randrange(700))
        for frame in chance.choices(plain, k=14):
            day = start + timedelta(chance.randrange(240))
            if any(
                e.frame is frame and e.union == union and abs((e.day - day).days) <= 2 * frame.same_within + 2
                for e in out[-40:]
            ):
                continue  # two of one kind in one week nobody could tell apart
            said = " ".join(chance.choices(WORDS, k=14))
            phase, kind = "whole", frame.iri
            out.append(Happening(len(out), frame, phase, kind, union, company, day, chance.choice(issues), said))
        if chance.random() < 0.3:
            opens, closes = chance.choice(pairs)
            begun = start + timedelta(60 + chance.randrange(60))
            number, kind = len(out), str(opens.opens)
            for frame, phase, day in (
                (opens, "start", begun),
                (closes, "end", begun + timedelta(chance.randrange(5, 150))),
            ):
                out.append(Happening(number, frame, phase, kind, union, company, day, issues[0], ""))
    return out


def corpus(lexicon: Lexicon, articles: int) -> tuple[list[Record], dict[str, int]]:
    """The records of so many articles, and of each report the event that it tells of; always the same."""
    chance = random.Random(articles)
    registry = Registry.of(lexicon)
    events = happenings(lexicon, max(20, articles // PER_EVENT), chance)
    beside = defaultdict(list)
    for event in events:
        beside[event.union].append(event)
    found: list[Record] = []
    truth: dict[str, int] = {}
    earlier: dict[int, tuple[str, date]] = {}
    for number in range(articles):
        main = events[int(len(events) * chance.random() ** 1.3)]
        key, ahead = f"article-{number}", chance.random() < 0.12
        known = main.day + timedelta(-chance.randrange(1, 20) if ahead else min(int(chance.expovariate(0.2)), 120))
        copy = earlier.get(main.number) if chance.random() < 0.15 else None
        origin = copy[0] if copy is not None else iris.article(key)
        near = [e for e in beside[main.union] if abs((e.day - main.day).days) < 60 and e.day <= known and e is not main]
        told = [main, *chance.sample(near, min(len(near), chance.randrange(3)))]
        for event in told:
            record = _record(event, key, known, origin, registry, chance, ahead=ahead and event is main)
            truth[record.iri] = event.number
            found.append(record)
        earlier.setdefault(main.number, (origin, known))
    return found, truth


def _record(
    event: Happening,
    key: str,
    known: date,
    origin: str,
    registry: Registry,
    chance: random.Random,
    *,
    ahead: bool,
) -> Record:
    """One report of an event: dated rightly in two cases of three, else vaguely, wrongly or not at all."""
    draw = chance.random()
    when: When | None = When(event.day.isoformat(), Basis.EXPLICIT, "made")
    if draw > 0.94:
        away = timedelta(chance.choice((-1, 1)) * min(1, event.frame.same_within))
        when = When((event.day + away).isoformat(), Basis.RELATIVE, "made")
    elif draw > 0.84 and not ahead:
        when = None
    elif draw > 0.74:
        when = When(event.day.isoformat()[:7], Basis.EXPLICIT, "made")
    elif draw > 0.70:
        when = When("XXXX" + event.day.isoformat()[4:], Basis.EXPLICIT, "made")
    move = event.frame.is_a(terms.BargainingMove) or event.frame.is_a(terms.Communication)
    role = terms.madeBy if move else terms.union
    fillers = [Filler(role, event.union, "subject")]
    employers = chance.random() < 0.7
    if employers:
        fillers.append(Filler(terms.madeTo if move else terms.employer, event.company, "with"))
    said = (event.said,) if event.frame.iri == terms.Statement else ()
    report = Report(
        key=f"r{event.number}-{event.phase}",
        type=event.frame.iri,
        frame=event.frame.iri,
        modality=Modality.PLANNED if ahead else Modality.ACTUAL,
        trigger=Span(0, 1),
        evidence=(Span(0, 1),),
        fillers=tuple(fillers),
        when=when,
        issues=(event.issue,) if move else (),
        quotations=tuple(Quotation(Span(0, 1), Span(0, 1), "direct") for _ in said),
    )
    sides = frozenset((event.union,))
    parties = registry.parties(sides)
    return Record(
        iri=iris.report(key, report.key),
        article=iris.article(key),
        report=report,
        kind=event.kind,
        phase=event.phase,
        parties=parties,
        when=when,
        known=known,
        origin=origin,
        quoted=said,
        sides=sides,
        allied=registry.allied(parties, when),
        grouped=registry.grouped(parties, when),
        employers=frozenset((event.company,)) if employers and not move else frozenset(),
        wording=f"{key}-{event.number}",
        shingles=shingles(event.said) if said else frozenset(),
    )


def pairs(clusters: Iterator[list[int]], truth: dict[str, int]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of reports; a cluster is given as the true events of its reports."""
    together = right = 0
    for events in clusters:
        together += len(events) * (len(events) - 1) // 2
        right += sum(n * (n - 1) // 2 for n in Counter(events).values())
    wanted = sum(n * (n - 1) // 2 for n in Counter(truth[iri] for iri in truth).values())
    precision, recall = right / (together or 1), right / (wanted or 1)
    return precision, recall, 2 * precision * recall / (precision + recall or 1)


def disagreeing(clusters: Iterable[reconcile.Cluster], truth: dict[str, int]) -> tuple[int, int]:
    """How many events have two days told as facts, which cannot both be true, and for how many a conflict is found."""
    days: dict[tuple[int, str], set[str]] = defaultdict(set)
    found = set()
    for cluster in clusters:
        for record in cluster.records:
            exact = record.when is not None and len(record.when.edtf) == 10 and not record.when.edtf.startswith("X")
            if exact and record.report.modality is Modality.ACTUAL and record.when is not None:
                days[truth[record.iri], record.phase].add(record.when.edtf)
        for conflict in reconcile.conflicts.of(cluster):
            found.add((truth[conflict.shown.iri], conflict.shown.phase))
    planted = {key for key, told in days.items() if len(told) > 1}
    return len(planted), len(planted & found)


def measured(articles: int) -> tuple[int, int, float, float, float, float, float, int, int]:
    """Reports, events, seconds, megabytes at the peak, the three scores of one size, conflicts planted and found."""
    lexicon = ontology.load()
    found, truth = corpus(lexicon, articles)
    random.Random(2).shuffle(found)
    begun = time.process_time()
    timeline = reconcile.of_records(found, lexicon)
    seconds = time.process_time() - begun
    told = [[truth[r.iri] for r in cluster.records] for cluster in timeline.clusters]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    scores = pairs(iter(told), truth)
    return len(found), len(told), seconds, peak, *scores, *disagreeing(timeline.clusters, truth)


def main() -> None:
    """Prints one line a size."""
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    print(" articles   reports    events  seconds     MB  precision  recall     F1  conflicts found  growth")
    before: float | None = None
    for size in sizes:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            reports, events, seconds, peak, precision, recall, f1, planted, seen = pool.apply(measured, (size,))
        each = seconds / size
        growth = f"{each / before:6.2f}" if before is not None else "     -"
        before = each
        print(
            f"{size:9,} {reports:9,} {events:9,} {seconds:8.2f} {peak:6.0f}  {precision:9.3f}  {recall:6.3f} {f1:6.3f}  {seen:7,} of {planted:5,}  {growth}",
            flush=True,
        )


if __name__ == "__main__":
    main()
