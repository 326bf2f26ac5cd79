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
# Words of the field that are written small even in a headline or two; each is of its language alone.
_ENGLISH_NEWS = frozenset(
    "strike strikes union unions workers members talks deal vote voted staff pay raise rally rallies reject reach hit hits plan "
    "call called calls walk walked walkout picket offer offered wants say says reports crews pilots teachers nurses began cut "
    "declined expects resume stop week next contract turned held put classes raises told union's out off down".split()
)
_NEWS = {
    "Spanish": "huelga huelgas sindicato sindicatos empresa trabajadores empleados paro paros salarial salarios acuerdo convenio "
    "convocan votan firmaron firmó piden pide mejores martes miércoles jueves lunes negociaciones hasta dice dejó ya ayer "
    "rechaza rechazan oferta propuesta protestan gobierno continuará harán días autobuses nuevo hay ofrece siguen sigue",
    "French": "grève grèves syndicat syndicats salariés salaires salarial accord négociations discussions direction propose mardi "
    "mercredi jeudi lundi vendredi hausse réclame demandent votent reprennent signé refuse appellent travail depuis jours "
    "leurs meilleurs hier soir matin seront ils elles manifestent trop aucun été reconduit cessé ministre dialogue continue dure",
    "German": "streik streiks ausstand warnstreik gewerkschaft beschäftigte beschäftigten mitarbeiter arbeitgeber tarifvertrag "
    "löhne lohn mehr geld prozent gespräche konzern streiken streikt ruft fordert fordern bietet weiter gehen geht dauert schon "
    "stimmen protestieren lehnt angebot arbeit donnerstag mittwoch montag dienstag gestern nahmen traten legen nieder ab gegen "
    "einigung personal pflegekräfte lehrer beendet große sagte fehlende der die zur zum vom",
    "Dutch": "staking staken stakingen vakbond vakbonden bonden bedrijf werknemers medewerkers loon lonen akkoord gesprekken werkgever "
    "eist procent meer biedt roepen actie verder gaan gaat al dagen stemmen protesteren willen ze nieuwe cao wijst legt leggen "
    "neer dinsdag woensdag donderdag maandag gisteren zegt hebben voorstel aanvaard klagen tekort geld geen betere duurt wordt",
    "Italian": "sciopero scioperi sindacato sindacati azienda dipendenti lavoratori contratto accordo trattativa stipendi aumento "
    "chiede chiedono martedì mercoledì giovedì lunedì venerdì ieri sera firmato votano proclamano offre riprende dura giorni "
    "protestano migliori respinge fino continuerà nuovo lavorare mattina finito hanno accettato proposta scioperano troppo c",
    "Portuguese": "greve greves sindicato sindicatos empresa trabalhadores empregados paralisação acordo salarial salários aumento "
    "convocam oferece votam pede pedem negociações terça quarta quinta segunda feira assinaram assinado dura dias protestam elas "
    "melhores rejeitam proposta governo vai continuar até novo trabalhar deixou ontem noite aceitou aceitaram fazem há diz",
}
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
# The small words that a short text needs besides those of a long one.
_SMALL = {
    "Spanish": "a no ha ni muy tras entre desde quiere quieren son está están cuando donde también porque",
    "French": "a ils elles qu ne son sa leur leurs nous vous mais ou si tout tous fait été sera entre après avant comme veut veulent",
    "German": "in doch kein keine gab sie er ihr ihre will wollen dass noch unter über vor wenn werden wurde wurden kann sei hat war am einen einem bleiben",
    "Dutch": "zij hun hij ze wil willen dan wel worden werden kan tegen volgens tot of zal zullen geen der",
    "Italian": "a in i gli le ha era stato nella delle degli dalla sulla dopo ma loro vuole vogliono lo questa quando tra",
    "Portuguese": "a nem só já há sua seu seus suas quer querem entre depois quando também ou os as está estão",
}
_LATIN = {name: frozenset(words.split()) for name, words in _OTHERS.items()}
_FIELD = {name: frozenset(f"{words} {_SMALL[name]}".split()) | _LATIN[name] for name, words in _NEWS.items()}
# The small words inside a name ("Sindicato de la Educación", "Opéra national de Paris") are no sign of a text's language.
_PARTICLES = re.compile(
    r"(?<=\w )(?:(?:de|da|do|das|dos|di|del|della|dei|du|des|la|las|los|le|les|et|e|y|van|von|den|der|en) )+(?=[^\W\d_a-z])"
)
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
# A text shorter than this is told by the words of the field as well: it has too few function words.
_SHORT, _LEAST_SHORT, _LEAST_SHORT_SHARE = 40, 9, 0.2
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
    words = _WORD.findall(_PARTICLES.sub(" ", text))
    if len(words) < _LEAST_SHORT:
        return None
    # Written small only: "La La Land", "Le Mans" and "El Paso" are names in an English headline.
    counts = Counter(words if not text.isupper() else [word.lower() for word in words])
    if len(words) < _SHORT and (short := _by_field(counts, len(words))) is not None:
        return short
    if len(words) < _LEAST_WORDS:
        return None
    english = sum(counts[word] for word in _ENGLISH)
    # A word of two languages, such as "in" or "at", speaks for neither.
    found = {name: sum(counts[word] for word in own - _ENGLISH) for name, own in _LATIN.items()}
    best = max(sorted(found), key=lambda name: found[name])
    if found[best] < len(words) * _LEAST_SHARE or found[best] < 2 * english:
        return None
    return best


def _by_field(counts: Counter[str], words: int) -> str | None:
    """The language of a headline and a sentence or two: the function words and the words of the field together."""
    english = _ENGLISH | _ENGLISH_NEWS
    small: Counter[str] = Counter()
    for word, count in counts.items():
        small[word.lower()] += count
    found = {}
    for name, own in _FIELD.items():
        # German writes its nouns with a capital.
        seen = small if name == "German" else counts
        found[name] = sum(seen[word] for word in own - english), sum(small[word] for word in english - own)
    best = max(sorted(found), key=lambda name: found[name])
    foreign_words, english_words = found[best]
    enough = (
        foreign_words >= max(3, words * (_LEAST_SHORT_SHARE if english_words else _LEAST_SHARE))
        and foreign_words >= 3 * english_words
    )
    return best if enough else None
