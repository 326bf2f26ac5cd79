"""Forms of English verbs and nouns, made when cues are compiled, so that nothing is lemmatised at run time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

BASE, THIRD, PAST, PARTICIPLE, GERUND = "base", "third", "past", "participle", "gerund"

# lemma: past, participle (alternatives by "/"), where they are not lemma + ed.
_IRREGULAR = {
    "arise": "arose arisen", "awake": "awoke awoken", "be": "was/were been", "bear": "bore borne", "beat": "beat beaten",
    "become": "became become", "begin": "began begun", "bend": "bent bent", "bet": "bet bet", "bid": "bid bid",
    "bind": "bound bound", "bite": "bit bitten", "blow": "blew blown", "break": "broke broken", "bring": "brought brought",
    "build": "built built", "burst": "burst burst", "buy": "bought bought", "cast": "cast cast", "catch": "caught caught",
    "choose": "chose chosen", "cling": "clung clung", "come": "came come", "cost": "cost cost", "creep": "crept crept",
    "cut": "cut cut", "deal": "dealt dealt", "dig": "dug dug", "do": "did done", "draw": "drew drawn",
    "drink": "drank drunk", "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen", "feed": "fed fed",
    "feel": "felt felt", "fight": "fought fought", "find": "found found", "flee": "fled fled", "fly": "flew flown",
    "forbid": "forbade forbidden", "forget": "forgot forgotten", "forgive": "forgave forgiven", "freeze": "froze frozen",
    "get": "got gotten/got", "give": "gave given", "go": "went gone", "grind": "ground ground", "grow": "grew grown",
    "hang": "hung hung", "have": "had had", "hear": "heard heard", "hide": "hid hidden", "hit": "hit hit",
    "hold": "held held", "hurt": "hurt hurt", "keep": "kept kept", "know": "knew known", "lay": "laid laid",
    "lead": "led led", "leave": "left left", "lend": "lent lent", "let": "let let", "lie": "lay lain", "lose": "lost lost",
    "make": "made made", "mean": "meant meant", "meet": "met met", "outlay": "outlaid outlaid", "pay": "paid paid",
    "put": "put put", "quit": "quit quit", "read": "read read", "rebuild": "rebuilt rebuilt", "ride": "rode ridden",
    "ring": "rang rung", "rise": "rose risen", "run": "ran run", "say": "said said", "see": "saw seen",
    "seek": "sought sought", "sell": "sold sold", "send": "sent sent", "set": "set set", "shake": "shook shaken",
    "shed": "shed shed", "shine": "shone shone", "shoot": "shot shot", "show": "showed shown/showed", "shrink": "shrank shrunk",
    "shut": "shut shut", "sing": "sang sung", "sink": "sank sunk", "sit": "sat sat", "sleep": "slept slept",
    "slide": "slid slid", "speak": "spoke spoken", "spend": "spent spent", "spin": "spun spun", "split": "split split",
    "spread": "spread spread", "stand": "stood stood", "steal": "stole stolen", "stick": "stuck stuck",
    "strike": "struck struck/stricken", "strive": "strove striven", "swear": "swore sworn", "sweep": "swept swept",
    "swing": "swung swung", "take": "took taken", "teach": "taught taught", "tear": "tore torn", "tell": "told told",
    "think": "thought thought", "throw": "threw thrown", "undercut": "undercut undercut", "undergo": "underwent undergone",
    "understand": "understood understood", "undertake": "undertook undertaken", "uphold": "upheld upheld",
    "wear": "wore worn", "win": "won won", "wind": "wound wound", "withdraw": "withdrew withdrawn",
    "withhold": "withheld withheld", "withstand": "withstood withstood", "write": "wrote written",
    "overcome": "overcame overcome", "oversee": "oversaw overseen", "override": "overrode overridden",
    "overturn": "overturned overturned", "retake": "retook retaken", "rewrite": "rewrote rewritten",
    "broadcast": "broadcast broadcast", "forgo": "forwent forgone", "foresee": "foresaw foreseen", "sue": "sued sued",
    "clinch": "clinched clinched",
}  # fmt: skip
_THIRD = {"be": "is", "have": "has", "do": "does", "go": "goes"}
# Verbs of more than one syllable, stressed on the last: their final consonant doubles.
_DOUBLING = frozenset(
    "admit commit compel concur confer control defer deter dispel embed emit equip excel expel forbid forget incur infer "
    "occur omit patrol permit prefer propel rebel recur refer regret remit repel submit transfer transmit upset begin "
    "reset acquit allot unplug rebut debug".split()
)
_PLURALS = {
    "man": "men", "woman": "women", "person": "people", "child": "children", "foot": "feet", "crew": "crews",
    "half": "halves", "life": "lives", "wife": "wives", "loaf": "loaves", "shelf": "shelves", "leaf": "leaves",
    "staff": "staffs", "craftsman": "craftsmen", "spokesman": "spokesmen", "spokeswoman": "spokeswomen",
    "spokesperson": "spokespeople", "chairman": "chairmen", "chairwoman": "chairwomen", "longshoreman": "longshoremen",
    "fireman": "firemen", "crisis": "crises", "basis": "bases", "series": "series", "means": "means",
    "headquarters": "headquarters", "memorandum": "memoranda", "datum": "data", "medium": "media",
}  # fmt: skip
_VOWELS = frozenset("aeiou")


@cache
def verb_forms(lemma: str) -> Mapping[str, frozenset[str]]:
    """Every form of a verb with what it can be: base, third, past, participle, gerund."""
    out: dict[str, set[str]] = {}

    def add(form: str, tag: str) -> None:
        out.setdefault(form, set()).add(tag)

    add(lemma, BASE)
    if lemma == "be":
        for form in ("am", "is", "are"):
            add(form, THIRD)
    else:
        add(_THIRD.get(lemma) or _with_s(lemma), THIRD)
    add(_gerund(lemma), GERUND)
    past, participle = _IRREGULAR[lemma].split() if lemma in _IRREGULAR else (_past(lemma), _past(lemma))
    for form in past.split("/"):
        add(form, PAST)
    for form in participle.split("/"):
        add(form, PARTICIPLE)
    return {form: frozenset(tags) for form, tags in out.items()}


@cache
def noun_forms(lemma: str) -> tuple[str, ...]:
    """Singular and plural of a noun; of a hyphenated or spaced one, the last word bends."""
    head, hyphen, tail = lemma.rpartition("-")
    if hyphen and tail:
        return tuple(dict.fromkeys((lemma, f"{head}-{noun_forms(tail)[-1]}")))
    return tuple(dict.fromkeys((lemma, _PLURALS.get(lemma) or _with_s(lemma))))


def expand(entries: Iterable[str]) -> frozenset[str]:
    """The surface forms of a word list; phrases of several words keep their spaces."""
    out: set[str] = set()
    for entry in entries:
        head, *rest = entry.lower().split()
        word, _, kind = head.partition("/")
        tail = "".join(" " + part.partition("/")[0] for part in rest)
        forms: Iterable[str] = (word,)
        if kind == "v":
            forms = verb_forms(word)
        elif kind == "n" or (rest and rest[-1].endswith("/n")):
            forms = noun_forms(word) if kind == "n" else (word,)
        out.update(form + tail for form in forms)
    return frozenset(out)


def _with_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith("o") and word in ("veto", "echo", "hero", "go", "undergo", "forgo"):
        return word + "es"
    return word + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    if lemma.endswith("c"):
        return lemma + "ked"
    return (lemma + lemma[-1] if _doubles(lemma) else lemma) + "ed"


def _gerund(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return lemma[:-1] + "ing"
    if lemma.endswith("c"):
        return lemma + "king"
    return (lemma + lemma[-1] if _doubles(lemma) else lemma) + "ing"


def _doubles(lemma: str) -> bool:
    """Whether the last consonant doubles: one vowel before it, and the stress on the last syllable."""
    if len(lemma) < 3 or lemma[-1] in _VOWELS | set("wxyh") or lemma[-2] not in _VOWELS or lemma[-3] in _VOWELS - {"u"}:
        return False
    if lemma[-3] == "u" and lemma[-4:-3] != "q":
        return False
    syllables = sum(1 for a, b in zip(" " + lemma, lemma, strict=False) if b in _VOWELS and a not in _VOWELS)
    return syllables == 1 or lemma in _DOUBLING
