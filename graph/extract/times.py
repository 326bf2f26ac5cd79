"""Words that tell a time, to EDTF values with the basis they rest on. Our own grammar over the standard library.

Nothing is defaulted: without a publication date a weekday has no value, and "May 5" keeps its year open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph import dates
from graph.extract.fold import fold, lower
from graph.model import Basis, Published, Span, TimeExpression

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_DAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs thur",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
_ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
}
_TENS = {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
_SEASONS = {"spring": 21, "summer": 22, "fall": 23, "autumn": 23, "winter": 24}
_QUARTERS = {"first": 33, "second": 34, "third": 35, "fourth": 36, "q1": 33, "q2": 34, "q3": 35, "q4": 36}
_UNIT_CODE = {"day": "D", "week": "W", "month": "M", "year": "Y", "hour": "H", "minute": "M", "decade": "Y"}
_ZONES = {"p": -8, "m": -7, "c": -6, "e": -5}

M = r"(?P<month{0}>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)|apr(?:il|\.)?|may|jun(?:e|\.)?|jul(?:y|\.)?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
D = r"(?P<day{0}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
Y = r"(?P<year{0}>1[89]\d\d|20\d\d)"
WEEKDAY = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day|tues?\.|wed\.|thurs?\.|fri\.|sat\.|mon\.)"
N = r"(?P<number>\d{1,3}(?:,\d{3})*|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|a|an|a couple of|a few|several))"
ORD = r"(?P<ordinal>\d{1,3}(?:st|nd|rd|th)|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|hundredth|100th)"
UNIT = r"(?P<unit>day|week|month|year|hour|decade)s?"
PART = r"(?:early |late )?(?:morning|afternoon|evening|night|midnight|noon)"
HEDGE = r"(?P<hedge>more than|over|nearly|almost|about|around|roughly|approximately|some|less than|under|at least|just over|just under|as long as|up to|an estimated)"
DASH = r"\s?[-–—]\s?"


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], _Context], _Value | None]
    needs: str = ""  # the sort of word without which it cannot match: "month", "unit" or none in particular


@dataclass(frozen=True, slots=True)
class _Value:
    kind: str
    edtf: str | None
    basis: Basis
    duration: str | None = None
    count: int | None = None
    unit: str | None = None
    hedge: str = ""
    open: str = ""
    end: int | None = None
    shift: int = 0


@dataclass(frozen=True, slots=True)
class _Context:
    """What a rule may look at: the lower-case text and the publication date."""

    text: str
    published: Published | None

    @property
    def day(self) -> date | None:
        return None if self.published is None else self.published.day

    @property
    def anchor(self) -> date | None:
        """A day within the time of publication, for what only needs the year or the month."""
        if self.published is None:
            return None
        if self.published.day is not None:
            return self.published.day
        known = dates.bounds(self.published.edtf)
        if known is None or known.earliest_start is None or known.latest_end is None:
            return None
        return known.earliest_start + (known.latest_end - known.earliest_start) / 2

    @property
    def month(self) -> date | None:
        """The first of the month of publication, None where that month is not certain."""
        known = dates.bounds(self.published.edtf) if self.published is not None else None
        if known is None or known.earliest_start is None or known.latest_end is None:
            return None
        first, last = known.earliest_start, known.latest_end
        return first.replace(day=1) if (first.year, first.month) == (last.year, last.month) else None


def find(text: str, *, published: Published | None, spans: Sequence[Span] = ()) -> tuple[TimeExpression, ...]:
    """The time expressions of a text in order, none overlapping; restricted to `spans` where given."""
    text, low = fold(text), lower(text)
    context = _Context(low, published)
    out: list[TimeExpression] = []
    for span in spans or (Span(0, len(text)),):
        if _HINT.search(low, span.start, span.end):
            out.extend(_in(text, span, context))
    return tuple(_told_from_others(sorted(out, key=lambda t: t.span), text, context))


_YEARLESS = frozenset(
    ("month-day", "day-month", "month", "part-of-month", "range-months", "range-days", "range-day-first")
)
_FULL_DATES = frozenset(
    ("month-day-year", "day-month-year", "month-year", "iso", "range-months", "range-days", "range-day-first")
)
_STATED_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def _told_from_others(found: list[TimeExpression], text: str, context: _Context) -> Iterator[TimeExpression]:
    """Dates that lean on the date before them: "a week later"; and a day without a year after a dated past one, within
    a paragraph ("On March 7, 1988, ... before talks resumed on May 23").
    """
    last: TimeExpression | None = None
    year: tuple[int, int] | None = None
    for time in found:
        if year is not None and "\n" in text[year[1] : time.span.start]:
            year = None
        if time.rule in ("later", "next-unit") and last is not None and time.count is not None:
            time = _stepped(time, last)
        stated = _STATED_YEAR.search(time.span.of(text)) is not None
        if time.rule in _FULL_DATES and stated and time.edtf is not None and time.edtf[:4].isdigit():
            year = (int(time.edtf[:4]), time.span.end)
        elif year is not None and not stated and time.rule in _YEARLESS and time.edtf is not None:
            anchor = context.anchor
            if anchor is not None and year[0] < anchor.year - 1:
                time = replace(time, edtf=_YEAR_OF.sub(str(year[0]), time.edtf))
        if time.edtf is not None and time.kind in ("date", "clock", "interval") and time.open == "":
            last = time
        yield time


_YEAR_OF = re.compile(r"\d{4}(?=-\d\d)")


def _stepped(time: TimeExpression, last: TimeExpression) -> TimeExpression:
    assert last.edtf is not None
    assert time.count is not None
    known = dates.bounds(last.edtf.partition("/")[2] or last.edtf)
    if known is None or known.latest_end is None:
        return time
    day, exact = known.latest_end, known.latest_end == known.earliest_start
    mark = "~" if time.hedge else ""
    if time.unit in ("day", "week") and exact:
        moved = dates.moved(day, time.count * (7 if time.unit == "week" else 1))
        edtf = moved.isoformat() + mark
    elif time.unit == "month":
        moved = dates.moved_months(day, time.count)
        edtf = f"{moved.year:04}-{moved.month:02}{mark}"
    elif time.unit == "year":
        edtf = f"{day.year + time.count:04}{mark}"
    else:
        return time
    return replace(time, edtf=edtf, basis=Basis.RELATIVE, count=None, unit=None)


_HINT = re.compile(
    r"\d|day\b|days\b|week|month|year|decade|hour|quarter|spring|summer|fall\b|autumn|winter|today|tonight|tomorrow|this morning|this afternoon|this evening|christmas|thanksgiving|"
    r"yesterday|january|february|march|april|\bmay\b|june|july|august|september|october|november|december|\bjan\b|\bfeb\b|"
    r"\bmar\b|\bapr\b|\baug\b|\bsept?\b|\boct\b|\bnov\b|\bdec\b|midnight|"
    r"\b(?:mon|tues?|wed|thurs?|fri|sat)\."
)


def _in(text: str, span: Span, context: _Context) -> Iterator[TimeExpression]:
    taken: list[Span] = []
    held = {"", *(sort for sort, hint in _SORTS.items() if hint.search(context.text, span.start, span.end))}
    for rule in _RULES:
        if rule.needs not in held:
            continue
        for match in rule.pattern.finditer(context.text, span.start, span.end):
            found = Span(match.start(), match.end())
            if any(found.meets(other) for other in taken) or not _proper(text, match):
                continue
            value = rule.read(match, context)
            if value is None:
                continue
            end = value.end if value.end is not None else found.end - (len(match[0]) - len(match[0].rstrip(" ,")))
            found = Span(found.start, end)
            if any(found.meets(other) for other in taken):
                continue
            taken.append(found)
            yield TimeExpression(
                span=found,
                kind=value.kind,
                edtf=value.edtf,
                basis=value.basis,
                rule=rule.name,
                duration=value.duration,
                count=value.count if value.shift == 0 else value.shift,
                unit=value.unit,
                hedge=value.hedge,
                open=value.open,
            )


def _proper(text: str, match: re.Match[str]) -> bool:
    """Whether a month's or weekday's name is written as a name: "may" and "march" in lower case are verbs."""
    for group, value in match.groupdict().items():
        if value is not None and group.startswith(("month", "weekday")):
            first = text[match.start(group)]
            if not first.isupper():
                return False
            short = value.rstrip(".")
            if short in ("may", "march", "mar") and not _may_is_month(text, match, group):
                return False
    return True


def _may_is_month(text: str, match: re.Match[str], group: str) -> bool:
    groups = match.groupdict()
    if any(groups.get(k) for k in groups if k.startswith(("day", "year"))) or match.start() < match.start(group):
        return True
    before = text[max(0, match.start() - 12) : match.start()].lower().rstrip()
    return before.endswith(
        (
            " in",
            " since",
            " of",
            " last",
            " this",
            " until",
            " by",
            " next",
            "through",
            " mid",
            " during",
            " from",
            " to",
        )
    )


# ---------------------------------------------------------------- reading


def _month(name: str) -> int:
    return _MONTHS[name.rstrip(".")]


def _number(text: str) -> int | None:
    plain = text.strip().replace(",", "")
    if plain.isdigit():
        return int(plain)
    if plain in ("a", "an"):
        return 1
    total = 0
    for part in re.split(r"[- ]", plain):
        if part in _ONES:
            total += _ONES[part]
        elif part in _TENS:
            total += _TENS[part]
        else:
            return None
    return total or None


def _ordinal(text: str) -> int | None:
    digits = re.match(r"\d+", text)
    if digits:
        return int(digits[0])
    if text in _ORDINALS:
        return _ORDINALS[text]
    if text == "hundredth":
        return 100
    parts = re.split(r"[- ]", text)
    if len(parts) == 2 and parts[0] in _TENS and parts[1] in _ORDINALS:
        return _TENS[parts[0]] + _ORDINALS[parts[1]]
    tens = {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60}
    return tens.get(text)


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest_year(month: int, day: int, anchor: date) -> int:
    """The year that puts the day nearest to publication."""
    choices = [
        (abs((d - anchor).days), -y, y)
        for y in (anchor.year - 1, anchor.year, anchor.year + 1)
        if (d := _safe(y, month, day))
    ]
    return min(choices)[2] if choices else anchor.year


def _day_text(year: int | None, month: int, day: int, context: _Context) -> str | None:
    if year is None:
        anchor = context.anchor
        if anchor is None:
            return f"XXXX-{month:02}-{day:02}" if _safe(2000, month, day) else None
        year = _nearest_year(month, day, anchor)
    found = _safe(year, month, day)
    return found.isoformat() if found else None


def _month_text(year: int | None, month: int, context: _Context) -> str:
    if year is None:
        anchor = context.anchor
        if anchor is None:
            return f"XXXX-{month:02}"
        year = _nearest_year(month, 15, anchor)
    return f"{year:04}-{month:02}"


def _year(match: re.Match[str], name: str = "year") -> int | None:
    value = match.groupdict().get(name)
    return int(value) if value else None


def _full(match: re.Match[str], context: _Context) -> _Value | None:
    edtf = _day_text(_year(match), _month(match["month"]), int(match["day"]), context)
    return _Value("date", edtf, Basis.EXPLICIT) if edtf else None


def _iso(match: re.Match[str], context: _Context) -> _Value | None:
    found = _safe(int(match["year"]), int(match["mon"]), int(match["day"]))
    return _Value("date", found.isoformat(), Basis.EXPLICIT) if found else None


def _since(match: re.Match[str], context: _Context) -> _Value | None:
    """A limit: the longest point in time that follows the word."""
    best: tuple[int, _Value] | None = None
    for rule in _BOUNDED:
        found = rule.pattern.match(context.text, match.end() + 1)
        if found is None:
            continue
        value = rule.read(found, context)
        end = found.start() + len(found[0].rstrip(" ,"))
        if value is not None and value.edtf is not None and (best is None or end > best[0]):
            best = (end, value)
    if best is None or best[1].edtf is None:
        return None
    end, value = best
    assert value.edtf is not None
    first, _, last = value.edtf.partition("/")
    after = match["word"] in _FROM and not (match["word"] == "as of" and _ended(value.edtf, context))
    edtf = f"{first}/.." if after else f"../{last or first}"
    return _Value("interval", edtf, Basis.BOUND, open="since" if after else "by", end=end)


_FROM = frozenset(("since", "from", "starting", "starting on", "beginning", "beginning on", "effective", "as of"))


def _ended(edtf: str, context: _Context) -> bool:
    """Whether a day lies behind: "as of Friday, 13,000 had walked off" tells of what was so by then."""
    known = dates.bounds(edtf)
    day = context.day
    return day is not None and known is not None and known.latest_end is not None and known.latest_end <= day


def _range_days(match: re.Match[str], context: _Context) -> _Value | None:
    groups = match.groupdict()
    month1 = _month(match["month1"]) if groups.get("month1") else None
    month2 = _month(match["month2"]) if groups.get("month2") else month1
    month1 = month1 or month2
    if month1 is None or month2 is None:
        return None
    year2 = _year(match, "year2") or _year(match, "year1")
    year1 = _year(match, "year1") or year2
    first = _day_text(year1, month1, int(match["day1"]), context)
    last = _day_text(year2, month2, int(match["day2"]), context)
    if first is None or last is None or (not first.startswith("X") and last < first):
        return None
    return _Value("interval", f"{first}/{last}", Basis.EXPLICIT)


def _together(match: re.Match[str], context: _Context) -> _Value | None:
    """Two days in a row, told as two: "February 22 and 23"."""
    if int(match["day2"]) - int(match["day1"]) != 1:
        return None
    return _range_days(match, context)


def _of_list(match: re.Match[str], context: _Context) -> _Value | None:
    """A day whose month stands after the next day: "on 12 and 31 May"."""
    edtf = _day_text(None, _month(match["month2"]), int(match["day1"]), context)
    return _Value("date", edtf, Basis.EXPLICIT) if edtf else None


def _weekdays(match: re.Match[str], context: _Context) -> _Value | None:
    """Two weekdays of one stretch: both behind, or both ahead."""
    day = context.day
    if day is None:
        return _Value("interval", None, Basis.UNKNOWN)
    first, last = (_DAYS[match[name].rstrip(".")] for name in ("weekday", "weekday2"))
    length = (last - first) % 7
    if _ahead(match, context):
        start = day + timedelta((first - day.weekday()) % 7)
    else:
        start = day - timedelta((day.weekday() - last) % 7 + length)
    return _Value("interval", f"{start.isoformat()}/{(start + timedelta(length)).isoformat()}", Basis.RELATIVE)


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    """The nth weekday of a month; the last one for a count of -1."""
    if count < 0:
        last = dates.moved_months(date(year, month, 1), 1) - timedelta(1)
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (count - 1))


_HOLIDAYS: dict[str, Callable[[int], date]] = {
    "new year's day": lambda year: date(year, 1, 1),
    "new year's eve": lambda year: date(year, 12, 31),
    "christmas eve": lambda year: date(year, 12, 24),
    "christmas day": lambda year: date(year, 12, 25),
    "boxing day": lambda year: date(year, 12, 26),
    "may day": lambda year: date(year, 5, 1),
    "memorial day": lambda year: _nth(year, 5, 0, -1),
    "labor day": lambda year: _nth(year, 9, 0, 1),
    "thanksgiving day": lambda year: _nth(year, 11, 3, 4),
    "thanksgiving": lambda year: _nth(year, 11, 3, 4),
}


def _holiday(match: re.Match[str], context: _Context) -> _Value | None:
    made = _HOLIDAYS[match["holiday"]]
    year = _year(match)
    if year is not None:
        return _Value("date", made(year).isoformat(), Basis.EXPLICIT)
    anchor = context.anchor
    if anchor is None:
        return _Value("date", None, Basis.UNKNOWN)
    found = min(
        (made(y) for y in (anchor.year - 1, anchor.year, anchor.year + 1)), key=lambda d: abs((d - anchor).days)
    )
    return _Value("date", found.isoformat(), Basis.RELATIVE)


def _month_only(match: re.Match[str], context: _Context) -> _Value | None:
    month = _month(match["month"])
    year = _year(match)
    part = (match.groupdict().get("part") or "").strip(" -")
    if part:
        low, high = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "the end of": (21, 31)}[part]
        base = _month_text(year, month, context)
        if base.startswith("X"):
            return _Value("interval", f"{base}~", Basis.EXPLICIT)
        last = (dates.moved_months(date(int(base[:4]), month, 1), 1) - timedelta(1)).day
        if part == "the end of":
            return _Value("date", f"{base}-{last:02}", Basis.EXPLICIT)
        return _Value("interval", f"{base}-{low:02}~/{base}-{min(high, last):02}~", Basis.EXPLICIT)
    return _Value("date", _month_text(year, month, context), Basis.EXPLICIT)


def _last_month_named(match: re.Match[str], context: _Context) -> _Value | None:
    anchor = context.anchor
    if anchor is None:
        return _Value("date", f"XXXX-{_month(match['month']):02}", Basis.UNKNOWN)
    month = _month(match["month"])
    word = match["which"]
    year = anchor.year
    if word == "next" and month <= anchor.month:
        year += 1
    if word in ("last", "past") and month >= anchor.month:
        year -= 1
    return _Value("date", f"{year:04}-{month:02}", Basis.RELATIVE)


def _year_only(match: re.Match[str], context: _Context) -> _Value | None:
    return _Value("date", match["year"], Basis.EXPLICIT)


def _year_range(match: re.Match[str], context: _Context) -> _Value | None:
    first, last = int(match["year1"]), match["last"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return _Value("interval", f"{first}/{end}", Basis.EXPLICIT) if 0 < end - first < 60 else None


def _decade(match: re.Match[str], context: _Context) -> _Value | None:
    text = match["decade"]
    year = int(text) if len(text) == 4 else 1900 + int(text)
    part = (match.groupdict().get("part") or "").strip(" -")
    if part:
        low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
        return _Value("interval", f"{year + low}~/{year + high}~", Basis.EXPLICIT)
    return _Value("date", f"{year // 10}X", Basis.EXPLICIT)


def _season(match: re.Match[str], context: _Context) -> _Value | None:
    code = _SEASONS[match["season"]]
    which = (match.groupdict().get("which") or "").strip()
    year = _year(match)
    if year is not None:
        return _Value("date", f"{year}-{code}", Basis.EXPLICIT)
    anchor = context.anchor
    if anchor is None or not which:
        return _Value("date", None, Basis.UNKNOWN) if which else None
    shift = {"last": -1, "next": 1}.get(which, 0)
    return _Value("date", f"{anchor.year + shift}-{code}", Basis.RELATIVE)


def _quarter(match: re.Match[str], context: _Context) -> _Value | None:
    code = _QUARTERS[match["quarter"]]
    year = _year(match)
    if year is not None:
        return _Value("date", f"{year}-{code}", Basis.EXPLICIT)
    anchor = context.anchor
    return _Value("date", f"{anchor.year}-{code}" if anchor else None, Basis.RELATIVE if anchor else Basis.UNKNOWN)


_FUTURE = re.compile(
    r"\b(?:will|would|next|upcoming|scheduled|set|plans?|planned|due|expected|slated|poised|may|could|must|shall|deadline|expires?|again|can|notice|earliest|begins?|starts?|ends?|calling for|calls for|called for|agreed to (?:meet|return|resume)|to begin|to start|strike notice)\b"
    r"[^.;:]{0,60}$"
)
_PAST = re.compile(r"\b(?:was|were|had|did|said|met|[a-z]{3,}ed)\b[^.;:]{0,40}$")


def _weekday(match: re.Match[str], context: _Context) -> _Value | None:
    day = context.day
    if day is None:
        return _Value("date", None, Basis.UNKNOWN)
    target = _DAYS[match["weekday"].rstrip(".")]
    which = (match.groupdict().get("which") or "").strip()
    back = (day.weekday() - target) % 7
    if which == "last":
        found = day - timedelta(back or 7)
    elif which in ("next", "coming"):
        monday = day - timedelta(day.weekday())
        found = monday + timedelta(7 + target)
    elif which == "this":
        found = day + timedelta((target - day.weekday()) % 7)
        if _PAST.search(context.text, max(0, match.start() - 60), match.start()) and not _ahead(match, context):
            found = day - timedelta(back)
    elif _ahead(match, context):
        found = day + timedelta((target - day.weekday()) % 7)
    else:
        found = day - timedelta(back)
    return _Value("date", found.isoformat(), Basis.RELATIVE)


def _ahead(match: re.Match[str], context: _Context) -> bool:
    """Whether the words before put the date ahead: "will meet again on Friday"."""
    before = context.text[max(0, match.start() - 80) : match.start()]
    clause = re.split(r"[.;:]|, (?:but|and|who|which)|\bafter\b|\bsaid\b(?! (?:it|they|that|its|the))", before)[-1]
    return _FUTURE.search(clause) is not None


def _relative_day(match: re.Match[str], context: _Context) -> _Value | None:
    day = context.day
    if day is None:
        return _Value("date", None, Basis.UNKNOWN)
    shift = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(match["word"], 0)
    return _Value("date", (day + timedelta(shift)).isoformat(), Basis.RELATIVE)


def _relative_unit(match: re.Match[str], context: _Context) -> _Value | None:
    which, unit = match["which"].strip(), match["unit"]
    shift = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(which, 0)
    if unit == "week":
        day = context.day
        if day is None:
            return _Value("interval", None, Basis.UNKNOWN)
        monday = day - timedelta(day.weekday()) + timedelta(7 * shift)
        return _Value("interval", f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}", Basis.RELATIVE)
    if unit == "month":
        month = context.month
        if month is None:
            return _Value("date", None, Basis.UNKNOWN)
        moved = dates.moved_months(month, shift)
        return _Value("date", f"{moved.year:04}-{moved.month:02}", Basis.RELATIVE)
    anchor = context.anchor
    if anchor is None:
        return _Value("date", None, Basis.UNKNOWN)
    if unit == "year":
        return _Value("date", f"{anchor.year + shift:04}", Basis.RELATIVE)
    if unit == "quarter":
        quarter = (anchor.month - 1) // 3 + shift
        return _Value("date", f"{anchor.year + quarter // 4}-{33 + quarter % 4}", Basis.RELATIVE)
    return None


def _weekend(match: re.Match[str], context: _Context) -> _Value | None:
    day = context.day
    if day is None:
        return _Value("interval", None, Basis.UNKNOWN)
    which = (match.groupdict().get("which") or "").strip()
    saturday = day - timedelta((day.weekday() - 5) % 7)
    if which in ("next", "coming") or (which == "this" and _ahead(match, context)):
        saturday = day + timedelta((5 - day.weekday()) % 7)
    elif day.weekday() == 5 and which != "this":
        saturday = day
    return _Value("interval", f"{saturday.isoformat()}/{(saturday + timedelta(1)).isoformat()}", Basis.RELATIVE)


def _week_of(match: re.Match[str], context: _Context) -> _Value | None:
    first = _day_text(_year(match), _month(match["month"]), int(match["day"]), context)
    if first is None or first.startswith("X"):
        return _Value("interval", first, Basis.EXPLICIT) if first else None
    start = date.fromisoformat(first)
    return _Value("interval", f"{first}/{(start + timedelta(6)).isoformat()}", Basis.EXPLICIT)


def _ago(match: re.Match[str], context: _Context) -> _Value | None:
    count, unit = _number(match["number"]), match["unit"]
    day = context.day
    later = match["way"] in ("from now",)
    if day is None or count is None:
        return _Value("date", None, Basis.UNKNOWN)
    sign = 1 if later else -1
    mark = "~" if match.groupdict().get("hedge") else ""
    if unit in ("day", "week"):
        found = day + timedelta(sign * count * (7 if unit == "week" else 1))
        return _Value("date", found.isoformat() + mark, Basis.RELATIVE)
    if unit == "hour":
        return _Value("date", (day + timedelta(sign * count // 24)).isoformat(), Basis.RELATIVE)
    if unit == "month":
        found = dates.moved_months(day, sign * count)
        return _Value("date", f"{found.year:04}-{found.month:02}{mark}", Basis.RELATIVE)
    years = count * (10 if unit == "decade" else 1)
    return _Value("date", f"{day.year + sign * years:04}{mark}", Basis.RELATIVE)


def _hedge(match: re.Match[str]) -> str:
    word = match.groupdict().get("hedge") or ""
    if word in ("more than", "over", "just over"):
        return "over"
    if word in ("nearly", "almost", "just under"):
        return "nearly"
    if word in ("less than", "under", "up to"):
        return "under"
    return "at least" if word == "at least" else "about" if word else ""


_STEP = re.compile(r" (?:before|after)\b")


def _duration(match: re.Match[str], context: _Context) -> _Value | None:
    count, unit = _number(match["number"]), match["unit"]
    if count is None:
        return None
    bare = match["number"] in ("a", "an") and not match.groupdict().get("hedge") and "-" not in match[0]
    if bare and not _STEP.match(context.text, match.end()):
        return None  # "a week" is a length only in "a week after"
    if unit == "decade":
        count *= 10
    time = "T" if unit == "hour" else ""
    return _Value("duration", None, Basis.DURATION, duration=f"P{time}{count}{_UNIT_CODE[unit]}", hedge=_hedge(match))


def _count_ordinal(match: re.Match[str], context: _Context) -> _Value | None:
    groups = match.groupdict()
    count = _ordinal(groups["ordinal"]) if groups.get("ordinal") else _number(groups["number"])
    if count is None:
        return None
    return _Value("ordinal", None, Basis.ORDINAL, count=count, unit=match["unit"])


def _count_into(match: re.Match[str], context: _Context) -> _Value | None:
    """ "three months into the strike" is in its fourth month; "more than" changes nothing."""
    count = _number(match["number"])
    if count is None:
        return None
    return _Value("ordinal", None, Basis.ORDINAL, count=count + 1, unit=match["unit"], hedge=_hedge(match))


def _clock(match: re.Match[str], context: _Context) -> _Value | None:
    edtf = _day_text(_year(match), _month(match["month"]), int(match["day"]), context)
    if edtf is None or match.groupdict().get("hour") is None:
        return _Value("clock", edtf, Basis.EXPLICIT) if edtf else None
    hour, minute = int(match["hour"]) % 12, int(match["minute"] or 0)
    if match["half"] == "p":
        hour += 12
    zone = match.groupdict().get("zone")
    if zone is None or edtf.startswith("X"):
        return _Value("clock", edtf, Basis.EXPLICIT)
    offset = _ZONES[zone[0]]
    day = date.fromisoformat(edtf)
    if _daylight(day) and "st" not in zone:
        offset += 1
    return _Value("clock", f"{edtf}T{hour:02}:{minute:02}:00-{-offset:02}:00", Basis.EXPLICIT)


def _daylight(day: date) -> bool:
    """Whether daylight saving holds in the United States: second Sunday of March to first of November, since 2007."""
    march = date(day.year, 3, 8)
    start = march + timedelta((6 - march.weekday()) % 7)
    november = date(day.year, 11, 1)
    end = november + timedelta((6 - november.weekday()) % 7)
    return start <= day < end


def _vague(match: re.Match[str], context: _Context) -> _Value | None:
    return _Value("interval", None, Basis.UNKNOWN)


def _later(match: re.Match[str], context: _Context) -> _Value | None:
    """Time told from the date last named; `find` looks that date up. The count is the step, in units."""
    groups = match.groupdict()
    if groups.get("number"):
        count = _number(groups["number"])
        if count is None:
            return None
        step = count if match["way"] in ("later", "after that") else -count
    else:
        step = {"previous": -1, "before": -1, "same": 0, "that": 0}.get(match["which"], 1)
    mark = groups.get("hedge") or ""
    return _Value(
        "date", None, Basis.UNKNOWN, unit=match["unit"], shift=step, count=step, hedge="about" if mark else ""
    )


def _past_units(match: re.Match[str], context: _Context) -> _Value | None:
    """A stretch that runs up to publication: "over the past five days"."""
    day, count = context.day, _number(match["number"])
    if day is None or count is None or match["unit"] not in ("day", "week", "month"):
        return _Value("interval", None, Basis.UNKNOWN)
    if match["unit"] == "month":
        first = dates.moved_months(day, -count)
    else:
        first = day - timedelta(count * (7 if match["unit"] == "week" else 1))
    return _Value("interval", f"{first.isoformat()}/{day.isoformat()}", Basis.RELATIVE)


def _edge(match: re.Match[str], context: _Context) -> _Value | None:
    """The first or last day of a unit: "by the end of the month"."""
    day = context.day
    if day is None:
        return _Value("date", None, Basis.UNKNOWN)
    step = {"next": 1, "last": -1}.get(match["which"], 0)
    first: date
    if match["unit"] == "week":
        first = day - timedelta(day.weekday()) + timedelta(7 * step)
        last = first + timedelta(6)
    elif match["unit"] == "month":
        first = dates.moved_months(day.replace(day=1), step)
        last = dates.moved_months(first, 1) - timedelta(1)
    else:
        first, last = date(day.year + step, 1, 1), date(day.year + step, 12, 31)
    return _Value("date", (last if match["edge"] == "the end" else first).isoformat(), Basis.RELATIVE)


def _half(match: re.Match[str], context: _Context) -> _Value | None:
    year = match["year"]
    edtf = f"{year}-01/{year}-06" if match["half"] == "first" else f"{year}-07/{year}-12"
    return _Value("interval", edtf, Basis.EXPLICIT)


def _anaphoric(match: re.Match[str], context: _Context) -> _Value | None:
    return _Value("date", None, Basis.UNKNOWN)


def _rule(name: str, pattern: str, read: Callable[[re.Match[str], _Context], _Value | None]) -> _Rule:
    needs = "month" if "jan(?:uary" in pattern else "unit" if "(?P<unit>" in pattern else ""
    return _Rule(name, re.compile(rf"(?<![\w$€£]){pattern}(?!\w)"), read, needs)


# Two cheap looks at a sentence that spare most of the rules their search.
_SORTS = {
    "month": re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"),
    "unit": re.compile(r"day|week|month|year|hour|decade|quarter"),
}


_m, _d, _y = M.format(""), D.format(""), Y.format("")
_WD = rf"(?:{WEEKDAY.replace('weekday', 'weekday0')},? )?"
_CLOCK = r"(?:(?P<hour>1[0-2]|0?[1-9])(?::(?P<minute>\d\d))? ?(?P<half>[ap])\.?m\.?(?:,? ?\(?(?P<zone>[pmce][sd]?t)\)?)?|midnight|noon)"
_POINT_RULES = (
    _rule("iso", r"(?P<year>\d{4})-(?P<mon>\d\d)-(?P<day>\d\d)", _iso),
    _rule("month-day-year", rf"{_WD}{_m} {_d},? {_y}", _full),
    _rule("day-month-year", rf"{_WD}{_d} (?:of )?{_m},? {_y}", _full),
    _rule("month-year", rf"(?P<part>early |mid-|mid |late |the end of )?{_m},? (?:of )?{_y}", _month_only),
    _rule("month-day", rf"{_WD}{_m} {_d}(?!\s?%|,\d|\d|-(?:year|day))", _full),
    _rule("day-month", rf"{_WD}{_d} (?:of )?{_m}(?! \d)", _full),
    _rule("season-year", rf"(?:the )?(?P<season>spring|summer|fall|autumn|winter)(?: of)? {_y}", _season),
    _rule("part-of-month", rf"(?P<part>early |mid-|mid |late |the end of ){_m}", _month_only),
    _rule("decade", r"(?:the )?(?:(?P<part>early|mid|late)[- ])?'?(?P<decade>1[89]\d0|20\d0|[2-9]0)'?s", _decade),
    _rule(
        "weekday",
        rf"(?:(?P<which>last|next|this|this past|this coming|coming) )?(?:early |late )?{WEEKDAY}(?: {PART})?",
        _weekday,
    ),
    _rule(
        "day-word",
        rf"(?:early |late |later )?(?P<word>yesterday|today|tonight|tomorrow|last night|this morning|this afternoon|this evening)(?: {PART})?",
        _relative_day,
    ),
    _rule("year", _y + r"(?![-–]\d|\s?%|,\d)", _year_only),
    _rule("month", _m, _month_only),
)
_RELATIVES = frozenset(
    ("month-named", "season", "quarter", "relative-unit", "weekend", "end-of-unit", "holiday", "later", "next-unit")
)
_RULES = (
    _rule(
        "range-months",
        rf"(?:from |between )?{M.format('1')} {D.format('1')}(?:,? {Y.format('1')})?,?(?: to | through | until | and |{DASH}){M.format('2')} {D.format('2')}(?:,? {Y.format('2')})?",
        _range_days,
    ),
    _rule(
        "range-days",
        rf"(?:from |between )?{M.format('1')} {D.format('1')}(?: to | through |{DASH}){D.format('2')}(?:,? {Y.format('2')})?",
        _range_days,
    ),
    _rule(
        "range-day-first",
        rf"(?:from |between ){D.format('1')} (?:to|and|until) {D.format('2')} {M.format('2')}(?:,? {Y.format('2')})?",
        _range_days,
    ),
    _rule(
        "days-together",
        rf"{M.format('1')} {D.format('1')} and {D.format('2')}(?:,? {Y.format('2')})?(?! [a-z]+day)",
        _together,
    ),
    _rule(
        "day-first-together",
        rf"{D.format('1')} and {D.format('2')} (?:of )?{M.format('2')}(?:,? {Y.format('2')})?",
        _together,
    ),
    _rule("day-of-list", rf"{D.format('1')}(?=(?:,| and| or|, and) {D.format('2')} {M.format('2')})", _of_list),
    _rule(
        "weekdays",
        rf"{WEEKDAY}(?: and | through | to |{DASH}){WEEKDAY.replace('weekday', 'weekday2')}(?: {PART}s?)?",
        _weekdays,
    ),
    _rule("week-of", rf"the week of {_m} {_d}(?:,? {_y})?", _week_of),
    _rule("clock-first", rf"{_CLOCK},? (?:on )?{_WD}{_m} {_d}(?:,? {_y})?", _clock),
    _rule("clock-last", rf"{_WD}{_m} {_d}(?:,? {_y})?,? at {_CLOCK}", _clock),
    _rule(
        "since",
        r"(?P<word>since|starting on|starting|beginning on|beginning|effective|as of)(?: about| around)?(?= )",
        _since,
    ),
    _rule("until", r"(?P<word>until|till|through)(?= )", _since),
    _rule("by", r"(?P<word>by|before)(?= )", _since),
    _rule(
        "holiday",
        rf"(?P<holiday>{'|'.join(sorted(_HOLIDAYS, key=len, reverse=True))})(?:,? {_y})?(?! weekend)",
        _holiday,
    ),
    _rule(
        "day-count",
        rf"(?:the |its |their |his |a |an )?{ORD} (?P<unit>day|week|month|year)(?= (?:of|on|in|without|since|with|running|picketing|,|—|–|straight|consecutive)|[,.;—–]|$)",
        _count_ordinal,
    ),
    _rule("day-count-its", rf"(?:its|their|his|her) {ORD} (?P<unit>day|week|month|year)", _count_ordinal),
    _rule(
        "day-number",
        r"(?P<unit>day) (?P<number>\d{1,3})(?= |[,.;:—–]|$)(?! (?:percent|per cent|million))",
        _count_ordinal,
    ),
    _rule("count-into", rf"(?:{HEDGE} )?{N}(?: and a half)? {UNIT} into", _count_into),
    _rule("ago", rf"(?:{HEDGE} )?{N} {UNIT} (?P<way>ago|earlier this|from now)", _ago),
    *_POINT_RULES[:8],
    _rule(
        "end-of-unit",
        r"(?P<edge>the end|the start|the beginning) of (?P<which>the|this|next|last) (?P<unit>week|month|year)",
        _edge,
    ),
    _rule("month-named", rf"(?P<which>last|this|next|this past|past) {_m}", _last_month_named),
    _rule("weekend", r"(?:over |during )?(?:the |(?P<which>last|this|next|this past|past|coming) )weekend", _weekend),
    _rule("season", r"(?P<which>last|this|next) (?P<season>spring|summer|fall|autumn|winter)", _season),
    _rule(
        "quarter", rf"(?:the )?(?P<quarter>first|second|third|fourth|q[1-4])(?: quarter)(?: of)?(?: {_y})?", _quarter
    ),
    _rule("quarter-short", rf"(?P<quarter>q[1-4])(?: (?:of )?{_y})?", _quarter),
    _rule(
        "relative-unit",
        r"(?:earlier |later |late |early |sometime )?(?P<which>last|this|next|the past|the coming|the previous|the following) (?P<unit>week|month|year|quarter)",
        lambda m, c: _relative_unit(m, c) if not m["which"].startswith("the ") else _vague(m, c),
    ),
    _rule("recent", r"in recent (?:days|weeks|months|years)|recently", _vague),
    _rule("later", rf"(?:{HEDGE} )?{N} {UNIT} (?P<way>later|earlier|before(?=[,.;)]|$)|after that)(?! than)", _later),
    _rule("next-unit", r"the (?P<unit>day) (?P<which>before|after)(?=[,.;)]| to | with | in | at |$)", _later),
    _rule("next-unit", r"the (?P<which>next|following|previous|same) (?P<unit>day|week|month|year)", _later),
    _rule("next-unit", r"(?P<which>that) (?P<unit>day)", _later),
    _rule("anaphoric", r"that (?:night|week|month|year)", _anaphoric),
    _rule("past-units", rf"(?:over|in|during|for) the (?:last|past) {N} {UNIT}", _past_units),
    _rule("half-year", rf"the (?P<half>first|second) half of {_y}", _half),
    _rule("duration-hyphen", rf"(?:{HEDGE} )?{N}-(?P<unit>day|week|month|year|hour|decade)(?!-?old)", _duration),
    _rule("duration", rf"(?:{HEDGE} )?{N} {UNIT}(?! old)", _duration),
    _rule("year-range", r"(?P<year1>1[89]\d\d|20\d\d)[-–](?P<last>\d{4}|\d\d)", _year_range),
    *_POINT_RULES[8:],
)
# What can follow "since" or "by": points and the relatives, never another limit.
_BOUNDED = (*_POINT_RULES, *(rule for rule in _RULES if rule.name in _RELATIVES))
