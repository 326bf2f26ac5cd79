"""The noun that a number counts, with its adjectives, and the unit that it stands for."""

from __future__ import annotations

import re

from graph.model import Span

PEOPLE = frozenset(
    "people person member worker employee actor performer writer screenwriter director nurse teacher educator driver "
    "striker picketer voter player artist musician technician mechanic machinist autoworker journalist reporter editor "
    "staffer clerk cook housekeeper janitor cleaner guard officer firefighter pilot attendant engineer conductor doctor "
    "physician resident intern student professor lecturer instructor researcher aide assistant caregiver pharmacist "
    "therapist crew crewmember animator designer developer programmer dockworker longshoreman stevedore miner steelworker "
    "carpenter electrician plumber painter laborer farmworker warehouse packer courier rider barista server bartender "
    "protester demonstrator marcher unionist delegate representative signatory signer creator producer showrunner "
    "supporter demonstrator retiree faculty staff man woman hand colleague american resident physician grip stagehand "
    "extra stunt participant professional controller dispatcher midwife midwives paramedic porter signaller inspector "
    "librarian custodian counselor welder assembler fitter docker seafarer sailor composer singer dancer umpire referee "
    "athlete freelancer adjunct postdoc trainee apprentice manager supervisor lawyer attorney negotiator leader steward "
    "organizer organiser captain child children kid pupil patient passenger commuter customer guest spectator parent "
    "resident veteran handler loader baker butcher trucker "
    "railwayman railroader postie academic scientist analyst economist official executive publicist cinematographer "
    "paraprofessional paraeducator caretaker technologist carrier servant tutor scholar counsellor psychologist hygienist "
    "sonographer wharfie lifeguard bricklayer roofer teamster sorter scaffolder ranger "
    "photographer illustrator cartoonist columnist announcer presenter dockhand deckhand".split()
)
_VOTES = frozenset("ballot vote".split())
_SUBSCRIBERS = frozenset(("subscriber", "subscription"))
_ADJECTIVES = re.compile(r"[a-z][a-z'-]*")
_STOP = frozenset(
    "of the a an and or to in on at by for from with as is are was were be been has have had will would may who which that "
    "this these those than but if not their its his her our who's against under over between per after before since until "
    "during amid while when where because more also other into voted went walked said says each do did up out since last "
    "next first strike strikes ended began left years ago across among without within toward towards near around about "
    "through throughout along outside inside behind plus including versus despite so such whose whom though although now "
    "today yesterday tomorrow always often perhaps has does says gets makes takes meets times us them you".split()
)
_BESIDES = frozenset("other more additional further extra fellow".split())
_BEFORE_NOUN = re.compile(r"(?:\s|-(?=\w))?(?:of\s(?:the|its|their|our|all)\s|of\s)?")
_NEXT_WORD = re.compile(r"\s([a-z'-]+)")
_PAIRED = re.compile(r"\s(?!the |a |an |its |their )[a-z-]+ (?:[a-z-]+ )?(?:" + "|".join(sorted(PEOPLE)) + r")s?\b")


def phrase(low: str, at: int, span: Span) -> tuple[str, int]:
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
        if word is not None and not words and word[0] in _BESIDES:
            end = word.end()  # "3,700 other workers"
            continue
        if word is None or word[0] in _STOP or ("'" in word[0] and found is not None and "of" in found[0]):
            break
        words.append(word[0])
        end = word.end()
        if unit_of(word[0]) is not None and not _continues(low, end, span):
            return " ".join(words), end
        if _plural(word[0]) and not _goes_on(low, end, span):
            return " ".join(words), end  # "20 cities face expiring contracts"
        if low[end : end + 1] not in (" ", "-") or low[end : end + 2] == "- ":
            break
    if words and words[-1].endswith("s") and not words[-1].endswith(("ss", "us", "is")):
        return " ".join(words), end
    for size in range(len(words), 0, -1):
        if unit_of(words[size - 1]) is not None or words[size - 1].endswith("s"):
            return " ".join(words[:size]), at + _length(low, at, words[:size])
    return "", at


def _continues(low: str, end: int, span: Span) -> bool:
    """Whether a word only qualifies the counted noun after it, as in "crew members"."""
    found = _NEXT_WORD.match(low, end, span.end)
    if found is None or found[1] in _STOP:
        return False
    last = low[max(0, end - 12) : end].rsplit(" ", 1)[-1]
    if unit_of(found[1]) is not None:
        return unit_of(found[1]) == "people" or _singular(last) == last  # "45,000 doctors ballot" counts doctors
    return _plural(found[1]) and _singular(last) == last and last != "people"  # "nine bank employee unions"


def _goes_on(low: str, end: int, span: Span) -> bool:
    """Whether a plural only qualifies the noun after it: "12 sports teams"."""
    found = _NEXT_WORD.match(low, end, span.end)
    return found is not None and found[1] not in _STOP and (unit_of(found[1]) is not None or _plural(found[1]))


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))


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
    if word.endswith(("ches", "shes", "sses", "xes", "buses", "puses", "nuses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def unit_of(word: str) -> str | None:
    """The unit of a word that stands for people, ballots or subscriptions."""
    one = _singular(word)
    if one in PEOPLE:
        return "people"
    if one in _VOTES:
        return "votes"
    if one in _SUBSCRIBERS:
        return "subscribers"
    return None


def unit(noun: str) -> str | None:
    """The unit of a counted phrase: that of its last word, else the last word in the singular where it is a plural."""
    if not noun:
        return None
    last = noun.split()[-1]
    return unit_of(last) or (_singular(last) if last.endswith("s") else None)
