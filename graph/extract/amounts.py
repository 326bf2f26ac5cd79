"""Numbers that count something, to quantities with unit, denominator, hedge and what they count.

Units: ISO 4217 codes for money, "percent", "people", "votes", "days", "weeks", "months", "years", "hours", "minutes",
"subscribers", else the counted noun in the singular. Years, ages, dates and bare list numbers are no figures.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation

from graph.extract.fold import lower
from graph.model import Quantity, Span, TimeExpression

_WORDS = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()
    )
} | {w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
_SCALE = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "mm": 6, "million": 6, "b": 9, "bn": 9, "billion": 9, "t": 12, "trillion": 12,
    "hundred": 2, "lakh": 5, "lakhs": 5, "crore": 7, "crores": 7,
}  # fmt: skip
_CURRENCY = {
    "us$": "USD", "$": "USD", "£": "GBP", "€": "EUR", "c$": "CAD", "ca$": "CAD", "a$": "AUD", "au$": "AUD", "nz$": "NZD", "hk$": "HKD",
    "₹": "INR", "rs": "INR", "rs.": "INR", "¥": "JPY", "₩": "KRW", "₦": "NGN", "dollar": "USD", "pound": "GBP", "euro": "EUR", "cent": "USD",
    "penny": "GBP", "rupee": "INR", "yen": "JPY", "won": "KRW", "rand": "ZAR", "peso": "MXN", "krona": "SEK", "kronor": "SEK",
    "kroner": "NOK", "franc": "CHF", "naira": "NGN", "shilling": "KES", "real": "BRL", "reais": "BRL",
    "canadian dollar": "CAD", "australian dollar": "AUD", "new zealand dollar": "NZD",
}  # fmt: skip
PEOPLE = frozenset(
    "people person member worker employee actor performer writer screenwriter director nurse teacher educator driver "
    "striker picketer voter player artist musician technician mechanic machinist autoworker journalist reporter editor "
    "staffer clerk cook housekeeper janitor cleaner guard officer firefighter pilot attendant engineer conductor doctor "
    "physician resident intern student professor lecturer instructor researcher aide assistant caregiver pharmacist "
    "therapist crew crewmember animator designer developer programmer dockworker longshoreman stevedore miner steelworker "
    "carpenter electrician plumber painter laborer farmworker warehouse packer courier rider barista server bartender "
    "protester demonstrator marcher unionist delegate representative signatory signer creator producer showrunner "
    "supporter demonstrator retiree faculty staff man woman hand colleague american resident physician grip stagehand "
    "extra stunt participant professional".split()
)
_VOTES = frozenset("ballot vote".split())
_TIME = {
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
    "hour": "hours",
    "minute": "minutes",
    "hr": "hours",
}
_SUBSCRIBERS = frozenset(("subscriber", "subscription"))

_NUM = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_SPELLED = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen"
)
_HEDGE = (
    r"(?:(?P<hedge>more than|no more than|no fewer than|fewer than|less than|at least|at most|up to|as many as|as much as|"
    r"as few as|over|under|above|below|nearly|almost|close to|about|around|roughly|approximately|some|an estimated|"
    r"an average of|upwards of|north of|just over|just under|well over|slightly more than|exceeding|topping|>|~)\s+"
    r"(?:the\s+)?)?"
)
_SCALES = r"(?:[\s-]?(?:thousand|million|billion|trillion|lakhs?|crores?|bn|mn|[kmb])\b)?"
_SIGN = r"(?:us\$|ca?\$|au?\$|nz\$|hk\$|\$|£|€|₹|¥|₩|₦|\brs\.?(?=\s?\d))"
_PER = (
    r"(?:\s?(?:/|-?(?:per|an?|each|every)[\s-]+)(?P<per>year|yr|month|week|day|hour|hr|episode|person|member|worker|subscriber|"
    r"employee|film|season|script|share)\b|(?P<annual>\s(?:annually|yearly|a\syear|each\syear|per\sannum)))?"
)
_TO = r"\s?(?:-|–|—|to|and)\s?"

_MONEY = re.compile(
    rf"{_HEDGE}(?P<sign>{_SIGN})\s?(?P<low>{_NUM})(?P<scale>{_SCALES})"
    rf"(?:{_TO}(?:(?P<sign2>{_SIGN})\s?|(?<=\d-))(?P<high>{_NUM})(?P<scale2>{_SCALES}))?{_PER}"
)
_DOLLARS = re.compile(
    rf"{_HEDGE}(?<![\w.])(?P<low>{_NUM}|{_SPELLED})(?P<scale>{_SCALES})(?:\s(?:us|american|indian|south\safrican|swedish|mexican|kenyan))?\s"
    rf"(?P<currency>(?:canadian\s|australian\s|new\szealand\s)?dollar|pound|euro|cent|rupee|yen|won(?!\s)|rand|peso|kronor|kroner|naira|shilling|reais)s?\b{_PER}"
)
_PERCENT = re.compile(
    rf"{_HEDGE}(?<![\w.$])(?P<low>{_NUM}|{_SPELLED})(?:\s?(?:%|percent|per\scent))?"
    rf"(?:{_TO}(?P<high>{_NUM}|{_SPELLED}))?\s?-?(?:%|percent\b|per\scent\b|percentage\spoints?\b)"
)
_FRACTION = re.compile(
    rf"{_HEDGE}(?P<number>{_SPELLED}|a)\sand\sa\s(?P<part>half|quarter)\s(?P<unit>day|week|month|year|hour)s?\b|(?P<one>a|an|one)\s(?P<unit2>day|week|month|year|hour)\sand\sa\s(?P<part2>half|quarter)\b"
)
_SPAN_OF_TIME = re.compile(
    rf"{_HEDGE}(?<![\w.$,])(?P<low>{_NUM}|{_SPELLED})(?:{_TO}(?P<high>{_NUM}|{_SPELLED}))?"
    rf"(?P<join>[\s-])(?:(?:more|full|straight|marathon|consecutive|additional|guaranteed|long)\s)?(?P<unit>day|week|month|year|hour|minute)s?\b(?!-?\s?old)"
)
_COUNT = re.compile(
    rf"{_HEDGE}(?<![\w.$,/#])(?P<low>{_NUM}|{_SPELLED})(?P<scale>(?:\s(?:thousand|million|billion|hundred))?)"
    rf"(?:{_TO}(?P<high>{_NUM}|{_SPELLED})(?P<scale2>(?:\s(?:thousand|million|billion|hundred))?))?(?![\w%]|[.,:/]\d|-\w)"
)
_HEADCOUNT = re.compile(
    rf"{_HEDGE}(?<![\w.$,/#])(?P<low>{_NUM}|{_SPELLED})(?P<scale>(?:-thousand)?)"
    rf"(?:-(?:person|member|worker|strong|employee|nurse|teacher|driver)\b(?!-)|(?<=-thousand)(?=\s(?P<noun>[a-z]+s)\b))"
)  # "the 160,000-person union", "15-thousand nurses"
_AND_A_HALF = re.compile(
    rf"{_HEDGE}(?<![\w.$,])(?P<low>{_NUM}|{_SPELLED})\sand\sa\shalf\s(?P<scale>thousand|million|billion)\b"
)
_OPPOSED = re.compile(
    rf"(?P<low>{_NUM})\s(?:votes?\s|members\s)?(?:voted\s)?(?:who\s(?:participated|voted)|opposed|against|voted\s(?:no|against)|voting\s(?:no|against)|in\s(?:favou?r|support))\b|"
    rf"\bvoted\s(?:[a-z]+\s)?(?P<yes>{_NUM})\s?[-–]\s?(?P<no>{_NUM})\b"
)
_ELIDED = re.compile(
    rf"{_HEDGE}(?<![\w.$,/#:-])(?P<low>\d{{1,3}}(?:,\d{{3}})+)(?=\s(?:in|at|of|from|more|were|are|have|who|will|would|are|walked|voted|joined)\b)"
)  # the counted noun is that of the figure before
_TALLY = re.compile(
    rf"(?:\b(?:vote|count|margin|tally|ballot|by|ratio)\b[^.\d]{{0,20}}?)(?P<low>{_NUM})(?:\s(?:voting\s)?(?:yes|in\sfavor|in\sfavour|for))?"
    rf"(?:\s?(?:to|-|–)\s?|,?\s(?:and|against)\s)(?P<high>{_NUM})(?!\s?(?:percent|per cent|%|days|weeks|months|years|hours))"
)
_ADJECTIVES = re.compile(r"[a-z][a-z'-]*")
_STOP = frozenset(
    "of the a an and or to in on at by for from with as is are was were be been has have had will would may who which that "
    "this these those than but if not their its his her our who's against under over between per after before since until "
    "during amid while when where because more also other into voted went walked said says each do did up out since last "
    "next first strike strikes ended began left years ago".split()
)
_BEFORE_NOUN = re.compile(r"(?:\s|-(?=\w))?(?:of\s(?:the|its|their|our|all)\s|of\s)?")
_NEXT_WORD = re.compile(r"\s([a-z'-]+)")
_PAIRED = re.compile(r"\s(?!the |a |an |its |their )[a-z-]+ (?:[a-z-]+ )?(?:" + "|".join(sorted(PEOPLE)) + r")s?\b")
_AGE = re.compile(r"-?\s?years?[- ]olds?\b")
_NOT_AFTER = re.compile(
    r"\b(?:local|no\.?|number|chapter|section|article|season|episode|route|title|level|phase|part|act|stage|channel|page|schedule|version|bill|ab|sb|proposition|prop|room|flight|highway|apollo|windows|iphone|ps|top|day|week|year|month|class of|size|age|aged|rule|proposal)\s$"
)
_VAGUE_ONE = frozenset(("one", "zero"))


def find(
    text: str, *, spans: Sequence[Span] = (), times: Sequence[TimeExpression] = (), named: Sequence[Span] = ()
) -> tuple[Quantity, ...]:
    """The quantities of a text in order, none overlapping; dates, and names with a number in them, are left alone."""
    low = lower(text)
    taken = _Taken(
        t.span
        for t in times
        if t.kind in ("date", "interval", "clock") and t.rule not in ("anaphoric", "recent", "ago")
    )
    for name in named:
        if _DIGIT.search(low, name.start, name.end) and not taken.meets(name):
            taken.add(name)
    out: list[Quantity] = []
    for span in spans or (Span(0, len(text)),):
        out.extend(_in(low, text, span, taken))
    return tuple(sorted(out, key=lambda q: q.span))


_DIGIT = re.compile(r"\d")


class _Taken:
    """Places that are spoken for, none overlapping; asked often on a line without end, so found by halving."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)

    def meets(self, span: Span) -> bool:
        """Whether a place shares a character with one that is taken."""
        at = bisect_left(self._spans, span)
        return any(self._spans[i].meets(span) for i in (at - 1, at) if 0 <= i < len(self._spans))

    def add(self, span: Span) -> None:
        """Takes a place that meets no other."""
        insort(self._spans, span)


