"""Every IRI of the data is minted here, from parts that evidence cannot change: names, URLs, hashes of wording.

Never from a date: a better source may refine it, and a published IRI is a promise.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from graph.settings import BASE

ID = BASE + "id/"
DATASET = ID + "dataset"
HISTORY = ID + "history"  # the named graph of what was known when
_TRACKING = re.compile(r"(?i)^(utm_\w+|fbclid|gclid|mc_[ce]id|cmpid|ref|ref_src|ncid|guccounter|guce_\w+|mod|src)$")
_PORTS = {"http": ":80", "https": ":443"}
_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 80


def slug(text: str) -> str:
    """A name in lower-case ASCII with hyphens; one that has no such letters becomes a hash of itself."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", "").replace("&", " and "))
    ascii_only = plain.encode("ascii", "ignore").decode().lower()
    joined = _OTHER.sub("-", ascii_only).strip("-")
    if not joined:
        return "x-" + _digest(text)
    if len(joined) > _LONGEST:
        return joined[: _LONGEST - 11].rstrip("-") + "-" + _digest(joined)
    return joined


def _digest(text: str, length: int = 10) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def agent(name: str) -> str:
    """A person or organization, by name."""
    return f"{ID}agent/{slug(name)}"


def work(name: str) -> str:
    """A film, series or other work, by title."""
    return f"{ID}work/{slug(name)}"


def issue(notation: str) -> str:
    """A subject of bargaining, by notation."""
    return f"{ID}issue/{slug(notation)}"


def article(key: str) -> str:
    """An article, by key; its named graph bears the same IRI."""
    return f"{ID}article/{key}"


def article_key(*, url: str | None, ident: str | None, outlet: str | None, title: str | None) -> str:
    """The key of an article: readable, and settled by its URL, else by its own id, else by outlet and title."""
    identity = normal_url(url) if url else "\n".join(part or "" for part in (ident, outlet, title))
    words = title or ident or (urlsplit(url).path.rstrip("/").rpartition("/")[2] if url else "") or "article"
    return f"{slug(words)[:48].strip('-')}-{_digest(identity)}"


def normal_url(url: str) -> str:
    """A URL without what does not change the page: case of the host, default port, fragment, trackers, last slash."""
    parts = urlsplit(url.strip())
    scheme = parts.scheme.lower()
    host = parts.netloc.lower().removesuffix(_PORTS.get(scheme, ":"))
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)])
    return urlunsplit(("https" if scheme == "http" else scheme, host, parts.path.rstrip("/") or "/", query, ""))


def report(article_key: str, report_key: str) -> str:
    """A report of one article."""
    return f"{ID}report/{article_key}/{report_key}"


def figure(article_key: str, figure_key: str) -> str:
    """A figure of one article."""
    return f"{ID}figure/{article_key}/{figure_key}"


def conflict(article_key: str, conflict_key: str) -> str:
    """Two passages of one article that disagree."""
    return f"{ID}conflict/{article_key}/{conflict_key}"


def disagreement(one: str, other: str, on: str) -> str:
    """Two reports that disagree on a property, whichever comes first."""
    return f"{ID}conflict/{_digest('|'.join((*sorted((one, other)), on)))}"


def field_origin(article_key: str, field: str) -> str:
    """Where one field of an article's metadata was found."""
    return f"{ID}origin/{article_key}/{slug(field)}"


def precision(of: str) -> str:
    """What was measured for a frame or a factor, by the name of either."""
    return f"{ID}precision/{slug(of)}"


def evidence(article_key: str, start: int, end: int) -> str:
    """A passage of an article, by code points."""
    return f"{ID}evidence/{article_key}/{start}-{end}"


def mention(article_key: str, start: int, end: int, agent_iri: str) -> str:
    """Words that name an agent at a place."""
    return f"{ID}mention/{article_key}/{start}-{end}-{agent_iri.rpartition('/')[2]}"


def role(holder: str, office: str, organization: str, article_key: str) -> str:
    """A role as one article states it."""
    parts = (holder.rpartition("/")[2], slug(office), organization.rpartition("/")[2])
    return f"{ID}role/{'-'.join(parts)[:120]}-{_digest(article_key, 6)}"


def event(kind: str, parties: Sequence[str], founding_report: str) -> str:
    """An event: class and parties for the reader, the report that founded it for identity."""
    who = "-".join(party.rpartition("/")[2] for party in sorted(parties)[:2])
    return f"{ID}event/{slug(kind)}-{who[:60]}-{_digest(founding_report, 8)}".replace("--", "-")


def known_state(thing: str, day: str) -> str:
    """An event or conflict as known from a day on; the IRI leads to the thing itself."""
    return f"{thing}#known-{day}"


def known_link(event_iri: str, report_iri: str, day: str) -> str:
    """That a report belonged to an event from a day on."""
    return f"{event_iri}#report-{_digest(report_iri)}-{day}"
