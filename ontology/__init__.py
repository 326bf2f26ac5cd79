"""What can be said: the vocabulary, its frames, the agents and the issues, as Turtle with one thin reader."""

from ontology.errors import VocabularyError
from ontology.lexicon import Lexicon, files, load

__all__ = ["Lexicon", "VocabularyError", "files", "load"]
