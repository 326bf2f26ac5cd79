"""A text to the name of its language, where that is surely not English; so that nothing foreign is half-read.

By script, and where the letters are Latin by the share of function words. Function words were preferred to a trained
detector: those err on headlines full of names, and here a short English text must never be refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

# The commonest words of each language that English does not share as words of its own.
_ENGLISH = frozenset(
    "the of and to a in that is was for on with as by at from it he she they his her their this be are were have has had "
    "not but which who will would been after over its an or said about more than when there we you i".split()
)
_OTHERS = {
    "Spanish": "el la los las de del que y en un una por con para se su al como más pero es lo fue han sus sin sobre este",
    "French": "le la les des du de et en un une que qui dans pour pas sur au aux est par avec ce cette il elle ont sont plus ses",
    "German": "der die das und den von zu mit dem des im nicht ein eine einer auf für ist sich auch es wie nach bei aus wird sind haben",
    "Italian": "il lo la gli le di del della dei che e è un una per con non sono nel alla da si ha più come anche dal al",
    "Portuguese": "o os as de do da dos das que e em um uma para com não por no na se mais ao como foi pelo pela são",
    "Dutch": "de het een en van ik te dat die in is niet op zijn met voor er aan ook als bij maar om uit nog naar werd door",
    "Swedish": "och att det som en på är av för med till den har inte om ett men var sig från vi så kan när",
    "Danish": "og at det som en på er af for med til den har ikke om et men var sig fra vi så kan når der de",
    "Norwegian": "og at det som en på er av for med til den har ikke om et men var seg fra vi så kan når der de",
    "Polish": "i w na z się nie do to że jest o jak od po przez dla są za co tym który przed ale oraz tego",
    "Turkish": "ve bir bu da de için ile olarak daha çok olan gibi sonra kadar ancak ise değil her en ya",
    "Indonesian": "yang dan di dari untuk dengan ini itu pada tidak dalam akan ke telah oleh juga para adalah karena atau",
    "Tagalog": "ang ng sa na mga at ay si ni kay para hindi nang mula isang ito niya kanilang din",
}
_LATIN = {name: frozenset(words.split()) for name, words in _OTHERS.items()}
# Unicode names a letter by its script first; some scripts are used by one large language, some by many.
_SCRIPTS = {
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "CJK": "Chinese",
    "HANGUL": "Korean",
    "CYRILLIC": "a language in Cyrillic script",
    "ARABIC": "a language in Arabic script",
    "HEBREW": "Hebrew",
    "GREEK": "Greek",
    "DEVANAGARI": "a language in Devanagari script",
    "BENGALI": "Bengali",
    "TAMIL": "Tamil",
    "THAI": "Thai",
}
_LOOKED_AT = 2_000
_LEAST_WORDS = 20
_LEAST_SHARE = 0.14
_WORD = re.compile(r"[^\W\d_]+")
_LATIN_LETTER = re.compile(r"[A-Za-z\u00aa-\u024f]")
_OTHER_LETTER = re.compile(r"[^\W\d_A-Za-z\u00aa-\u024f]")


def foreign(text: str) -> str | None:
    """The language of a text that is not English; None for English, and for what is too short or mixed to tell."""
    start = text[:_LOOKED_AT]
    return _by_script(start) or _by_words(start)


def _by_script(text: str) -> str | None:
    others = _OTHER_LETTER.findall(text)
    if len(others) < 10 or len(others) < len(_LATIN_LETTER.findall(text)):
        return None
    letters = Counter(unicodedata.name(char, "").split(" ")[0].split("-")[0] for char in others)
    named = [script for script in sorted(letters) if script in _SCRIPTS]
    if not named:
        return None
    kana = letters["HIRAGANA"] + letters["KATAKANA"]
    if kana * 20 > letters["CJK"] and kana:
        return _SCRIPTS["HIRAGANA"]
    return _SCRIPTS[max(named, key=lambda script: letters[script])]


def _by_words(text: str) -> str | None:
    words = _WORD.findall(text)
    if len(words) < _LEAST_WORDS:
        return None
    # Written small only: "La La Land", "Le Mans" and "El Paso" are names in an English headline.
    counts = Counter(words if not text.isupper() else [word.lower() for word in words])
    english = sum(counts[word] for word in _ENGLISH)
    # A word of two languages, such as "in" or "at", speaks for neither.
    found = {name: sum(counts[word] for word in own - _ENGLISH) for name, own in _LATIN.items()}
    best = max(sorted(found), key=lambda name: found[name])
    if found[best] < len(words) * _LEAST_SHARE or found[best] < 2 * english:
        return None
    return best
