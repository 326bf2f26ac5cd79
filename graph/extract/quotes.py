"""Words in quotation marks, with who said them and to whom. Terms and scare quotes are fragments and nobody's statement.

A speaker is the agent beside a verb of speech: after the quotation, before it, or of the sentence that the quotation
goes on from. Never the nearest name alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.extract.fold import fold
from graph.model import Agent, Document, Mention, Quotation, Region, Sentence, Span
from ontology import terms

_LONGEST = 4000
_SHORT = 3
_NEAR = 8  # quotations before and after that can bear on one
_SOURCES = re.compile(
    r"\b(?:statement|letter|post|tweet|email|e-mail|memo|message|release|interview|response|note|video|speech|press conference|remarks|op-ed|thread|website|site|concern|fear|argument|view|message|point)\b"
)
_ACCORDING = re.compile(r"\baccording to\b")
_TOLD = re.compile(
    r"\b(?:told|tells|telling|interview(?:ed)? (?:with|by)|speaking (?:to|with)|spoke (?:to|with)|in comments to|statement to|wrote (?:in|for)|said to)\s+(?:the\s+)?$"
)
_NOT_SPEECH = frozenset(
    ("called", "calls", "titled", "dubbed", "entitled", "named", "labeled", "labelled", "so-called", "known")
)
_FIRST_PERSON = re.compile(r"\b(?:I|I'm|I've|We|we|our|Our|us|my|My|we're|We're|we've|We've)\b")
_JOINED = re.compile(r",? (?:and|but|while|after|before|because|when) ")
_ASIDE = re.compile(r"\b(?:which|what|who) (?:it|he|she|they|we) (?:\w+ )?$")
_NOBODY = re.compile(
    r"\b(?:an?|one|another|some|several|two|anonymous|unnamed) (?:[\w'-]+ ){0,4}(?:source|insider|person|man|woman|worker|employee|teacher|nurse|"
    r"driver|member|official|executive|writer|actor|student|parent|bystander|resident|passenger|analyst|picketer|striker|observer|critic|"
    r"staffer|negotiator|supporter|patient|customer|commuter|doctor|colleague|people|insiders|sources|workers|members|officials)s?\b"
)
_PRONOUNS = re.compile(r"\b(?:he|she|they|it)\b")


@dataclass(frozen=True, slots=True)
class _Marked:
    """A stretch between quotation marks: `span` without the marks, `outer` with them; `open` where no mark closes it."""

    span: Span
    outer: Span
    open: bool = False


def find(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    agents: Mapping[str, Agent],
    speech: frozenset[str],
) -> tuple[Quotation, ...]:
    """The quotations of a document in order; `speech` are the forms of verbs of speech."""
    reader = _Reader(document, sentences, mentions, agents, speech)
    return tuple(reader.read())


class _Reader:
    """One document's quotations, paragraph by paragraph, since a speaker can carry over within one."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        agents: Mapping[str, Agent],
        speech: frozenset[str],
    ) -> None:
        self.raw = document.text
        self.text = fold(document.text)
        self.sentences = [
            s for s in sentences if s.region in (Region.BODY, Region.DECK, Region.CAPTION, Region.HEADING)
        ]
        self.starts = [s.span.start for s in self.sentences]
        self.mentions = mentions
        self.quoted: list[Span] = []
        self.last_person: tuple[str, int] | None = None
        self.agents = agents
        self.speech = speech

    def read(self) -> Iterator[Quotation]:
        """All quotations in order."""
        carried: str | None = None
        previous: str | None = None
        lead: Span | None = None
        for paragraph in self._paragraphs():
            opens = self._continues(paragraph)
            speaker: str | None = carried if opens else None
            carried = None
            if lead is not None and not opens:
                block = self._block(lead, paragraph)
                if block is not None:
                    yield block
            lead = paragraph if self.text[paragraph.end - 1] == ":" else None
            marked = list(_marked(self.raw, self.text, paragraph))
            direct = [self._is_direct(m, paragraph) for m in marked]
            earlier = self.quoted[-_NEAR:]
            found: list[Quotation] = []
            for at, mark in enumerate(marked):
                near = marked[max(0, at - _NEAR) : at + _NEAR]
                self.quoted = [*earlier, *(m.span for m in near)]
                if not direct[at]:
                    found.append(self._quotation(mark, "fragment", None, None, None, "fragment"))
                    continue
                hit = self._attribution(mark, paragraph, near)
                if hit is None and speaker is not None:
                    hit = (speaker, None, "continued")
                if hit is None:
                    following = next(
                        (
                            m
                            for m, is_direct in zip(
                                marked[at + 1 : at + _NEAR], direct[at + 1 : at + _NEAR], strict=True
                            )
                            if is_direct
                        ),
                        None,
                    )
                    hit = self._next_attribution(mark, following, paragraph, near)
                if hit is None and previous is not None and mark.outer.start == paragraph.start:
                    hit = (previous, None, "carried")
                if hit is None:
                    hit = self._introduced(mark, paragraph)
                if hit is None:
                    hit = self._after_colon(mark, paragraph)
                if hit is None:
                    hit = self._only_person(mark, paragraph)
                who, cue, rule = hit if hit is not None else (None, None, "unattributed")
                if who == "":  # said by somebody without a name
                    who, speaker, rule = None, None, "anonymous"
                if who is not None:
                    speaker = who
                    if self.agents[who].type == terms.Person:
                        self.last_person = (who, mark.outer.end)
                found.append(self._quotation(mark, "direct", who, cue, self._told(mark, who, paragraph), rule))
            yield from found
            previous = speaker if any(direct) else None
            if speaker is not None and marked and marked[-1].open:
                carried = speaker

    def _paragraphs(self) -> Iterator[Span]:
        number = None
        start = end = 0
        for sentence in self.sentences:
            if sentence.paragraph != number:
                if number is not None:
                    yield Span(start, end)
                number, start = sentence.paragraph, sentence.span.start
            end = sentence.span.end
        if number is not None:
            yield Span(start, end)

    def _continues(self, paragraph: Span) -> bool:
        return self.text[paragraph.start] in "\"'"

    def _block(self, lead: Span, paragraph: Span) -> Quotation | None:
        """A paragraph without marks after one that announces speech with a colon, told in the first person."""
        words = paragraph.of(self.text)
        if len(words) < 30 or words[0] in "•*-–" or not _FIRST_PERSON.search(words):
            return None
        hit = self._speaker_in(Span(self._sentence_start(lead.end - 1, lead.start), lead.end), first=False)
        if hit is None or hit[0] == "":
            return None
        who, cue = hit
        if self.agents[who].type == terms.Person:
            self.last_person = (who, paragraph.end)
        return Quotation(paragraph, paragraph, "direct", who, cue, None, "block")

    def _is_direct(self, mark: _Marked, paragraph: Span) -> bool:
        """Whether the words are speech: four or more, or fewer with a verb of speech right beside them."""
        words = mark.span.of(self.text).split()
        if len(words) > _SHORT:
            before = self.text[max(paragraph.start, mark.outer.start - 16) : mark.outer.start].split()
            title = all(w[0].isupper() or len(w) <= 3 for w in words) and not words[-1].endswith((",", ".", "?", "!"))
            return not (before and before[-1].lower() in _NOT_SPEECH) and not title
        closing = mark.span.of(self.text)[-1:] in ",.?!"
        if closing and mark.outer == paragraph:
            return True
        after = re.match(r"\s((?:[\w'-]+\s?){1,4})", self.text[mark.outer.end : mark.outer.end + 40])
        return closing and after is not None and any(word in self.speech for word in after[1].lower().split())

    def _quotation(
        self, mark: _Marked, kind: str, speaker: str | None, cue: Span | None, told: str | None, rule: str
    ) -> Quotation:
        return Quotation(mark.span, self._evidence(mark.outer), kind, speaker, cue, told, rule)

    def _evidence(self, span: Span) -> Span:
        """The sentences that the words stand in."""
        first = max(0, bisect_left(self.starts, span.start + 1) - 1)
        last = max(first, bisect_left(self.starts, span.end) - 1)
        return Span(min(self.sentences[first].span.start, span.start), max(self.sentences[last].span.end, span.end))

    def _attribution(
        self, mark: _Marked, paragraph: Span, marked: Sequence[_Marked]
    ) -> tuple[str, Span | None, str] | None:
        """The speaker in the words right after the quotation, else right before it."""
        stop = min((m.outer.start for m in marked if m.outer.start >= mark.outer.end), default=paragraph.end)
        after = Span(mark.outer.end, self._clause_end(mark.outer.end, min(stop, paragraph.end)))
        closed = self.raw[mark.span.end - 1 : mark.span.end]
        joined = _JOINED.match(self.text, after.start, after.end) is not None
        hit = None
        if not joined and (closed not in ".…" or self._starts_low(after)):
            hit = self._speaker_in(after, first=True)
        if (
            hit is None
            and closed in ".!?"
            and re.match(r"\s?(?:[A-Z][\w.-]*\s){1,4}(?:said|says|told|added)\b", self.text[after.start : after.end])
        ):
            hit = self._speaker_in(after, first=True)
        if hit is not None:
            return (*hit, "after")
        speech = [m for m in marked if len(m.span.of(self.text).split()) > _SHORT]
        floor = max((m.outer.end for m in speech if m.outer.end <= mark.outer.start), default=paragraph.start)
        before = Span(self._sentence_start(mark.outer.start, floor), mark.outer.start)
        hit = self._speaker_in(before, first=False)
        if hit is not None or not joined:
            return None if hit is None else (*hit, "before")
        hit = self._speaker_in(after, first=True)
        return None if hit is None else (*hit, "after")

    def _starts_low(self, span: Span) -> bool:
        rest = self.text[span.start : span.end].lstrip()
        return bool(rest) and (rest[0].islower() or rest[0] in ",—–")

    def _clause_end(self, start: int, limit: int) -> int:
        end = re.compile(r"[.;!?](?=\s|$)").search(self.text, start, limit)
        while end is not None and re.search(
            r"\b(?:[A-Z]|Mr|Ms|Mrs|Dr|Sen|Rep|Gov|Jr|Sr|St|Bros|Inc|Corp)$",
            self.text[max(start, end.start() - 8) : end.start()],
        ):
            end = re.compile(r"[.;!?](?=\s|$)").search(self.text, end.end(), limit)
        return end.start() if end is not None else limit

    def _sentence_start(self, offset: int, floor: int) -> int:
        at = bisect_left(self.starts, offset) - 1
        return max(floor, self.sentences[at].span.start) if at >= 0 else floor

    def _speaker_in(self, span: Span, *, first: bool) -> tuple[str, Span] | None:
        """A verb of speech in the span and the agent that governs it, or "according to" an agent."""
        text = self.text[span.start : span.end]
        according = _ACCORDING.search(text.lower())
        inside = self._in(span)
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
            who = self._who(later[:3])
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
            who = self._who(right[:4]) if inverted else self._subject(left, verb)
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
        start = max((m.span.end for m in left if self._person(m)), default=span.start)
        subject = self.text[max(start, verb.start - 90) : verb.start].lower()
        found = next(reversed(list(_NOBODY.finditer(subject))), None)
        place = max(start, verb.start - 90) + (found.end() if found is not None else 0)
        if found is not None and not any(m.span.start >= place for m in left):
            return not re.search(r"\b(?:of|and|by|with|to|for) (?:the )?$", subject[: found.start()])
        if not first or left:
            return False
        end = right[0].span.start if right and self._person(right[0]) else verb.end + 60
        return (
            re.match(r" " + _NOBODY.pattern + r"(?! [A-Z])(?!,? [\w ]{0,30}$)", self.text[verb.end : end]) is not None
        )

    def _in(self, span: Span) -> list[Mention]:
        at = bisect_left(self.mentions, span.start, key=lambda m: m.span.start)
        out = []
        for mention in self.mentions[at:]:
            if mention.span.start >= span.end:
                break
            out.append(mention)
        return out

    def _who(self, near: Sequence[Mention]) -> str | None:
        """In ORGANIZATION TITLE NAME the person speaks; else the first agent does."""
        usable = [m for m in near if len(m.agents) >= 1 and self._can_speak(m)]
        if not usable:
            return None
        head = usable[0]
        for other in usable[1:3]:
            gap = self.text[head.span.end : other.span.start]
            if (
                self._person(other)
                and not self._person(head)
                and len(gap) < 70
                and not re.search(r"[,;:]", gap.strip(" ,"))
                and (not re.search(r"\band\b", gap) or self._is_office(gap, other))
            ):
                return other.agents[0]
        return self._resolved(head)

    def _resolved(self, mention: Mention) -> str:
        """The agent of a mention; "he" and "she" after a quotation are whoever spoke last."""
        if mention.kind == "pronoun" and self._person(mention) and self.last_person is not None:
            who, place = self.last_person
            met = self._in(Span(place, mention.span.start))
            if not any(
                self._person(m) and m.kind in ("name", "surname") and not any(q.covers(m.span) for q in self.quoted)
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
        usable = [m for m in left if self._can_speak(m) and verb.start - m.span.end < 160]
        if not usable:
            return None
        last = usable[-1]
        for mention in reversed(usable):
            gap = self.text[mention.span.end : verb.start]
            if (
                self._person(mention)
                and re.fullmatch(r"(?:'s)?,?(?: [^.;:\"]{0,120})?,? ?", gap)
                and not re.search(r"\b(?:but|after|because|while)\b", gap)
            ):
                return self._resolved(mention)
        return self._resolved(last)

    def _named_after(self, span: Span, inside: Sequence[Mention]) -> tuple[str, Span] | None:
        """A person named right after the quotation, without a verb, as where a text is cut: "...," Jane Roe, organizer."""
        if not inside or not self._person(inside[0]) or inside[0].kind != "name":
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
        noun = _SOURCES.search(text.lower())
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
            return self._who(linked[:2]) or linked[0].agents[0], place
        return (inside[0].agents[0], place) if ends and self._can_speak(inside[0]) else None

    def _issuer(self, offset: int) -> str | None:
        """Who made the statement that an earlier sentence tells of."""
        at = bisect_left(self.starts, offset) - 1
        for sentence in reversed(self.sentences[max(0, at - 3) : at]):
            if _SOURCES.search(sentence.span.of(self.text).lower()):
                usable = [m for m in self._in(sentence.span) if self._can_speak(m)]
                return usable[0].agents[0] if usable else None
        return None

    def _person(self, mention: Mention) -> bool:
        agent = self.agents.get(mention.agents[0])
        return agent is not None and agent.type == terms.Person

    def _can_speak(self, mention: Mention) -> bool:
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

    def _next_attribution(
        self, mark: _Marked, following: _Marked | None, paragraph: Span, marked: Sequence[_Marked]
    ) -> tuple[str, Span | None, str] | None:
        """Of a quotation before the first attribution of its paragraph: the attribution of the next."""
        if following is None or following.outer.start - mark.outer.end > 120:
            return None
        hit = self._attribution(following, paragraph, marked)
        return None if hit is None or hit[2] != "after" else (hit[0], hit[1], "interrupted")

    def _introduced(self, mark: _Marked, paragraph: Span) -> tuple[str, Span | None, str] | None:
        """A quotation that opens a paragraph after one that announces it: "... issued the following statement:"."""
        if mark.outer.start - paragraph.start > 2:
            floor = paragraph.start
        else:
            at = bisect_left(self.starts, paragraph.start) - 1
            if at < 0:
                return None
            floor = self.sentences[at].span.start
            lead = self.sentences[at].span
            ends = self.text[lead.end - 1] == ":"
            if not ends and not _SOURCES.search(self.text[lead.start : lead.end].lower()):
                return None
            hit = self._speaker_in(lead, first=False)
            return None if hit is None else (*hit, "introduced")
        previous = [s for s in self.sentences if floor <= s.span.start < mark.outer.start]
        for sentence in reversed(previous[-2:]):
            if sentence.span.covers(mark.outer):
                continue
            hit = self._speaker_in(sentence.span, first=False)
            if hit is not None:
                return (*hit, "paragraph")
        return None

    def _after_colon(self, mark: _Marked, paragraph: Span) -> tuple[str, Span | None, str] | None:
        """ "The union rejected the terms: "..."": who leads a sentence that a colon ends before the quotation."""
        if not self.text[max(paragraph.start, mark.outer.start - 2) : mark.outer.start].rstrip().endswith(":"):
            return None
        lead = Span(self._sentence_start(mark.outer.start, paragraph.start), mark.outer.start)
        inside = [m for m in self._in(lead) if self._can_speak(m)]
        if not inside or inside[0].span.start - lead.start > 30:
            return None
        return self._who(inside[:2]) or inside[0].agents[0], None, "colon"

    def _only_person(self, mark: _Marked, paragraph: Span) -> tuple[str, Span | None, str] | None:
        """A whole sentence in marks, in a paragraph that has named one person before it and no other speaker."""
        if mark.outer.start - paragraph.start < 3 or self.text[mark.span.end - 1] not in ".!?":
            return None
        if self.text[max(0, mark.outer.start - 4) : mark.outer.start].rstrip()[-1:] not in ".!?\"'":
            return None
        people = {
            m.agents[0]
            for m in self._in(Span(max(paragraph.start, mark.outer.start - 1500), mark.outer.start))
            if self._person(m) and m.kind in ("name", "surname")
        }
        return (people.pop(), None, "only-person") if len(people) == 1 else None

    def _told(self, mark: _Marked, speaker: str | None, paragraph: Span) -> str | None:
        """The news organization that the words were given to, in the same sentence or paragraph."""
        evidence = self._evidence(mark.outer)
        start = max(paragraph.start, evidence.start, mark.outer.start - 400)
        for mention in self._in(Span(start, min(evidence.end, mark.outer.end + 400))):
            agent = self.agents.get(mention.agents[0])
            if agent is None or agent.type != terms.NewsOrganization or mark.outer.covers(mention.span):
                continue
            if _TOLD.search(self.text[max(paragraph.start, mention.span.start - 40) : mention.span.start].lower()):
                return agent.iri
        return None


def _marked(raw: str, text: str, paragraph: Span) -> Iterator[_Marked]:
    """The stretches between double marks, or between single ones that cannot be apostrophes; open ones run to the end."""
    at = paragraph.start
    while at < paragraph.end:
        mark = text[at]
        if mark == '"' and _opens(raw, text, at, paragraph):
            close = _closing(raw, text, at, paragraph)
            if close is None:
                end = paragraph.end
                yield _Marked(Span(at + 1, max(at + 2, _trim(text, at + 1, end))), Span(at, end), open=True)
                return
            if close > at + 1:
                yield _Marked(Span(at + 1, close), Span(at, close + 1))
            at = close + 1
        elif mark == "'" and _opens_single(raw, text, at, paragraph):
            close = _closing_single(raw, text, at, paragraph)
            if close is not None and close > at + 1:
                yield _Marked(Span(at + 1, close), Span(at, close + 1))
                at = close + 1
            elif close is None and text[at + 1].isupper() and (at == paragraph.start or text[at - 2 : at] == ": "):
                end = paragraph.end
                yield _Marked(Span(at + 1, max(at + 2, _trim(text, at + 1, end))), Span(at, end), open=True)
                return
            else:
                at += 1
        else:
            at += 1


def _trim(text: str, start: int, end: int) -> int:
    """The end of an open quotation without white space and without the dots of a text that was cut."""
    while end > start and (text[end - 1].isspace() or text[end - 1] == "…"):
        end -= 1
    while text[start:end].endswith(("..", "...")):
        end -= 1
    if text[end : end + 1] == "." and text[end - 1 : end] == ".":
        end -= 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _opens(raw: str, text: str, at: int, paragraph: Span) -> bool:
    following = text[at + 1 : at + 2]
    return at + 1 < paragraph.end and not following.isspace()


def _closing(raw: str, text: str, at: int, paragraph: Span) -> int | None:
    """The mark that closes: the next double mark that no word follows at once; a nested opening is passed over."""
    limit = min(paragraph.end, at + _LONGEST)
    place = text.find('"', at + 1, limit)
    while place >= 0:
        if raw[place] == "“" and place + 1 < paragraph.end and text[place + 1].isalnum() and text[place - 1].isspace():
            inner = text.find('"', place + 1, limit)
            if inner >= 0 and text.find('"', inner + 1, limit) >= 0:
                place = text.find('"', inner + 1, limit)
                continue
        return place
    return None


def _opens_single(raw: str, text: str, at: int, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    following = text[at + 1 : at + 2]
    return (before.isspace() or before in "(—–-") and following.isalpha() and raw[at] in "‘'’"


def _closing_single(raw: str, text: str, at: int, paragraph: Span) -> int | None:
    limit = min(paragraph.end, at + 600)
    place = text.find("'", at + 1, limit)
    while place >= 0:
        after = text[place + 1 : place + 2]
        before = text[place - 1]
        if (
            not after.isalnum()
            and not before.isspace()
            and not (
                before == "s"
                and after == " "
                and raw[place] == "’"
                and "'" in text[place + 1 : min(limit, place + 120)]
            )
        ):
            return place
        place = text.find("'", place + 1, limit)
    return None
