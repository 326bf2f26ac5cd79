"""Fetches a page within limits of size, time and redirects; only http and https, and no other scheme by a redirect."""

from __future__ import annotations

import time
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import (
    HTTPError,
    LocationParseError,
    MaxRetryError,
    NameResolutionError,
    NewConnectionError,
    SSLError,
    TimeoutError,
)

from graph.errors import SourceError
from graph.settings import Settings

AGENT = "picketline/0.1"
_CHUNK = 64 * 1024
_TEXTUAL = (
    "text/",
    "application/xhtml+xml",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/json",
    "application/ld+json",
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came: the URL after redirects, the bytes, the media type and charset that the server named."""

    url: str
    data: bytes
    media_type: str
    charset: str | None


def fetch(url: str, settings: Settings) -> Fetched:
    """The page at a URL. Raises `SourceError` with a plain reason."""
    until = time.monotonic() + settings.timeout
    timeout = urllib3.Timeout(connect=min(10.0, settings.timeout), read=settings.timeout)
    pool = urllib3.PoolManager(timeout=timeout, retries=False, headers={"User-Agent": AGENT, "Accept-Encoding": "gzip"})
    here, seen = url, {url}
    with pool:
        for _ in range(settings.max_redirects + 1):
            _check_scheme(here, url)
            try:
                response = pool.request("GET", here, redirect=False, preload_content=False)
            except (HTTPError, LocationParseError, ValueError) as error:
                raise SourceError(url, _reason(error, settings)) from error
            try:
                target = response.headers.get("Location")
                if response.status in (301, 302, 303, 307, 308) and target:
                    here = urljoin(here, target)
                    if here in seen:
                        raise SourceError(url, f"redirects in a circle, back to {here}")
                    seen.add(here)
                    continue
                return _received(response, here, url, settings, until)
            finally:
                response.release_conn()
                response.close()
    raise SourceError(url, f"more than {settings.max_redirects} redirects")


def _check_scheme(here: str, url: str) -> None:
    scheme = urlsplit(here).scheme.lower()
    if scheme not in ("http", "https"):
        where = "" if here == url else " after a redirect"
        raise SourceError(url, f"scheme {scheme!r}{where}; only http and https are fetched")


def _received(response: urllib3.BaseHTTPResponse, here: str, url: str, settings: Settings, until: float) -> Fetched:
    if response.status != 200:
        raise SourceError(url, f"the server answered {response.status} {response.reason or ''}".rstrip())
    kind, _, rest = response.headers.get("Content-Type", "text/html").partition(";")
    media_type = kind.strip().lower()
    if not media_type.startswith(_TEXTUAL):
        raise SourceError(url, f"content type {media_type}; expected a page, a feed, text or JSON")
    length = response.headers.get("Content-Length", "")
    if length.isdigit() and int(length) > settings.max_download:
        raise SourceError(url, f"{int(length):,} bytes announced; at most {settings.max_download:,} are read")
    charset = rest.partition("charset=")[2].split(";")[0].strip().strip("\"'") or None
    data = bytearray()
    try:
        while chunk := response.read1(
            _CHUNK, decode_content=True
        ):  # what has come so far, so that the clock is looked at
            data += chunk
            if len(data) > settings.max_download:
                raise SourceError(url, f"more than {settings.max_download:,} bytes; the rest was not read")
            if time.monotonic() > until:
                raise SourceError(url, f"not finished after {settings.timeout:g} seconds")
    except (HTTPError, OSError) as error:
        raise SourceError(url, _reason(error, settings)) from error
    return Fetched(here, bytes(data), media_type, charset)


def _reason(error: Exception, settings: Settings) -> str:
    cause = error.reason if isinstance(error, MaxRetryError) and error.reason is not None else error
    if isinstance(cause, NameResolutionError):
        return "the host's name cannot be resolved"
    if isinstance(cause, SSLError):
        return f"the secure connection failed: {cause}"
    if isinstance(cause, NewConnectionError):
        return "the connection was refused"
    if isinstance(cause, TimeoutError):
        return f"no answer within {settings.timeout:g} seconds"
    return f"cannot be fetched: {cause}"