def _in(low: str, text: str, span: Span, taken: _Taken) -> Iterator[Quantity]:
    if _NUMERAL.search(low, span.start, span.end) is None:
        return
    counted: list[Quantity] = []
    for reader, needs in _READERS:
        if needs is not None and needs.search(low, span.start, span.end) is None:
            continue
        for quantity in reader(low, text, span, taken):
            if not taken.meets(quantity.span):
                taken.add(quantity.span)
                counted.append(quantity)
                yield quantity
    for quantity in _elided(low, text, span, sorted(counted, key=lambda q: q.span)):
        if not taken.meets(quantity.span):
            yield quantity


def _value(number: str, scale: str = "") -> Decimal | None:
    number = number.replace(",", "").strip()
    total: Decimal
    if number[:1].isdigit() or number.startswith("."):
        try:
            total = Decimal(number)
        except InvalidOperation:
            return None
    else:
        total = Decimal(sum(_WORDS.get(part, 0) for part in re.split(r"[- ]", number)))
    return total.scaleb(_SCALE.get(scale.strip(" -"), 0))


def _hedged(match: re.Match[str]) -> str:
    word = (match.groupdict().get("hedge") or "").strip()
    if word in (
        "more than",
        "over",
        "above",
        "upwards of",
        "north of",
        "just over",
        "well over",
        "slightly more than",
        "exceeding",
        "topping",
        ">",
    ):
        return "over"
    if word in ("fewer than", "less than", "under", "below", "just under"):
        return "under"
    if word in ("at least", "no fewer than", "as few as"):
        return "at least"
    if word in ("at most", "up to", "as many as", "as much as", "no more than"):
        return "at most"
    if word in ("nearly", "almost", "close to"):
        return "nearly"
    return "about" if word else ""


