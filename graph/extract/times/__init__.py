"""Words that tell a time, to EDTF values with the basis they rest on. Our own grammar over the standard library.

Nothing is defaulted: without a publication date a weekday has no value, and "May 5" keeps its year open.
"""

from __future__ import annotations

from graph.extract.times import entries
from graph.extract.times.scan import find

__all__ = ["entries", "find"]
