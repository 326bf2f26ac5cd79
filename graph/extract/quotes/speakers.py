"""Who speaks in a stretch of text: the agent that a verb of speech has as its subject, or whose letter or statement it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter

from graph.extract.quotes import joint
from graph.extract.quotes.issuers import Issuers
from graph.extract.quotes.nameless import Nameless
from graph.extract.quotes.reference import Reference
from graph.extract.quotes.spokespeople import Spokespeople
from graph.extract.quotes.voice import Voice
from graph.extract.quotes.wording import Wording
from graph.model import Agent, Mention, Sentence, Span
from ontology import terms

_span = attrgetter("span")

_WORDS = re.compile(r"[A-Za-z']+")
_ASIDE = re.compile(r"\b(?:which|what|who) (?:it|he|she|they|we) (?:\w+ )?$")
_PRONOUNS = re.compile(r"\b(?:he|she|they|it)\b")


_SET_OFF = re.compile(
    r", (?:which|who|whose|[\w-]{2,}ing(?= that| the| its| their)) [^,;:.\"]{3,140}"
    r"(?:, [A-Z][^,;:.\"]{1,60}){0,9},(?= )"  # "which represents Crag, Dell and Elm,"
)
_PAIR = re.compile(r"\b(?:[Tt]he two|[Tt]he pair)(?: (?:leaders|officers|men|women))? (?:jointly )?$")
_INSIDE = re.compile(
    r"\b(?:in|at|to|with|against|from|by|outside|near|on|over|under|between|among|toward|into)\s(?:the\s)?$"
)


class Speakers:
    """One document's mentions and verbs of speech; `last_person` is who spoke last, `quoted` what stands in marks near by."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        agents: Mapping[str, Agent],
        wording: Wording,
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.starts = [s.span.start for s in sentences]
        self.mentions = mentions
        self.agents = agents
        self.wording = wording
        self.quoted: list[Span] = []
        self.last_person: tuple[str, int] | None = None
        self.last_joint: tuple[tuple[str, ...], int] | None = None
        self.reference = Reference(self)
        self.issuers = Issuers(self)
        self.nameless = Nameless(self)
        self.spokespeople = Spokespeople(self)

    def find(self, span: Span, *, first: bool) -> Voice | None:
        """A verb of speech in the span and the agent that governs it, or "according to" an agent."""
        text = self.text[span.start : span.end]
        inside = [m for m in self.mentions_in(span) if not self.in_marks(m.span.start)]
        according = self._according(span, text, inside)
        if according is not None:
            return according
        verbs = self._verbs(span, text, inside)
        if not verbs:
            return (
                (self._named_after(span, inside) or self.issuers.read_out(span, text, first=False))
                if first
                else self.issuers.of_noun(span, inside)
            )
        for verb in verbs if first else self._backwards(verbs):
            left = [m for m in inside if m.span.end <= verb.start]
            if first and verb.of(self.text).endswith("ing") and not left:
                return None  # "..., adding that it ..." goes on with the speaker before
            right = [m for m in inside if m.span.start >= verb.end]
            leads = first or verb.start == span.start  # "Said Jane Roe in a statement, ..."
            inverted = leads and not left and bool(right) and right[0].span.start - verb.end < 60
            pair = self._pair(span, verb)
            if pair is not None:
                return pair
            nobody = self.nameless.subject(span, verb, left, right, first=first)
            if nobody is not None:
                asked = self.wording.not_named.search(self.text, span.start, span.end)
                return Voice(None, verb, nobody + (" " + asked[0].lstrip(", ") if asked is not None else ""))
            voice = self._inverted(right, verb) if inverted else self._subject(left, right, verb)
            if voice is not None:
                return voice
            body = self.spokespeople.body(verb)
            if body is not None:
                return Voice(body, verb)
        return self.issuers.read_out(span, text, first=first)

    def _backwards(self, verbs: Sequence[Span]) -> list[Span]:
        """The verbs from the last on, but ", saying" after the verb before it: both have one subject."""
        out = list(reversed(verbs))
        goes_on = len(out) > 1 and out[0].of(self.text).endswith("ing")
        return [*out[1:], out[0]] if goes_on and self.text[out[0].start - 2 : out[0].start] == ", " else out

    def _pair(self, span: Span, verb: Span) -> Voice | None:
        """ "the two wrote": the last two persons named before."""
        if _PAIR.search(self.text[span.start : verb.start]) is None:
            return None
        near = self.mentions_in(Span(max(0, span.start - 900), verb.start))
        people = [
            m.agents[0]
            for m in reversed(near)
            if self.is_person(m) and m.kind == "name" and not self.in_marks(m.span.start)
        ]
        two = list(dict.fromkeys(people))[:2]
        return Voice(two[1], verb, joint=(two[0],)) if len(two) == 2 else None

    def _according(self, span: Span, text: str, inside: Sequence[Mention]) -> Voice | None:
        found = self.wording.according.search(text.lower())
        if found is None:
            return None
        cue = Span(span.start + found.start(), span.start + found.end())
        nobody = self.wording.unnamed.match(text.lower(), found.end() + 1) or self.wording.plural.match(
            text.lower(), found.end() + 1
        )
        later = [m for m in inside if m.span.start >= cue.end]
        if nobody is not None and not any(self.is_person(m) for m in later[:2]):
            return Voice(None, cue, nobody["who"])
        source = self.wording.in_document.match(text[found.end() :])
        issuer = self.issuers.before(cue.start) if source is not None else self.issuers.maker(Span(cue.end, span.end))
        who = issuer if issuer is not None else self.who(later[:3])
        return None if who is None else Voice(who, cue)

    def _verbs(self, span: Span, text: str, inside: Sequence[Mention]) -> list[Span]:
        """The verbs of speech of a stretch that stand neither in quotations nor in names."""
        found = (
            Span(span.start + m.start(), span.start + m.end())
            for m in _WORDS.finditer(text)
            if m[0].lower() in self.wording.speech and not self._noun_here(text, m.start())
        )
        return [
            verb
            for verb in found
            if not any(q.covers(verb) for q in self.quoted)
            and not any(m.span.covers(verb) or self._in_office(verb, m) for m in inside)
        ]

    def _in_office(self, verb: Span, person: Mention) -> bool:
        """Whether a word of speech is a part of the office before a name: "RMT state convenor Jane Roe told ..."."""
        if not 0 < person.span.start - verb.end < 60 or not self.is_person(person):
            return False
        role = self.agents[person.agents[0]].role
        return role is not None and verb.of(self.text).lower() in role.lower().split()

    @staticmethod
    def _noun_here(text: str, at: int) -> bool:
        before = text[:at].rstrip().rsplit(" ", 1)[-1].lower()
        if before in ("the", "a", "an", "this", "its", "their", "his", "her"):
            return True
        return _ASIDE.search(text[max(0, at - 24) : at].lower()) is not None

    def in_marks(self, place: int) -> bool:
        """Whether a place stands inside one of the quotations near by."""
        return any(quotation.start <= place < quotation.end for quotation in self.quoted)

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions that begin in a stretch, in order."""
        low = bisect_left(self.mentions, span[:1], key=_span)
        return list(self.mentions[low : bisect_left(self.mentions, span[1:], low, key=_span)])

    def sentence_before(self, offset: int) -> int | None:
        """Where the sentence before the one of a place begins, in the same paragraph or the one before."""
        at = bisect_left(self.starts, offset + 1) - 1
        if at < 1 or self.sentences[at].paragraph - self.sentences[at - 1].paragraph > 1:
            return None
        return self.starts[at - 1]

    def who(self, near: Sequence[Mention]) -> str | None:
        """In ORGANIZATION TITLE NAME the person speaks; else the first agent does."""
        usable = [m for m in near if len(m.agents) >= 1 and self.can_speak(m)]
        if not usable:
            return None
        head = usable[0]
        for other in usable[1:3]:
            gap = self.text[head.span.end : other.span.start]
            if (
                self.is_person(other)
                and not self.is_person(head)
                and len(gap) < 70
                and not re.search(r"[,;:]", gap.strip(" ,"))
                and (not re.search(r"\band\b", gap) or self._is_office(gap, other))
            ):
                return other.agents[0]
        return self.reference.agent(head)

    def _is_office(self, gap: str, person: Mention) -> bool:
        """Whether the words before a person end in that person's office."""
        role = self.agents[person.agents[0]].role
        return role is not None and gap.strip().lower().endswith(role.split()[-1].lower())

    def _inverted(self, right: Sequence[Mention], verb: Span) -> Voice | None:
        """ "said Jane Roe": the first agent after the verb, and those joined to it."""
        who = self.who(right[:4])
        if who is None:
            return None
        return Voice(who, verb, joint=joint.beside(self, who, [m for m in right if m.span.start - verb.end < 300]))

    def _subject(self, left: Sequence[Mention], right: Sequence[Mention], verb: Span) -> Voice | None:
        """The agent that a verb has as its subject: of those before it, a person in the same phrase wins."""
        usable = self._governing([m for m in left if self.can_speak(m)], verb)
        if not usable:
            return None
        told = None
        if right and right[0].span.start - verb.end <= 2 and self.is_person(right[0]):
            told = right[0].agents[0]
        for mention in reversed(usable):
            gap = self.text[mention.span.end : verb.start]
            if mention.kind == "pronoun" and told is None:
                told = self.reference.addressed(mention.agents[0], verb)
            if (
                self.is_person(mention)
                and re.fullmatch(r"(?:'s)?,?(?: [^.;:\"]{0,120})?,? ?", gap)
                and not re.search(r"\b(?:but|after|because|while)\b", gap)
            ):
                who = self.reference.agent(mention, told)
                return Voice(who, verb, joint=joint.beside(self, who, usable))
        free = [m for m in usable if not self.aside(m)]
        first = self.who((free or usable)[:3]) if self._goes_on(verb) else None
        if first is not None:
            return Voice(first, verb)
        both = self.reference.both((free or usable)[-1])
        if both:
            return Voice(both[0], verb, joint=both[1:])
        who = self.reference.agent((free or usable)[-1], told)
        return Voice(who, verb, joint=joint.together(self, (free or usable)[-2:], verb, who))

    def _governing(self, left: Sequence[Mention], verb: Span) -> list[Mention]:
        """The mentions near enough to be the verb's subject, without those of a clause set off between commas:
        "X, which is part of Y, said", "X, claiming that Y left, said".
        """
        near = [m for m in left if verb.start - m.span.end < 160]
        if not near:
            return []
        asides = self.asides(near[0].span.end, verb.start)
        free = [m for m in near if not any(aside.covers(m.span) for aside in asides)]
        return free or near

    def asides(self, start: int, end: int) -> list[Span]:
        """The clauses of a stretch that commas set off: ", who asked not to be named," says nothing itself."""
        return [Span(a.start(), a.end()) for a in _SET_OFF.finditer(self.text, start, end)]

    def _goes_on(self, verb: Span) -> bool:
        """Whether a verb has no subject of its own: ", adding that", "and said"."""
        before = self.text[max(0, verb.start - 5) : verb.start]
        return before.endswith((" and ", " but ")) or (before.endswith(", ") and verb.of(self.text).endswith("ing"))

    def _named_after(self, span: Span, inside: Sequence[Mention]) -> Voice | None:
        """A person named right after the quotation, without a verb, as where a text is cut: "...," Jane Roe, organizer."""
        if not inside or not self.is_person(inside[0]) or inside[0].kind != "name":
            return None
        gap = self.text[span.start : inside[0].span.start]
        if "," not in (gap.strip()[:1], self.text[span.start - 2 : span.start - 1]) and gap.strip()[:1] not in (
            "—",
            "–",
            "-",
        ):
            return None
        return Voice(inside[0].agents[0], inside[0].span) if gap.strip(" ,—–-") == "" else None

    def aside(self, mention: Mention) -> bool:
        """Whether a preposition, or the office of a person named just before, puts a mention outside the subject."""
        at = bisect_left(self.mentions, mention.span.start, key=lambda m: m.span.start) - 1
        before = self.mentions[at] if at >= 0 else None
        if before is not None and self.is_person(before) and before.span.end + 2 == mention.span.start:
            return self.text[before.span.end : mention.span.start] == ", "
        return _INSIDE.search(self.text[max(0, mention.span.start - 12) : mention.span.start]) is not None

    def is_person(self, mention: Mention) -> bool:
        """Whether a mention is of a person."""
        agent = self.agents.get(mention.agents[0])
        return agent is not None and agent.type == terms.Person

    def can_speak(self, mention: Mention) -> bool:
        """Whether a mention can be a speaker: no work, no "them", and an outlet only where it reports in its own name."""
        agent = self.agents.get(mention.agents[0])
        if agent is None or agent.type == terms.CreativeWork:
            return False
        if agent.type == terms.NewsOrganization:
            return bool(self.wording.outlet_speaks.match(self.text[mention.span.end : mention.span.end + 24]))
        return not (mention.kind == "pronoun" and not _PRONOUNS.match(mention.span.of(self.text).lower()))
