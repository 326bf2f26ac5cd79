"""The lexicon's word lists about names in, compiled sets out; built once with the gazetteer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from graph.extract.words import THE, Words, either
from ontology import inflect, lists


@dataclass(frozen=True, slots=True)
class Nominals:
    """Nouns with "the" that stand for a party: the pattern, its group `noun`, and the first words of them all."""

    pattern: re.Pattern[str]
    begins: frozenset[str]

    @classmethod
    def of(cls, nouns: frozenset[str], *, before: str, lead: str = THE) -> Nominals:
        """Those of some nouns, the longest first, with what may stand between."""
        pattern = re.compile(rf"{lead} {before}(?P<noun>{either(nouns)})\b")
        return cls(pattern, frozenset(noun.split()[0] for noun in nouns))


@dataclass(frozen=True)
class Vocabulary(Words):
    """The lists that names are known by, each under a name of its own, and what is made of several."""

    @cached_property
    def union(self) -> frozenset[str]:
        """Heads that alone make a name a union's."""
        return self.words(lists.ORGANIZATION_UNION)

    @cached_property
    def member(self) -> frozenset[str]:
        """Workers whose association is a union."""
        return self.words(lists.ORGANIZATION_MEMBER)

    @cached_property
    def association(self) -> frozenset[str]:
        """Heads that alone make a name an employer body's."""
        return self.words(lists.ORGANIZATION_ASSOCIATION)

    @cached_property
    def employer(self) -> frozenset[str]:
        """Employers whose association is an employer body."""
        return self.words(lists.ORGANIZATION_EMPLOYER)

    @cached_property
    def body(self) -> frozenset[str]:
        """Heads that leave it to the members what the body is."""
        return self.words(lists.ORGANIZATION_BODY)

    @cached_property
    def company(self) -> frozenset[str]:
        """Heads of company names."""
        return self.words(lists.ORGANIZATION_COMPANY)

    @cached_property
    def company_alone(self) -> frozenset[str]:
        """Heads that need three words before a company is meant."""
        return self.words(lists.ORGANIZATION_COMPANY_ALONE)

    @cached_property
    def suffix(self) -> frozenset[str]:
        """Legal forms."""
        return self.words(lists.ORGANIZATION_LEGAL_FORM)

    @cached_property
    def government(self) -> frozenset[str]:
        """Heads of public bodies."""
        return self.words(lists.ORGANIZATION_GOVERNMENT)

    @cached_property
    def government_of(self) -> frozenset[str]:
        """First words of public bodies."""
        return self.words(lists.ORGANIZATION_GOVERNMENT_OF)

    @cached_property
    def news(self) -> frozenset[str]:
        """Heads of news outlets."""
        return self.words(lists.ORGANIZATION_NEWS)

    @cached_property
    def other(self) -> frozenset[str]:
        """Heads of bodies that are no party."""
        return self.words(lists.ORGANIZATION_OTHER)

    @cached_property
    def no_names(self) -> frozenset[str]:
        """Phrases that hold a head word and name no party."""
        return self.words(lists.ORGANIZATION_NOT)

    @cached_property
    def no_head(self) -> frozenset[str]:
        """Last words that make of a name something other than the body in it."""
        return self.words(lists.ORGANIZATION_NO_HEAD)

    @cached_property
    def lead(self) -> frozenset[str]:
        """Words that a sentence puts before a name."""
        return self.words(lists.ORGANIZATION_LEAD)

    @cached_property
    def kept_owner(self) -> frozenset[str]:
        """Possessives that belong to a name."""
        return self.words(lists.ORGANIZATION_POSSESSIVE)

    @cached_property
    def union_word(self) -> frozenset[str]:
        """Everyday words that are also a union's name."""
        return self.words(lists.UNION_WORD)

    @cached_property
    def noun(self) -> frozenset[str]:
        """Common nouns beside a company's name."""
        return self.words(lists.ORGANIZATION_NOUN)

    @cached_property
    def staff(self) -> frozenset[str]:
        """People of an employer."""
        return self.words(lists.ORGANIZATION_STAFF)

    @cached_property
    def place(self) -> frozenset[str]:
        """Places and parts of places' names."""
        return self.words(lists.PLACE)

    @cached_property
    def demonym(self) -> frozenset[str]:
        """Adjectives of places and of peoples."""
        return self.words(lists.DEMONYM)

    @cached_property
    def given(self) -> frozenset[str]:
        """Given names."""
        return self.words(lists.GIVEN_NAME)

    @cached_property
    def honorific(self) -> frozenset[str]:
        """Titles that can stand before a surname alone."""
        return self.words(lists.HONORIFIC)

    @cached_property
    def title(self) -> frozenset[str]:
        """Titles of persons, of one to four words."""
        return self.words(lists.TITLE) | {f"{word}s" for word in self.words(lists.TITLE)}

    @cached_property
    def modifier(self) -> frozenset[str]:
        """Words that a title can carry before it."""
        return self.words(lists.TITLE_MODIFIER)

    @cached_property
    def organization_head(self) -> frozenset[str]:
        """Any word that a name of an organization can end in, and a person's name cannot."""
        heads = self.union | self.member | self.association | self.employer | self.body | self.company | self.suffix
        return heads | self.government | self.other | self.words_not_surname

    @cached_property
    def heading(self) -> frozenset[str]:
        """Heads that "of" can follow inside a name."""
        return self.union | self.body | self.government | self.government_of

    @cached_property
    def titled(self) -> frozenset[str]:
        """Words of which a title is made, or that stand before one."""
        return self.title | self.modifier

    @cached_property
    def not_person(self) -> frozenset[str]:
        """Names in lower case that look like a person's and are none."""
        return self.words(lists.NOT_PERSON)

    @cached_property
    def workers(self) -> frozenset[str]:
        """Words for people who work, that can stand for their union."""
        return (self.member | self.words(lists.WORKERS)) - self.words(lists.WORKERS_NOT)

    @cached_property
    def not_union(self) -> frozenset[str]:
        """Words before workers that set them apart from the union's."""
        return self.words(lists.WORKERS_OTHER)

    @cached_property
    def kinds(self) -> dict[str, frozenset[str]]:
        """A common noun for an employer to the words by which a name says that it is one."""
        rows = (entry.lower().split("|") for entry in self.lexicon.listed(lists.EMPLOYER_NOUN))
        return {noun.strip(): frozenset(w.strip() for w in words) | {noun.strip()} for noun, *words in rows}

    @cached_property
    def acting_employers(self) -> frozenset[str]:
        """Plural or collective nouns for employers who act without a name: "producers", "the studios", "management"."""
        plural = frozenset(noun for noun in self.words(lists.EMPLOYERS_NOMINAL) if noun.endswith("s"))
        return self.employer | self.management_noun | plural

    @cached_property
    def management_noun(self) -> frozenset[str]:
        """Those who act for an employer, told without its name."""
        return self.words(lists.MANAGEMENT_NOUN)

    @cached_property
    def head_noun(self) -> frozenset[str]:
        """Nouns that stand for the one organization whose name they head."""
        return self.words(lists.HEAD_NOUN)

    @cached_property
    def public_noun(self) -> frozenset[str]:
        """Nouns that name a public employer, never a company."""
        return self.words(lists.PUBLIC_NOUN)

    @cached_property
    def employer_nominal(self) -> Nominals:
        """Nouns behind "the" that stand for one employer; other words may stand between."""
        return Nominals.of(
            self.words(lists.EMPLOYER_NOMINAL),
            before=rf"(?!{self.either(lists.NOMINAL_NOT)} )(?:[\w.]+-based |[a-z]+ )?",
        )

    @cached_property
    def employers_nominal(self) -> Nominals:
        """Nouns behind "the" that stand for the employers of a table together."""
        kinds = self.either(lists.EMPLOYERS_NOMINAL_KIND)
        return Nominals.of(self.words(lists.EMPLOYERS_NOMINAL), before=rf"(?:{kinds} )?")

    @cached_property
    def companies_nominal(self) -> Nominals:
        """Plurals behind "the" or "both" that stand for several employers, each of whom has a name."""
        singular = {noun for noun in self.words(lists.EMPLOYER_NOMINAL) if " " not in noun}
        plural = frozenset(form for noun in singular for form in inflect.noun_forms(noun)) - singular
        return Nominals.of(
            plural, before=r"(?:(?:two|three|four|five|big|other|major) ){0,2}", lead=r"\b(?:the|both|all)"
        )

    @cached_property
    def common_office(self) -> frozenset[str]:
        """Offices that many hold, so that "the driver" is nobody in particular."""
        return self.words(lists.OFFICE_COMMON)

    @cached_property
    def thing(self) -> frozenset[str]:
        """Nouns by which an apposition says that a name is no person's."""
        return self.words(lists.NOT_PEOPLE)

    @cached_property
    def never_surname(self) -> frozenset[str]:
        """Heads of organizations that no surname is spelt like."""
        return self.words(lists.NEVER_SURNAME)

    @cached_property
    def telling(self) -> frozenset[str]:
        """Every word by which `heads` can tell a class; a name without one tells none."""
        listed = self.union | self.member | self.association | self.body | self.company | self.suffix | self.government
        listed |= self.government_of | self.news | self.other
        return listed | self.words(lists.TELLING_HEAD)

    @cached_property
    def title_ends(self) -> dict[str, tuple[str, ...]]:
        """The last word of each title, by the last two letters."""
        ends: dict[str, tuple[str, ...]] = {}
        for word in sorted({title.split()[-1] for title in self.title}):
            ends[word[-2:]] = (*ends.get(word[-2:], ()), word)
        return ends

    @cached_property
    def alone(self) -> frozenset[str]:
        """Words that standing alone name no organization."""
        return self.lead | self.organization_head | self.demonym

    @cached_property
    def words_not_surname(self) -> frozenset[str]:
        """Words that end the names of places, laws and things."""
        return self.words(lists.NOT_SURNAME)

    @cached_property
    def speech(self) -> frozenset[str]:
        """Finite forms of verbs of speech that persons are known by; those that are as often nouns are left out."""
        forms = set()
        for entry in self.lexicon.listed(lists.SPEECH_VERB):
            word = entry.partition("/")[0]
            forms |= {form for form, tags in inflect.verb_forms(word).items() if {"past", "third"} & set(tags)}
        return frozenset(forms) - self.words(lists.SPEECH_NOUN)
