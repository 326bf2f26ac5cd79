"""Every Turtle file of this folder in, one frozen `Lexicon` out: frames, agents, issues, word lists.

A thin reader: what can be said is data, and this module knows only the shape of that data.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from ontology import lists, terms
from ontology.errors import VocabularyError

FOLDER = Path(__file__).parent
PLACES = frozenset(
    "subject object by with against between to from of for at outside possessor any sentence discourse".split()
)
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SHACL = "http://www.w3.org/ns/shacl#"
_FAMILY = re.compile(r"\$([a-z-]+)")
_ISSUE_SCHEME = "https://w3id.org/picketline/id/issue"


@dataclass(frozen=True, slots=True)
class Cue:
    """A trigger pattern as written, such as `"go/v on strike"`; `noun` where it comes from `nounCue`, `state` where it
    comes from `stateCue`: what it tells of is under way and did not happen with the news."""

    pattern: str
    noun: bool = False
    state: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """A role of a frame: the property, the class its filler must have, where in a clause to look for it, in order."""

    property: str
    type: str | None
    filled_by: tuple[str, ...]
    required: bool
    many: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """An event class with what the extractor must know of it. All classes are IRIs.

    `ancestors` runs from the class itself to the top. `opens` and `closes` name the class of the interval whose start
    or end a report of this frame gives, `since_tells` the class that a state with a beginning tells of, `account_of` the
    classes beside which an undated report tells nothing of its own, `otherwise` the class told of where those who act
    cannot fill its required role. `scored_as` is the type in the scoring schema, or None.
    `moves` are the states that a report puts a round in. `answers_by` is the property that links it to the move it answers,
    `gives_status` what it makes of that move, or of itself where it answers none. `same_within` is how many days two dates of one happening may lie apart.
    """

    iri: str
    name: str
    label: str
    definition: str
    ancestors: tuple[str, ...]
    cues: tuple[Cue, ...]
    blockers: tuple[str, ...]
    roles: tuple[Role, ...]
    priority: int
    opens: str | None
    closes: str | None
    since_tells: str | None
    account_of: tuple[str, ...]
    otherwise: str | None
    scored_as: str | None
    moves: tuple[str, ...]
    needs_issue: bool
    answers_by: str | None
    gives_status: str | None
    whole_package: bool
    takes_up: bool
    until_tells: bool
    same_within: int
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    _above: frozenset[str] = field(
        init=False, repr=False, compare=False
    )  # its ancestors, asked for hundreds of times a text

    def __post_init__(self) -> None:
        object.__setattr__(self, "_above", frozenset(self.ancestors))

    def is_a(self, ancestor: str) -> bool:
        """Whether the class is the one given or lies below it."""
        return ancestor in self._above


@dataclass(frozen=True, slots=True)
class Tenure:
    """A dated role of a registry agent: role concept, the organization, EDTF of the time held."""

    iri: str
    holder: str
    role: str
    role_label: str
    organization: str
    edtf: str


@dataclass(frozen=True, slots=True)
class AgentEntry:
    """An agent of the registry. `nominals` are lower-case phrases ("the actors union"), `blockers` phrases that hold
    one of its names and mean something else; `workforce` the words for the people a union organizes.

    `active_from` and `active_to` are EDTF dates or None.
    """

    iri: str
    name: str
    type: str
    aliases: tuple[str, ...]
    nominals: tuple[str, ...]
    blockers: tuple[str, ...]
    workforce: tuple[str, ...]
    parent: str | None
    coalition: tuple[str, ...]
    active_from: str | None
    active_to: str | None
    tenures: tuple[Tenure, ...]


@dataclass(frozen=True, slots=True)
class IssueEntry:
    """A subject of bargaining: concept IRI, notation, label, cue phrases (lower case), the broader concepts up to the
    top, its name in the scoring schema, and the kinds of bare figure that imply it."""

    iri: str
    notation: str
    label: str
    cues: tuple[str, ...]
    broader: tuple[str, ...]
    scored_as: str
    implied_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the extractor may know. `words` are the word lists by name; `types` maps each class of agent to
    its ancestors, itself first; `scored_types` maps a class of agent to its name in the scoring schema; `labels` are the English labels of all terms;
    `offices` maps the names of an office, in small letters, to its IRI; `digest` is the SHA-256 over all files."""

    frames: tuple[Frame, ...]
    agents: tuple[AgentEntry, ...]
    issues: tuple[IssueEntry, ...]
    words: Mapping[str, tuple[str, ...]]
    types: Mapping[str, tuple[str, ...]]
    scored_types: Mapping[str, str]
    labels: Mapping[str, str]
    offices: Mapping[str, str]
    digest: str
    _above: Mapping[str, frozenset[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_above", {kind: frozenset(above) for kind, above in self.types.items()})

    def listed(self, name: str) -> tuple[str, ...]:
        """The entries of a word list. Raises `VocabularyError`, which names list and file, where there is none."""
        if name not in self.words:
            place = lists.FILES.get(name)
            where = f"{place} lacks it" if place is not None else "no file of the ontology has it"
            raise VocabularyError(f"word list {name!r} (pl:words-{name}): {where}")
        return self.words[name]

    def agent_is_a(self, agent_type: str, ancestor: str) -> bool:
        """Whether one class of agent is, or lies below, another."""
        above = self._above.get(agent_type)
        return ancestor == agent_type if above is None else ancestor in above

    def is_any(self, agent_type: str, ancestors: Iterable[str]) -> bool:
        """Whether a class of agent is, or lies below, one of some others."""
        return not self._above.get(agent_type, frozenset((agent_type,))).isdisjoint(ancestors)


def files(folder: Path = FOLDER) -> tuple[Path, ...]:
    """Every Turtle file of the vocabulary, in a fixed order."""
    return (*sorted(folder.glob("*.ttl")), *sorted((folder / "events").glob("*.ttl")))


def load(folder: Path = FOLDER) -> Lexicon:
    """The lexicon of a folder. Raises `VocabularyError` for a file that does not parse or a frame that lacks a part."""
    index = _Index()
    digest = hashlib.sha256()
    for path in files(folder):
        data = path.read_bytes()
        digest.update(path.name.encode() + b"\0" + data)
        index.read(path, data)
    frames = tuple(_frame(iri, index) for iri in index.having(terms.cue, terms.nounCue, terms.stateCue))
    agent_classes = {iri for iri in index.subjects if terms.Agent in index.ancestors(iri)} | {terms.CreativeWork}
    return Lexicon(
        frames=frames,
        agents=_agents(index, agent_classes),
        issues=_issues(index),
        words={
            iri.removeprefix(terms.NS + "words-"): tuple(index.texts(iri, terms.word))
            for iri in index.of_type(terms.WordList)
        },
        types={iri: index.ancestors(iri) for iri in sorted(agent_classes)},
        scored_types={
            iri: index.texts(iri, terms.scoredAs)[0]
            for iri in sorted(agent_classes)
            if index.texts(iri, terms.scoredAs)
        },
        labels=dict(sorted(index.labels())),
        offices={
            name.lower(): iri
            for iri in index.of_type(terms.Role)
            for name in (*index.texts(iri, _SKOS + "prefLabel"), *index.texts(iri, _SKOS + "altLabel"))
        },
        digest=digest.hexdigest(),
    )


class _Index:
    """All statements of the vocabulary by subject and predicate."""

    def __init__(self) -> None:
        self.subjects: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(lambda: defaultdict(list))
        self._types: dict[str, list[str]] = defaultdict(list)
        self._ancestors: dict[str, tuple[str, ...]] = {}

    def read(self, path: Path, data: bytes) -> None:
        """Takes in one file."""
        try:
            for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
                subject, value = quad.subject, quad.object
                if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
                    raise VocabularyError(f"{path}: found a blank node at {subject}; expected an IRI")
                self.subjects[subject.value][quad.predicate.value].append(value)
                if quad.predicate.value == _RDF_TYPE:
                    self._types[value.value].append(subject.value)
        except SyntaxError as error:
            raise VocabularyError(f"{path}: not Turtle: {error}") from error

    def texts(self, iri: str, predicate: str) -> list[str]:
        """Values as text, sorted."""
        return sorted({value.value for value in self.subjects[iri].get(predicate, ())}) if iri in self.subjects else []

    def text(self, iri: str, predicate: str) -> str | None:
        """The first value, None where there is none."""
        return next(iter(self.texts(iri, predicate)), None)

    def patterns(self, iri: str, predicate: str) -> list[str]:
        """Cues of a frame, with the families of words that they name spelled out: "$deal/n" is "agreement|contract|.../n"."""
        return [_FAMILY.sub(lambda found: self._family(iri, found), text) for text in self.texts(iri, predicate)]

    def _family(self, iri: str, found: re.Match[str]) -> str:
        members = self.texts(f"{terms.NS}words-{found[1]}", terms.word)
        if not members:
            raise VocabularyError(
                f"{iri}: cue {found.string!r} names {found[0]}; expected a word list pl:words-{found[1]}"
            )
        return "|".join(members)

    def of_type(self, kind: str) -> list[str]:
        """Subjects of a type, sorted."""
        return sorted(set(self._types.get(kind, ())))

    def having(self, *predicates: str) -> list[str]:
        """Classes with one of the predicates, sorted; issues and word lists carry cues too and are no frames."""
        classes = set(self._types.get(_RDFS + "Class", ()))
        return sorted(iri for iri in classes if any(p in self.subjects[iri] for p in predicates))

    def ancestors(self, iri: str) -> tuple[str, ...]:
        """A class and all above it, nearest first."""
        if iri not in self._ancestors:
            out = [iri]
            for current in out:
                if current in self.subjects:
                    out.extend(p for p in self.texts(current, _RDFS + "subClassOf") if p not in out)
            self._ancestors[iri] = tuple(out)
        return self._ancestors[iri]

    def labels(self) -> Iterable[tuple[str, str]]:
        """The label of each subject that has one."""
        for iri in self.subjects:
            found = self.text(iri, _RDFS + "label") or self.text(iri, _SKOS + "prefLabel")
            if found is not None:
                yield iri, found


def _frame(iri: str, index: _Index) -> Frame:
    label = index.text(iri, _RDFS + "label")
    definition = index.text(iri, _SKOS + "definition")
    if label is None or definition is None:
        raise VocabularyError(f"{iri}: an event type needs rdfs:label and skos:definition")
    cues = [Cue(pattern) for pattern in index.patterns(iri, terms.cue)]
    cues += [Cue(pattern, noun=True) for pattern in index.patterns(iri, terms.nounCue)]
    cues += [Cue(pattern, state=True) for pattern in index.patterns(iri, terms.stateCue)]
    return Frame(
        iri=iri,
        name=iri.removeprefix(terms.NS),
        label=label,
        definition=definition,
        ancestors=index.ancestors(iri),
        cues=tuple(cues),
        blockers=tuple(index.patterns(iri, terms.notCue)),
        roles=_roles(iri, index),
        priority=_number(iri, terms.priority, 0, index),
        opens=index.text(iri, terms.opens),
        closes=index.text(iri, terms.closes),
        since_tells=index.text(iri, terms.sinceTells),
        account_of=tuple(index.texts(iri, terms.accountOf)),
        otherwise=index.text(iri, terms.otherwise),
        scored_as=index.text(iri, terms.scoredAs),
        moves=tuple(index.texts(iri, terms.moves)),
        needs_issue=index.text(iri, terms.needsIssue) == "true",
        answers_by=index.text(iri, terms.answersBy),
        gives_status=index.text(iri, terms.givesStatus),
        whole_package=index.text(iri, terms.wholePackage) == "true",
        takes_up=index.text(iri, terms.takesUp) == "true",
        until_tells=index.text(iri, terms.untilTells) == "true",
        same_within=_number(iri, terms.sameWithin, 3, index),
        examples=tuple(index.texts(iri, _SKOS + "example")),
        counterexamples=tuple(index.texts(iri, terms.counterexample)),
    )


def _number(iri: str, predicate: str, default: int, index: _Index) -> int:
    text = index.text(iri, predicate)
    if text is None:
        return default
    try:
        return int(text)
    except ValueError:
        raise VocabularyError(f"{iri}: {predicate.rpartition('#')[2]} is {text!r}; expected a whole number") from None


def _roles(iri: str, index: _Index) -> tuple[Role, ...]:
    """The roles of a class and, where it has none of that property, of the classes above it."""
    out: dict[str, Role] = {}
    for ancestor in index.ancestors(iri):
        for shape in index.texts(ancestor, _SHACL + "property"):
            path, places = index.text(shape, _SHACL + "path"), index.text(shape, terms.filledBy)
            if path is None or path in out or places is None:
                continue
            unknown = set(places.split()) - PLACES
            if unknown:
                raise VocabularyError(
                    f"{shape}: unknown place {sorted(unknown)[0]!r}; known are {', '.join(sorted(PLACES))}"
                )
            out[path] = Role(
                property=path,
                type=index.text(shape, _SHACL + "class"),
                filled_by=tuple(places.split()),
                required=(index.text(shape, _SHACL + "minCount") or "0") != "0",
                many=index.text(shape, _SHACL + "maxCount") is None,
            )
    return tuple(sorted(out.values(), key=lambda role: (not role.required, _first(role.property), role.property)))


def _first(name: str) -> int:
    """Roles by side come before "participant", which takes what is left."""
    return 1 if name == terms.participant else 0


def _agents(index: _Index, classes: set[str]) -> tuple[AgentEntry, ...]:
    tenures: dict[str, list[Tenure]] = defaultdict(list)
    for iri in index.of_type(terms.RoleHolding):
        holder, role, organization = (index.text(iri, p) for p in (terms.holder, terms.role, terms.roleIn))
        if holder is None or role is None or organization is None:
            raise VocabularyError(f"{iri}: a role holding needs pl:holder, pl:role and pl:roleIn")
        label = index.text(role, _SKOS + "prefLabel") or role
        tenures[holder].append(Tenure(iri, holder, role, label, organization, index.text(iri, terms.dateEdtf) or ""))
    out = []
    for kind in sorted(classes):
        for iri in index.of_type(kind):
            name = index.text(iri, _SKOS + "prefLabel")
            if name is None:
                raise VocabularyError(f"{iri}: an agent needs skos:prefLabel")
            out.append(
                AgentEntry(
                    iri=iri,
                    name=name,
                    type=kind,
                    aliases=tuple(index.texts(iri, _SKOS + "altLabel")),
                    nominals=tuple(index.texts(iri, terms.nominal)),
                    blockers=tuple(index.texts(iri, terms.notName)),
                    workforce=tuple(index.texts(iri, terms.workforce)),
                    parent=index.text(iri, terms.parentOrg),
                    coalition=tuple(index.texts(iri, terms.memberOfCoalition)),
                    active_from=index.text(iri, terms.activeFrom),
                    active_to=index.text(iri, terms.activeTo),
                    tenures=tuple(tenures.get(iri, ())),
                )
            )
    return tuple(sorted(out, key=lambda entry: entry.iri))


def _issues(index: _Index) -> tuple[IssueEntry, ...]:
    out = []
    for iri in index.of_type(_SKOS + "Concept"):
        if _ISSUE_SCHEME not in index.texts(iri, _SKOS + "inScheme"):
            continue
        label, notation = index.text(iri, _SKOS + "prefLabel"), index.text(iri, _SKOS + "notation")
        if label is None or notation is None:
            raise VocabularyError(f"{iri}: an issue needs skos:prefLabel and skos:notation")
        broader: list[str] = []
        queue = index.texts(iri, _SKOS + "broader")
        while queue:
            parent = queue.pop(0)
            if parent not in broader and parent != iri:
                broader.append(parent)
                queue.extend(index.texts(parent, _SKOS + "broader"))
        scored = next((s for i in (iri, *broader) if (s := index.text(i, terms.scoredAs)) is not None), "other")
        words, figures = tuple(index.texts(iri, terms.cue)), tuple(index.texts(iri, terms.impliedBy))
        out.append(IssueEntry(iri, notation, label, words, tuple(broader), scored, figures))
    return tuple(out)
