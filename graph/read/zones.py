"""An outlet's address and locale to the time zone of its newsroom, in which its day of publication is told."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

AMERICAN = "America/Los_Angeles"

# One zone a country: the one that most of its newsrooms keep. Endings such as .tv and .co say nothing of a place.
_COUNTRIES = dict(
    row.split()
    for row in """
    uk Europe/London
    gb Europe/London
    ie Europe/Dublin
    fr Europe/Paris
    de Europe/Berlin
    at Europe/Vienna
    ch Europe/Zurich
    it Europe/Rome
    es Europe/Madrid
    pt Europe/Lisbon
    nl Europe/Amsterdam
    be Europe/Brussels
    dk Europe/Copenhagen
    se Europe/Stockholm
    no Europe/Oslo
    fi Europe/Helsinki
    pl Europe/Warsaw
    cz Europe/Prague
    gr Europe/Athens
    tr Europe/Istanbul
    ua Europe/Kyiv
    ru Europe/Moscow
    il Asia/Jerusalem
    ae Asia/Dubai
    qa Asia/Qatar
    sa Asia/Riyadh
    eg Africa/Cairo
    ke Africa/Nairobi
    ng Africa/Lagos
    gh Africa/Accra
    za Africa/Johannesburg
    zw Africa/Harare
    in Asia/Kolkata
    pk Asia/Karachi
    bd Asia/Dhaka
    lk Asia/Colombo
    np Asia/Kathmandu
    th Asia/Bangkok
    vn Asia/Ho_Chi_Minh
    my Asia/Kuala_Lumpur
    sg Asia/Singapore
    id Asia/Jakarta
    ph Asia/Manila
    hk Asia/Hong_Kong
    cn Asia/Shanghai
    tw Asia/Taipei
    kr Asia/Seoul
    jp Asia/Tokyo
    au Australia/Sydney
    nz Pacific/Auckland
    ca America/Toronto
    mx America/Mexico_City
    br America/Sao_Paulo
    ar America/Argentina/Buenos_Aires
    cl America/Santiago
    jm America/Jamaica
    """.strip().split("\n")
)
_REGION = re.compile(r"[A-Za-z]{2,3}[-_](?:[A-Za-z]{4}[-_])?([A-Za-z]{2})(?:$|[.@-])")


def newsroom(url: str | None, locale: str | None = None) -> str:
    """The zone of an outlet: by the country of its host, else by its locale ("en_GB"), else the American one."""
    host = urlsplit(url).hostname if url else None
    ending = (host or "").rpartition(".")[2]
    if ending in _COUNTRIES:
        return _COUNTRIES[ending]
    region = _REGION.match(locale or "")
    return _COUNTRIES.get(region[1].lower(), AMERICAN) if region is not None else AMERICAN
