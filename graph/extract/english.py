"""The closed classes of English grammar, which no editor of the ontology would change; words of the domain are word lists."""

from __future__ import annotations

ARTICLES = frozenset(("a", "an", "the"))
POSSESSIVES = frozenset("its their his her our your my".split())
DEMONSTRATIVES = frozenset("this that these those".split())
DETERMINERS = ARTICLES | POSSESSIVES | DEMONSTRATIVES
SUBJECT_PRONOUNS = frozenset("i we you he she it they".split())
BEING = frozenset("is are was were be been being".split())
MODALS = frozenset("can could may might".split())
FUTURE = frozenset(("will", "'ll", "shall", "must", "won't"))
AUXILIARY = frozenset("is are was were has have had will would may might could can should must do does did".split())
AUXILIARIES = frozenset(
    "is are was were am be been has have had do does did will would can could may might must shall should won't "
    "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't can't couldn't wouldn't shouldn't".split()
)
NEGATIONS = frozenset("not no never neither nor without cannot n't none".split())
SUBORDINATORS = frozenset(
    "after before while as because although though if when whenever since until till unless whereas once amid despite "
    "following whether so given".split()
)
RELATIVES = frozenset("who which whom whose where that".split())
COORDINATORS = frozenset(("and", "but", "or", "nor", "yet", "then"))
# Those that open a phrase inside a clause; `PREPOSITIONS` has those of place and comparison as well.
PLAIN_PREPOSITIONS = frozenset(
    "of in on at by with from to for against between among over into about during through under per via toward "
    "towards across within including like".split()
)
PREPOSITIONS = PLAIN_PREPOSITIONS | frozenset("than without behind outside inside near".split())
# Before a date: "on May 5", "late on Friday".
# Those that join a sentence to the one before and say nothing of their own: "But in 1988", "Meanwhile, on Friday".
SENTENCE_JOINERS = frozenset(
    "and but yet so however meanwhile moreover furthermore nevertheless nonetheless still then separately".split()
)
BARE_JOINERS = frozenset(("and", "but", "yet"))  # those that need no comma behind them
BEFORE_DATES = frozenset("on in at late early by".split())
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun".split()
)
NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
QUANTIFIERS = frozenset(
    "all any both each every no some several many most much more less least few fewer other others another such only "
    "just about around nearly almost roughly approximately over up than".split()
)
# Adverbs that stand between a subject or an auxiliary and its verb.
ADVERBS = frozenset("now then also still currently both again already later further recently not never yet".split())
# Small words inside names of persons and places: "Ana de la Cruz".
NAME_PARTICLES = frozenset("de du la le van von der den del da di dos el al bin ibn ter y".split())
