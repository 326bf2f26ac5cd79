"""The words by which speakers, documents and quotations are known: word lists as sets and patterns, made once."""

from __future__ import annotations

import re

from graph.extract.quotes import unnamed
from graph.extract.words import Words
from graph.extract.words import either as any_of
from ontology import lists


class Wording:
    """Patterns are for text in lower case, but `named_speaker`, `that_was` and `made_by`, which see the text as it is."""

    def __init__(self, words: Words) -> None:
        either = words.either
        nouns = words.words(lists.UNNAMED_SPEAKER)
        document, made = either(lists.DOCUMENT), either(lists.DOCUMENT_MADE)
        self.speech = words.words(lists.SPEECH_VERB)
        self.naming = words.words(lists.NAMING_VERB)
        self.unnamed = unnamed.pattern(nouns)
        self.plural = unnamed.plural(nouns)
        self.not_named = re.compile(
            rf",? (?:who {either(lists.ANONYMITY_VERB)}|{either(lists.ANONYMITY_PHRASE)})"
            rf"[^,.;\"]{{0,40}}\b{either(lists.ANONYMITY)}\b"
        )
        self.according = re.compile(rf"\b{either(lists.ATTRIBUTION_PHRASE)}\b")
        self.sources = re.compile(rf"\b{either(lists.SOURCE)}\b")
        self.read_out = re.compile(
            rf"(?<!\bin )\b(?:the|its|their|that|a|his|her) (?:[\w-]+ )?{document} (?:also |then )?"
            rf"{either(lists.DOCUMENT_VERB)}\b"
        )
        self.made_by = re.compile(rf"\b{document} (?:that was |which was )?{made} (?:\w+ )?by (?:the )?")
        self.that_was = re.compile(
            rf"(?:That|The|This|Their) (?:[\w-]+ )?{document}\b.{{0,40}}?\b(?:(?:was|were) (?:later |then )?{made}|came)\b"
        )
        self.in_document = re.compile(rf" (?:the|its|their) {document}\b")
        self.named_speaker = re.compile(rf"\s?(?:[A-Z][\w.-]*\s){{1,4}}{either(lists.PLAIN_SPEECH)}\b")
        self.written_on = re.compile(
            rf"\b{either(lists.WRITTEN_ON)}\b[^.;:\"]{{0,24}}\b(?:read|reads|reading|saying|say|said)\b[,:]?\s$"
        )
        self.told_to = re.compile(rf"\b{either(lists.TOLD_TO)}\s+(?:the\s+)?$")
        self.outlet_speaks = re.compile(rf" {either(lists.OUTLET_VERB)}\b(?! (?:that )?(?:he|she|it|they)\b)")
        self.spokesperson = re.compile(rf"\b{either(lists.SPOKESPERSON)}\b")
        bare = rf"(?:an?|the|its|one|another) (?:(?P<of>{either(lists.UNION_NOUN, lists.EMPLOYER_NOMINAL)}) )?{either(lists.SPOKESPERSON)}"
        self.spokesperson_says = re.compile(rf"(?:^|\n|[,\".!?] ?){bare}(?: also| later)? $")
        self.said_spokesperson = re.compile(rf" {bare}(?=[.,;]| (?:in|on|late|early)\b|$)")
        self.union_nouns = words.words(lists.UNION_NOUN)
        # Initials and abbreviations whose full stop ends no clause.
        self.short = re.compile(rf"\b(?:[A-Z]|{any_of(words.lexicon.listed(lists.DOTTED_WORD))})$")
        self.shown = re.compile(
            rf"\b{either(lists.SHOWN)} (?:that |which )?(?:read|reads|reading|said|says|saying)[,:]?\s*$"
        )
        self.jointly = re.compile(rf"\b{either(lists.JOINTLY)}\b")