def _per(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("annual"):
        return "year"
    return {"yr": "year", "hr": "hour"}.get(groups.get("per") or "", groups.get("per") or "")


def _span(match: re.Match[str], start: str = "low") -> Span:
    """The figure with its sign and its hedge, without white space at the ends."""
    return Span(match.start(), match.start() + len(match[0].rstrip()))


def _money(low: str, text: str, span: Span, taken: _Taken) -> Iterator[Quantity]:
    for match in _MONEY.finditer(low, span.start, span.end):
        unit = _CURRENCY[match["sign"]]
        first = _value(match["low"], match["scale"])
        if first is None:
            continue
        last = first
        other = _CURRENCY[match["sign2"]] if match["sign2"] else unit
        if match["high"] and (other != unit or _apart(low, match, span)):
            second = _value(match["high"], match["scale2"])
            yield Quantity(Span(match.start(), match.end("scale")), first, first, unit, "", _hedged(match))
            if second is not None:
                yield Quantity(
                    Span(match.start("sign2"), match.start() + len(match[0].rstrip())),
                    second,
                    second,
                    other,
                    _per(match),
                )
            continue
        if match["high"]:
            last = _value(match["high"], match["scale2"]) or first
            if match["scale2"].strip() and not match["scale"].strip() and first < 1000:
                first = _value(match["low"], match["scale2"]) or first
            first, last = min(first, last), max(first, last)
        yield Quantity(_span(match), first, last, unit, _per(match), _hedged(match))
    for match in _DOLLARS.finditer(low, span.start, span.end):
        value = _value(match["low"], match["scale"])
        if value is None:
            continue
        if match["currency"] == "cent":
            value = value / 100
        yield Quantity(_span(match), value, value, _CURRENCY[match["currency"]], _per(match), _hedged(match))


def _apart(low: str, match: re.Match[str], span: Span) -> bool:
    """Whether "and" joins two amounts that are no range: "$5 and $6", not "between $5 and $6"."""
    joined = re.search(r"\band\b", low[match.end("scale") : match.start("high")])
    return joined is not None and "between" not in low[max(span.start, match.start() - 10) : match.start("low")]


def _percents(low: str, text: str, span: Span, taken: _Taken) -> Iterator[Quantity]:
    for match in _PERCENT.finditer(low, span.start, span.end):
        first = _value(match["low"])
        last = _value(match["high"]) if match["high"] else first
        if first is None or last is None:
            continue
        listed = _list_before(low, match, span)
        for value, place in listed:
            yield Quantity(place, value, value, "percent")
        if match["high"] and first > last:
            cut = match.start("high")
            yield Quantity(Span(match.start("low"), match.end("low")), first, first, "percent", hedge=_hedged(match))
            yield Quantity(Span(cut, match.end()), last, last, "percent")
            continue
        if (
            match["high"]
            and re.search(r"\band\b", low[match.end("low") : match.start("high")])
            and "between" not in low[max(span.start, match.start() - 10) : match.start("low")]
        ):
            yield Quantity(Span(match.start("low"), match.end("low")), first, first, "percent", hedge=_hedged(match))
            yield Quantity(Span(match.start("high"), match.end()), last, last, "percent")
            continue
        yield Quantity(_span(match), first, last, "percent", hedge=_hedged(match), noun=_tail(low, match.end(), span))


_LISTED = re.compile(rf"(?P<value>{_NUM}),\s$")


def _list_before(low: str, match: re.Match[str], span: Span) -> list[tuple[Decimal, Span]]:
    """The earlier members of "5, 4 and 3.5 percent"."""
    out: list[tuple[Decimal, Span]] = []
    end = match.start("low")
    while (found := _LISTED.search(low, max(span.start, end - 12), end)) is not None:
        value = _value(found["value"])
        if value is None or value > 100:
            break
        out.append((value, Span(found.start("value"), found.end("value"))))
        end = found.start("value")
    return list(reversed(out)) if match["high"] else []


def _tail(low: str, end: int, span: Span) -> str:
    found = re.match(
        r"\s?of (?:(?:the|its|their|all|our|his|her)\s)*((?:[a-z'-]+\s?){1,3})", low[end : min(span.end, end + 50)]
    )
    return " ".join(found[1].split()[:2]) if found else ""


def _tallies(low: str, text: str, span: Span, taken: _Taken) -> Iterator[Quantity]:
    for match in _TALLY.finditer(low, span.start, span.end):
        for group in ("low", "high"):
            value = _value(match[group])
            if value is not None and value == value.to_integral_value():
                yield Quantity(Span(match.start(group), match.end(group)), value, value, "votes", noun="votes")


def _opposed(low: str, text: str, span: Span, taken: _Taken) -> Iterator[Quantity]:
    """ "198 opposed", "voted 512-48"."""
    for match in _OPPOSED.finditer(low, span.start, span.end):
        for group in ("low", "yes", "no"):
            value = _value(match[group]) if match[group] else None
            if value is not None and not _year_like(match[group]):
                yield Quantity(Span(match.start(group), match.end(group)), value, value, "votes", noun="votes")


def _headcounts(low: str, text: str, span: Span, taken: _Taken) -> Iterator[Quantity]:
    """ "the 160,000-person union", "15-thousand nurses", "eleven and a half thousand writers"."""
    for match in _HEADCOUNT.finditer(low, span.start, span.end):
        value = _value(match["low"], match["scale"].strip("-"))
        if value is None or value < 2 or (match["noun"] and _unit_of(match["noun"]) is None):
            continue
        yield Quantity(_span(match), value, value, "people", hedge=_hedged(match), noun=match["noun"] or "members")
    for match in _AND_A_HALF.finditer(low, span.start, span.end):
        value = _value(match["low"])
        noun, end = _noun(low, match.end(), span)
        unit = _unit(noun)
        if value is not None and unit is not None:
            value = (value + Decimal("0.5")).scaleb(_SCALE[match["scale"]])
            yield Quantity(Span(match.start(), end), value, value, unit, hedge=_hedged(match), noun=noun)


def _elided(low: str, text: str, span: Span, counted: Sequence[Quantity]) -> Iterator[Quantity]:
    """ "5,000 drivers in Ohio and over 2,300 in Texas": the noun of the count before, or of the one it is part of."""
    people = [q for q in counted if q.unit == "people"]
    if not people:
        return
    for match in _ELIDED.finditer(low, span.start, span.end):
        at = bisect_left(people, match.end(), key=lambda q: q.span.start)
        value = _value(match["low"])
        source = people[at - 1] if at else None
        if at < len(people) and _PART_OF.fullmatch(low, match.end(), people[at].span.start):
            source = people[at]
        if source is not None and value is not None and not source.span.meets(Span(match.start(), match.end())):
            yield Quantity(_span(match), value, value, "people", hedge=_hedged(match), noun=source.noun)


def _fractions(low: str, text: str, span: Span, taken: _Taken) -> Iterator[Quantity]:
    for match in _FRACTION.finditer(low, span.start, span.end):
        number = Decimal(1) if match["one"] or match["number"] == "a" else _value(match["number"])
        part = match["part"] or match["part2"]
        unit = match["unit"] or match["unit2"]
        value = (number or Decimal(1)) + (Decimal("0.5") if part == "half" else Decimal("0.25"))
        yield Quantity(_span(match), value, value, _TIME[unit], hedge=_hedged(match))


def _lengths(low: str, text: str, span: Span, taken: _Taken) -> Iterator[Quantity]:
    for match in _SPAN_OF_TIME.finditer(low, span.start, span.end):
        first = _value(match["low"])
        last = _value(match["high"]) if match["high"] else first
        if first is None or last is None or first > last or _AGE.match(low, match.end("unit") - len(match["unit"])):
            continue
        if low[match.end() : match.end() + 4] in ("-old", " old"):
            continue
        if match["low"] in _VAGUE_ONE and match["join"] == " " and not match.groupdict().get("hedge"):
            continue
        yield Quantity(_span(match), first, last, _TIME[match["unit"]], hedge=_hedged(match))
    for time_match in re.finditer(
        r"(?:its|their|his|the)\s(\d{1,3})(?:st|nd|rd|th)\s(day|week|month)\b", low[span.start : span.end]
    ):
        value = Decimal(time_match[1])
        start = span.start + time_match.start(1)
        yield Quantity(Span(start, span.start + time_match.end()), value, value, _TIME[time_match[2]])


def _counts(low: str, text: str, span: Span, taken: _Taken) -> Iterator[Quantity]:
    for match in _COUNT.finditer(low, span.start, span.end):
        here = Span(match.start("low"), match.end())
        if taken.meets(here):
            continue
        first = _value(match["low"], match["scale"])
        last = _value(match["high"], match["scale2"]) if match["high"] else first
        if first is None or last is None:
            continue
        before = low[max(span.start, match.start() - 14) : match.start()]
        if _NOT_AFTER.search(before) or low[max(0, match.start("low") - 1)] in "-–#'":
            continue
        noun, end = _noun(low, match.end(), span)
        unit = _unit(noun)
        spelled = not match["low"][0].isdigit()
        if unit is None:
            continue
        if spelled and (match["low"] in _VAGUE_ONE or (unit not in ("people", "votes", "subscribers") and first < 10)):
            continue
        if spelled and first < 5 and unit == "people" and not match.groupdict().get("hedge"):
            continue
        if _year_like(match["low"]) and unit not in ("people", "votes", "subscribers"):
            continue
        if match["high"] and first > last:
            yield Quantity(Span(match.start(), match.end("low")), first, first, unit, hedge=_hedged(match), noun=noun)
            yield Quantity(Span(match.start("high"), end), last, last, unit, noun=noun)
            continue
        if match["high"] and "and" in low[match.end("low") : match.start("high")].split():
            continue
        yield Quantity(Span(match.start(), end), first, last, unit, hedge=_hedged(match), noun=noun)


def _year_like(number: str) -> bool:
    return re.fullmatch(r"1[89]\d\d|20\d\d", number) is not None


def _noun(low: str, at: int, span: Span) -> tuple[str, int]:
    """The counted noun with its adjectives, up to five words, and where it ends; "" where nothing is counted."""
    words: list[str] = []
    end = at
    while len(words) < 6:
        found = _BEFORE_NOUN.match(low, end, span.end)
        start = found.end() if found else end
        if found and "of" in found[0] and words:
            break
        word = _ADJECTIVES.match(low, start, span.end)
        if word is not None and word[0] == "and" and words and _PAIRED.match(low, word.end(), span.end):
            end = word.end()  # "160,000 film and television actors"
            words.append("and")
            continue
        if word is None or word[0] in _STOP:
            break
        words.append(word[0])
        end = word.end()
        if _unit_of(word[0]) is not None and not _continues(low, end, span):
            return " ".join(words), end
        if low[end : end + 1] not in (" ", "-") or low[end : end + 2] == "- ":
            break
    if words and words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is")):
        return " ".join(words), end
    for size in range(len(words), 0, -1):
        if _unit_of(words[size - 1]) is not None or words[size - 1].endswith("s"):
            return " ".join(words[:size]), at + _length(low, at, words[:size])
    return "", at


def _continues(low: str, end: int, span: Span) -> bool:
    """Whether "television" or "film" goes on to a counted noun, as in "crew members"."""
    found = _NEXT_WORD.match(low, end, span.end)
    return found is not None and _unit_of(found[1]) is not None


def _length(low: str, at: int, words: list[str]) -> int:
    end = at
    for word in words:
        end = low.index(word, end) + len(word)
    return end - at


def _singular(word: str) -> str:
    if word in ("people", "persons"):
        return "person"
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _unit_of(word: str) -> str | None:
    one = _singular(word)
    if one in PEOPLE:
        return "people"
    if one in _VOTES:
        return "votes"
    if one in _SUBSCRIBERS:
        return "subscribers"
    return None


def _unit(noun: str) -> str | None:
    if not noun:
        return None
    last = noun.split()[-1]
    return _unit_of(last) or (_singular(last) if last.endswith("s") else None)


_PART_OF = re.compile(r"\s(?:out\s)?of\s(?:the\s|its\s|their\s)?")
_NUMERAL = re.compile(r"\d|\b(?:" + "|".join(_WORDS) + r"|half|quarter)\b")
_READERS: tuple[tuple[Callable[[str, str, Span, _Taken], Iterator[Quantity]], re.Pattern[str] | None], ...] = (
    (
        _money,
        re.compile(
            r"[$£€₹¥₩₦]|\brs\b|\b(?:dollar|pound|euro|cent|rupee|yen|won|rand|peso|krono?r|kroner|naira|shilling|reais)"
        ),
    ),
    (_percents, re.compile(r"%|\bper\s?cent")),
    (_tallies, re.compile(r"\d")),
    (_opposed, re.compile(r"\b(?:opposed|against|voted|voting|favou?r|support)\b")),
    (_fractions, re.compile(r"\b(?:half|quarter)\b")),
    (
        _headcounts,
        re.compile(r"-(?:person|member|worker|strong|employee|nurse|teacher|driver|thousand)\b|\band\sa\shalf\b"),
    ),
    (_lengths, re.compile(r"\b(?:day|week|month|year|hour|minute)")),
    (_counts, None),
)
