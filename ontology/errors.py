"""What can be wrong with the vocabulary's files."""

from __future__ import annotations


class VocabularyError(Exception):
    """A file of the ontology that cannot be used: names the file, what was found and what was expected."""
