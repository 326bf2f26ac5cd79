"""The words around a name by which it is known for a union's or a company's: word lists as patterns, made once."""

from __future__ import annotations

import re

from graph.extract.words import Words, either
from ontology import lists

_INSIDE = r"(?!(?:with|of|for|at|from|by|in|on|to|who|that)\b)[\w'-]+ "  # a word of an apposition before its noun
_NAMED = r"[A-Z][\w.'&-]*(?: [A-Z][\w.'&-]*)*"
_LINKS = frozenset("at for by with against of from in".split())


class Around:
    """What stands before and behind a name. Text before a name is in lower case, text behind it as it is."""

    def __init__(self, words: Words) -> None:
        one = words.either
        self.union_after = re.compile(
            rf"(?: and [A-Z][\w-]*)? unions\b|(?:'s)? {one(lists.UNION_HAS)}\b(?!-)"
            rf"|,? (?:which|that|who) {one(lists.UNION_DOES)}\b"
            rf"|,? (?:which|that) {one(lists.MEMBERSHIP_VERB)} (?:\w+ ){{0,3}}[\d,.]+ (?:\w+ )?{one(lists.UNION_FOLK)}\b"
            rf"|(?:,| -| –| —) (?:an?|its|their|\w+'s|the(?! union (?:said|says|has|had|is|was|will|told)\b)) (?:{_INSIDE}){{0,5}}"
            rf"{one(lists.UNION_KIND)}\b(?!')"
            rf"|,? representing [\d\w, -]{{0,30}}{one(lists.REPRESENTED_PEOPLE)}\b"
        )
        # Of a name of two words or of capitals alone: "Investors are on strike" makes no union of them.
        self.deed_after = re.compile(rf" (?:[a-z]+ )?{one(lists.UNION_DEED)}\b(?! (?:an?|up) )")
        self.members_after = re.compile(rf"(?:'s)? {one(lists.UNION_FOLK)}\b")
        self.members_did = re.compile(rf"(?:'s)? members (?:[a-z]+ly )?{one(lists.MEMBERS_DID)}\b")
        self.union_before = re.compile(
            rf"\b(?:{one(lists.UNION_BEFORE)}|(?:labou?r |trade )?unions?(?: \w+ed)?(?: called| known as|,)?) (?:the )?$"
        )
        self.union_links = (
            *(_last(words, lists.UNION_BEFORE) | frozenset(("union", "unions", "called", "as", ",", "ed"))),
        )
        self.officer_before = re.compile(rf"\b{one(lists.UNION_OFFICE)} (?:for|of|at|with) (?:the )?$")
        self.acronym_office = re.compile(rf" {one(lists.ACRONYM_OFFICE)}\b")
        self.company_before = re.compile(
            rf"\b{one(lists.STAFF_BEFORE)} (?:at|for|by|with) (?:the )?$"
            rf"|\b{one(lists.DISPUTE_NOUN)} (?:at|against|by|with|of) (?:the )?$"
            rf"|\b{one(lists.TALKS_NOUN)} (?:\w+ ){{1,5}}with (?:the )?$"
            rf"|\b{one(lists.BARGAINING_NOUN)} (?:with|from|by|at) (?:the )?$"
            rf"|\b{one(lists.COMPANY_BEFORE)} (?:the )?$"
            rf"|\b{one(lists.SPOKESPERSON)} (?:for|at) (?:the )?$"
        )
        self.company_links = _LINKS | _last(
            words, lists.COMPANY_BEFORE
        )  # one of them ends whatever stands before a company
        self.between = re.compile(
            rf"\b(?:{one(lists.TALKS_NOUN)}|{one(lists.BARGAINING_NOUN)}|{one(lists.DISPUTE_NOUN)}) (?:[\w-]+ ){{0,5}}between "
        )
        self.company_after = re.compile(
            rf",? {one(lists.COMPANY_SAYS)} (?:that )?(?:it|its)\b"
            rf"|(?:'s)? (?:{one(lists.OFFER_ADJECTIVE)} )*{one(lists.COMPANY_HAS)}\b|'s? {one(lists.COMPANY_OWNER)}\b"
            rf"|,? (?:which|that) {one(lists.COMPANY_DOES)}\b| (?:has |had )?{one(lists.COMPANY_DID)}\b"
            rf"| {one(lists.SPOKESPERSON)}\b|,? (?:an?|the|one of the) (?:{_INSIDE}){{0,4}}{one(lists.COMPANY_KIND)}\b(?!')"
            rf"| (?:has |had )?(?:[a-z]+ly )?{one(lists.COMPANY_MOVE)} (?:its|an?|another) (?:{one(lists.OFFER_ADJECTIVE)} )*offer\b"
        )
        kind = one(lists.ASSOCIATION_KIND)
        members = either(
            {
                word
                for word in words.words(lists.ORGANIZATION_ASSOCIATION, lists.ORGANIZATION_EMPLOYER)
                if word.endswith("s")
            }
        )
        self.association_before = re.compile(rf"\b{kind},? (?:the )?$")
        self.association_after = re.compile(
            rf"(?:,| -| –| —) (?:an?|its|their|\w+'s|the) (?:{_INSIDE}){{0,4}}{kind}\b(?!')"
            rf"|,? (?:which|that|who) {one(lists.UNION_DOES)} (?:{_NAMED}(?:,? and |, ))+{_NAMED}(?=[,.;)]| in )"
            rf"|,? (?:(?:which|that|who) {one(lists.UNION_DOES)}|representing) (?:{_INSIDE}){{0,4}}{members}(?=[,.;)]| (?:and|in)\b)"
        )
        self.aside = re.compile(r", (?:an?|the|its|one of) [^,;:.\n\"()]{2,70},(?= )")
        self.site = re.compile(rf"(?:'s)? (?:[a-z]+ )?{one(lists.SITE_NOUN)}\b")
        self.owned_site = re.compile(rf" {one(lists.OWNED_SITE)}\b")
        self.kinds = words.words(lists.COMPANY_KIND)
        self.sizes = re.compile(rf"\b{one(lists.COMPANY_SIZE)}\b|-(?:based|listed|owned) ")
        self.striker = re.compile(rf"(?:'s?)? (?:[\w-]+ ){{0,2}}{one(lists.STRIKER_HAS)}\b")
        self.word_union_after = re.compile(
            rf",? (?:which (?:also )?)?represent(?:s|ing) (?:[\w,-]+ ){{0,5}}{members}"
            rf"|(?:'s)? (?:{one(lists.WORD_UNION_HAS)}"
            rf"|(?:[a-z-]+ ){{0,3}}(?:{one(lists.WORD_UNION_OFFICER)}|{one(lists.SPOKESPERSON)})\b"
            rf"|ha[sd] {one(lists.WORD_UNION_DONE)}|{one(lists.WORD_UNION_DOES)}\b)"
        )
        self.open_body = re.compile(rf"\b{either(word.title() for word in words.words(lists.OPEN_BODY))}\b")
        self.speaks = re.compile(rf" {one(lists.UNION_SPEAKS)}\b")
        self.cabinet = re.compile(rf" {one(lists.CABINET)}\b")


def _last(words: Words, name: str) -> frozenset[str]:
    """The last word of each entry of a list."""
    return frozenset(phrase.rsplit(" ", 1)[-1] for phrase in words.words(name))
