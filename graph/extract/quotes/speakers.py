"""Who speaks in a stretch of text: the agent that a verb of speech has as its subject, or whose letter or statement it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from graph.model import Agent, Mention, Sentence, Span
from ontology import terms

SOURCES = re.compile(
    r"\b(?:statement|letter|post|tweet|email|e-mail|memo|message|release|interview|response|note|video|speech|press conference|remarks|op-ed|thread|website|site|concern|fear|argument|view|message|point)\b"
)
_ACCORDING = re.compile(r"\baccording to\b")
_ASIDE = re.compile(r"\b(?:which|what|who) (?:it|he|she|they|we) (?:\w+ )?$")
_NOBODY = re.compile(
    r"\b(?:an?|one|another|some|several|two|anonymous|unnamed) (?:[\w'-]+ ){0,4}(?:source|insider|person|man|woman|worker|employee|teacher|nurse|"
    r"driver|member|official|executive|writer|actor|student|parent|bystander|resident|passenger|analyst|picketer|striker|observer|critic|"
    r"staffer|negotiator|supporter|patient|customer|commuter|doctor|colleague|people|insiders|sources|workers|members|officials)s?\b"
)
_PRONOUNS = re.compile(r"\b(?:he|she|they|it)\b")


class Speakers:
    """One document's mentions and verbs of speech; `last_person` is who spoke last, `quoted` what stands in marks near by."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        agents: Mapping[str, Agent],
        speech: frozenset[str],
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.starts = [s.span.start for s in sentences]
        self.mentions = mentions
        self.agents = agents
        self.speech = speech
        self.quoted: list[Span] = []
        self.last_person: tuple[str, int] | None = None

    def find(self, span: Span, *, first: bool) -> tuple[str, Span] | None:
        """A verb of speech in the span and the agent that governs it, or "according to" an agent."""
        text = self.text[span.start : span.end]
        according = _ACCORDING.search(text.lower())
        inside = self.mentions_in(span)
        if according is not None and re.match(r" (?:the )?" + _NOBODY.pattern, text[according.end() :].lower()):
            return "", Span(span.start + according.start(), span.start + according.end())
        if according is not None:
            source = re.match(
                r" (?:the|its|their) (?:statement|letter|release|post|email|memo|message|tweet)\b",
                text[according.end() :],
            )
            issuer = self._issuer(span.start + according.start()) if source is not None else None
            if issuer is not None:
                return issuer, Span(span.start + according.start(), span.start + according.end())
            later = [m for m in inside if m.span.start >= span.start + according.end()]
            who = self.who(later[:3])
            if who is not None:
                return who, Span(span.start + according.start(), span.start + according.end())
        verbs = [
            Span(span.start + m.start(), span.start + m.end())
            for m in re.finditer(r"[A-Za-z']+", text)
            if m[0].lower() in self.speech and not self._noun_here(text, m.start())
        ]
        verbs = [
            verb
            for verb in verbs
            if not any(q.covers(verb) for q in self.quoted) and not any(m.span.covers(verb) for m in inside)
        ]
        if not verbs:
            return self._named_after(span, inside) if first else self._source_noun(span, inside)
        for verb in verbs if first else reversed(verbs):
            if first and verb.of(self.text).endswith("ing") and not any(m.span.end <= verb.start for m in inside):
                return None  # "..., adding that it ..." goes on with the speaker before
            left = [m for m in inside if m.span.end <= verb.start]
            right = [m for m in inside if m.span.start >= verb.end]
            inverted = first and not left and bool(right) and right[0].span.start - verb.end < 60
            if self._nobody(span, verb, left, right, first=first):
                return "", verb
            who = self.who(right[:4]) if inverted else self._subject(left, verb)
            if who is not None:
                return who, verb
        return None

    @staticmethod
    def _noun_here(text: str, at: int) -> bool:
        before = text[:at].rstrip().rsplit(" ", 1)[-1].lower()
        if before in ("the", "a", "an", "this", "its", "their", "his", "her"):
            return True
        return _ASIDE.search(text[max(0, at - 24) : at].lower()) is not None

    def _nobody(
        self, span: Span, verb: Span, left: Sequence[Mention], right: Sequence[Mention], *, first: bool
    ) -> bool:
        """Whether the verb's subject is somebody without a name: "a union-side source told ..."."""
        start = max((m.span.end for m in left if self.is_person(m)), default=span.start)
        subject = self.text[max(start, verb.start - 90) : verb.start].lower()
        found = next(reversed(list(_NOBODY.finditer(subject))), None)
        place = max(start, verb.start - 90) + (found.end() if found is not None else 0)
        if found is not None and not any(m.span.start >= place for m in left):
            return not re.search(r"\b(?:of|and|by|with|to|for) (?:the )?$", subject[: found.start()])
        if not first or left:
            return False
        end = right[0].span.start if right and self.is_person(right[0]) else verb.end + 60
        return (
            re.match(r" " + _NOBODY.pattern + r"(?! [A-Z])(?!,? [\w ]{0,30}$)", self.text[verb.end : end]) is not None
        )

    def mentions_in(self, span: Span) -> list[Mention]:
        """The mentions that begin in a stretch, in order."""
        at = bisect_left(self.mentions, span.start, key=lambda m: m.span.start)
        out = []
        while at < len(self.mentions) and self.mentions[at].span.start < span.end:
            out.append(self.mentions[at])
            at += 1
        return out

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
        return self._resolved(head)

    def _resolved(self, mention: Mention) -> str:
        """The agent of a mention; "he" and "she" after a quotation are whoever spoke last."""
        if mention.kind == "pronoun" and self.is_person(mention) and self.last_person is not None:
            who, place = self.last_person
            met = self.mentions_in(Span(place, mention.span.start))
            if not any(
                self.is_person(m) and m.kind in ("name", "surname") and not any(q.covers(m.span) for q in self.quoted)
                for m in met
            ):
                return who
        return mention.agents[0]

    def _is_office(self, gap: str, person: Mention) -> bool:
        """Whether the words before a person end in that person's office."""
        role = self.agents[person.agents[0]].role
        return role is not None and gap.strip().lower().endswith(role.split()[-1].lower())

    def _subject(self, left: Sequence[Mention], verb: Span) -> str | None:
        """The agent that a verb has as its subject: of those before it, a person in the same phrase wins."""
        usable = [m for m in left if self.can_speak(m) and verb.start - m.span.end < 160]
        if not usable:
            return None
        last = usable[-1]
        for mention in reversed(usable):
            gap = self.text[mention.span.end : verb.start]
            if (
                self.is_person(mention)
                and re.fullmatch(r"(?:'s)?,?(?: [^.;:\"]{0,120})?,? ?", gap)
                and not re.search(r"\b(?:but|after|because|while)\b", gap)
            ):
                return self._resolved(mention)
        return self._resolved(last)

    def _named_after(self, span: Span, inside: Sequence[Mention]) -> tuple[str, Span] | None:
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
        return (inside[0].agents[0], inside[0].span) if gap.strip(" ,—–-") == "" else None

    def _source_noun(self, span: Span, inside: Sequence[Mention]) -> tuple[str, Span] | None:
        """ "In a statement, the WGA ...:" and "a letter from X reads": a document stands for who wrote it."""
        text = self.text[span.start : span.end]
        noun = SOURCES.search(text.lower())
        if noun is None or not inside:
            return None
        place = Span(span.start + noun.start(), span.start + noun.end())
        linked = [
            m
            for m in inside
            if re.search(r"\b(?:from|by|of)\s(?:the\s)?$", self.text[max(span.start, m.span.start - 12) : m.span.start])
        ]
        ends = text.rstrip().endswith((":", ",", " that")) or "read" in text
        if linked and ends:
            return self.who(linked[:2]) or linked[0].agents[0], place
        return (inside[0].agents[0], place) if ends and self.can_speak(inside[0]) else None

    def _issuer(self, offset: int) -> str | None:
        """Who made the statement that an earlier sentence tells of."""
        at = bisect_left(self.starts, offset) - 1
        for sentence in reversed(self.sentences[max(0, at - 3) : at]):
            if SOURCES.search(sentence.span.of(self.text).lower()):
                usable = [m for m in self.mentions_in(sentence.span) if self.can_speak(m)]
                return usable[0].agents[0] if usable else None
        return None

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
            return bool(
                re.match(
                    r" (?:reported|wrote|reports|writes)\b(?! (?:that )?(?:he|she|it|they)\b)",
                    self.text[mention.span.end : mention.span.end + 24],
                )
            )
        return not (mention.kind == "pronoun" and not _PRONOUNS.match(mention.span.of(self.text).lower()))
