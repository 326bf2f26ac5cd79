"""What is not English is set aside with its language named; English never is, however short or full of names."""

import json
from pathlib import Path

import pytest

from graph import read
from graph.errors import SourceError
from graph.read import language
from graph.settings import Settings

EXPECTED = Path(__file__).parent.parent / "expected" / "articles"

FOREIGN = {
    "Spanish": "Los trabajadores de la planta votaron el martes por ir a la huelga después de que la empresa se negó a negociar "
    "un aumento de los salarios. El sindicato dijo que las conversaciones con la compañía no han dado resultados.",
    "French": "Les cheminots ont voté mardi la grève après l'échec des négociations avec la direction. Le syndicat demande une "
    "hausse des salaires de 8 % et dit que les discussions sur les retraites sont au point mort pour le moment.",
    "German": "Die Beschäftigten des Werks haben am Dienstag für einen Streik gestimmt, nachdem die Verhandlungen mit dem "
    "Unternehmen gescheitert waren. Die Gewerkschaft fordert sechs Prozent mehr Lohn und eine kürzere Arbeitszeit.",
    "Italian": "I lavoratori dello stabilimento hanno votato lo sciopero dopo che la trattativa con la direzione è fallita. Il "
    "sindacato chiede un aumento del salario per tutti e che non ci siano più turni di notte nel reparto.",
    "Portuguese": "Os trabalhadores da fábrica votaram na terça-feira pela greve depois que a empresa se recusou a negociar. O "
    "sindicato quer um aumento dos salários e diz que não houve acordo com a direção da companhia.",
    "Dutch": "De werknemers van de fabriek hebben dinsdag voor een staking gestemd nadat de onderhandelingen met het bedrijf "
    "waren mislukt. De vakbond eist een hoger loon voor het personeel en zegt dat er niet meer wordt gepraat.",
    "Japanese": "組合は火曜日、会社との賃金交渉が決裂したため、ストライキに入ると発表した。組合員およそ三千人が参加する見通しだ。",
    "Chinese": "工会周二宣布，由于与公司的工资谈判破裂，约三千名工人将举行罢工，要求提高工资并改善工作条件。",
    "Korean": "노동조합은 화요일 회사와의 임금 협상이 결렬되어 파업에 들어간다고 발표했다. 조합원 삼천 명이 참여한다.",
    "a language in Cyrillic script": "Профсоюз объявил во вторник о забастовке после провала переговоров с компанией о зарплате.",
    "a language in Arabic script": "أعلنت النقابة يوم الثلاثاء الإضراب بعد فشل المفاوضات مع الشركة بشأن الأجور وساعات العمل.",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_another_language_is_named(name):
    assert language.foreign(FOREIGN[name]) == name


@pytest.mark.parametrize("name", FOREIGN)
def test_an_article_in_another_language_is_set_aside(name, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(FOREIGN[name], encoding="utf-8")
    (item,) = read.documents(str(path), Settings())
    assert isinstance(item, SourceError)
    assert item.problem == f"in {name}; only English is read"


@pytest.mark.parametrize(
    "text",
    [
        "Strike!",
        "SAG-AFTRA, AMPTP Resume Talks",
        "El Paso Teachers Reject Los Angeles-Style La Jornada Deal",
        "Die Hard, Das Boot, La La Land, Le Mans, El Dorado, Il Postino, Los Lobos: Writers' Strike Hits Reboots De Facto",
        "Ver.di and IG Metall call strike in Germany",
        "12:01 a.m. 97.85% 9,218",
        "🪧🪧🪧",
        "",
    ],
)
def test_a_short_or_odd_english_text_is_not_refused(text):
    assert language.foreign(text) is None


def test_an_english_article_with_a_foreign_quote_is_english():
    text = (
        "The union of Spanish dockworkers walked out on Monday after talks with the port failed. “No vamos a firmar lo que "
        "nos han puesto sobre la mesa,” said its leader, who has been in office for two years. The company said that it "
        "would wait for the mediator, and that its offer was on the table."
    )
    assert language.foreign(text) is None


@pytest.mark.parametrize("path", sorted(EXPECTED.glob("*.json")), ids=lambda path: path.stem)
def test_no_english_article_is_refused(path):
    text = json.loads(path.read_text(encoding="utf-8"))["text"]
    assert language.foreign(text) is None
    for line in text.split("\n"):
        assert language.foreign(line) is None


def test_a_text_of_one_endless_line_is_told_fast():
    assert language.foreign("der die das und " * 500_000) == "German"
