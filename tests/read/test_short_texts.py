"""Texts as short as a feed entry: English with foreign names is read, other languages are set aside by name."""

import pytest

from graph.read import language

ENGLISH = """
Ver.di calls strike at Deutsche Bahn. The union Ver.di wants 8% more pay for members at Deutsche Bahn and Die Welt. Talks go on.
Volkswagen and IG Metall reach deal. Der Spiegel and Die Zeit report a pact between Volkswagen AG and IG Metall in Hannover. Workers vote next week.
CGT, CFDT strike at Air France. Pilots with the Syndicat National des Pilotes de Ligne walk out Friday at Charles de Gaulle. Air France-KLM expects cancellations.
Teachers in La Plata vote to strike. Sindicato de Trabajadores de la Educación de la Provincia de Buenos Aires said members voted Tuesday. Classes stop Thursday.
Los Angeles hotel workers rally in El Monte. Unite Here Local 11 held rallies at Hotel de la Rosa, Casa del Mar and Hotel del Coronado. Talks resume Monday.
São Paulo metro workers strike. Sindicato dos Metroviários de São Paulo began a 24-hour strike Tuesday. Companhia do Metropolitano de São Paulo offered 3%.
FNV, De Telegraaf staff reject offer. FNV Bondgenoten and Nederlandse Vereniging van Journalisten turned down a 3 percent raise. Mediahuis Nederland declined comment.
Ryanair crews in Italy strike. FILT-CGIL, FIT-CISL and Uiltrasporti called a 24-hour walkout Saturday, Corriere della Sera reports. Ryanair cut 40 flights.
"No vamos a firmar," union says. "No vamos a firmar lo que nos pusieron," Juan de la Cruz told La Opinión de Los Angeles. Members picket Vons de Pico Rivera.
Sud Rail, Force Ouvrière plan strikes. Marie de la Tour of Sud Rail said workers of SNCF would stop work Dec. 5. Le Monde and Les Echos put turnout above 60%.
Strike hits Opéra de Paris. Dancers of the Opéra national de Paris de la Bastille walked out. Le Lac des cygnes and La Dame aux camélias cancelled.
""".strip().split("\n")

FOREIGN = {
    "French": """
Grève à la SNCF mardi. Les syndicats appellent à cesser le travail. La direction propose 3 %.
Les pilotes d'Air France votent la grève. Le SNPL réclame une hausse de 6 %. Les discussions reprennent lundi.
Accord chez Renault. Trois syndicats ont signé l'accord salarial jeudi. La CGT refuse.
Éboueurs en grève à Marseille. Le mouvement dure depuis cinq jours dans le centre-ville.
Les infirmières manifestent à Lyon. Elles demandent des embauches et de meilleurs salaires.
Raffineries : la CGT reconduit la grève. Plusieurs stations sont à sec. Le ministre appelle au dialogue.
Amazon : débrayage à Orly. Une centaine de salariés ont cessé le travail mercredi matin.
Fin de la grève à l'Opéra. Les danseurs ont accepté la proposition de la direction hier soir.
Les enseignants seront en grève jeudi. Ils dénoncent le manque de moyens et les classes trop chargées.
La grève des bus continue à Nantes. Aucun accord n'a été trouvé avec la métropole.
""",
    "Spanish": """
Huelga en el metro de Madrid. Los sindicatos convocan paros el martes. La empresa ofrece un 3 %.
Los pilotos de Iberia votan la huelga. El SEPLA pide una subida del 6 %. Las negociaciones siguen el lunes.
Acuerdo en Renault. Tres sindicatos firmaron el convenio salarial el jueves. La CGT lo rechaza.
Basureros en huelga en Sevilla. El paro dura ya cinco días en el centro de la ciudad.
Las enfermeras protestan en Bogotá. Piden más personal y mejores salarios.
Maestros rechazan oferta del gobierno. La huelga continuará hasta que se firme un nuevo contrato.
Trabajadores de Amazon paran en Getafe. Un centenar de empleados dejó de trabajar el miércoles.
Termina la huelga en el puerto. Los estibadores aceptaron la propuesta de la empresa anoche.
Los docentes harán huelga el jueves. Denuncian la falta de medios y las aulas llenas.
Sigue la huelga de autobuses. No hay acuerdo con el ayuntamiento, dice el sindicato.
""",
    "German": """
Streik bei der Bahn. Die GDL ruft zum Ausstand auf. Der Konzern bietet drei Prozent.
Piloten der Lufthansa stimmen für Streik. Cockpit fordert sechs Prozent mehr Geld. Die Gespräche gehen am Montag weiter.
Einigung bei VW. Die IG Metall und der Konzern haben sich auf einen Tarifvertrag geeinigt.
Müllabfuhr in Berlin streikt. Der Ausstand dauert schon fünf Tage und trifft die ganze Stadt.
Pflegekräfte protestieren in Köln. Sie fordern mehr Personal und bessere Löhne.
Verdi lehnt Angebot ab. Der Warnstreik wird am Donnerstag fortgesetzt, sagte ein Sprecher.
Amazon: Beschäftigte legen die Arbeit nieder. Hundert Mitarbeiter traten am Mittwoch in den Ausstand.
Streik am Hafen beendet. Die Arbeiter nahmen das Angebot der Arbeitgeber gestern Abend an.
Lehrer streiken am Donnerstag. Sie beklagen zu große Klassen und fehlende Mittel.
Busstreik geht weiter. Eine Einigung mit der Stadt ist nicht in Sicht.
""",
    "Dutch": """
Staking bij de NS. De vakbonden roepen op tot actie. Het bedrijf biedt drie procent.
Piloten van KLM stemmen voor staking. De VNV eist zes procent meer loon. De gesprekken gaan maandag verder.
Akkoord bij Philips. De bonden en het bedrijf zijn het eens over een nieuwe cao.
Vuilnismannen in Utrecht staken. De actie duurt al vijf dagen in het centrum van de stad.
Verpleegkundigen protesteren in Den Haag. Ze willen meer personeel en betere lonen.
FNV wijst bod af. De staking wordt donderdag voortgezet, zegt een woordvoerder.
Amazon: werknemers leggen het werk neer. Honderd medewerkers stopten woensdagochtend met werken.
Staking in de haven voorbij. De havenarbeiders hebben het voorstel van de werkgever aanvaard.
Leraren staken donderdag. Ze klagen over te grote klassen en een tekort aan geld.
De busstaking gaat door. Er is nog geen akkoord met de gemeente.
""",
    "Italian": """
Sciopero dei treni martedì. I sindacati proclamano lo stop. L'azienda offre il 3 per cento.
I piloti di Ita votano lo sciopero. Il sindacato chiede un aumento del 6 per cento. La trattativa riprende lunedì.
Accordo alla Fiat. Tre sindacati hanno firmato il contratto giovedì. La Fiom dice no.
Netturbini in sciopero a Roma. La protesta dura da cinque giorni nel centro della città.
Le infermiere protestano a Torino. Chiedono più personale e stipendi migliori.
La Cgil respinge l'offerta. Lo sciopero continuerà fino alla firma di un nuovo contratto.
Amazon, stop a Piacenza. Un centinaio di dipendenti ha smesso di lavorare mercoledì mattina.
Finito lo sciopero al porto. I portuali hanno accettato la proposta dell'azienda ieri sera.
Gli insegnanti scioperano giovedì. Denunciano la mancanza di mezzi e le classi troppo piene.
Continua lo sciopero degli autobus. Non c'è accordo con il Comune, dice il sindacato.
""",
    "Portuguese": """
Greve no metrô de São Paulo. Os sindicatos convocam paralisação na terça. A empresa oferece 3%.
Pilotos da TAP votam a greve. O sindicato pede um aumento de 6%. As negociações continuam na segunda.
Acordo na Renault. Três sindicatos assinaram o acordo salarial na quinta-feira. A CGT não aceitou.
Garis em greve no Rio. A paralisação dura cinco dias no centro da cidade.
Enfermeiras protestam em Lisboa. Elas pedem mais pessoal e melhores salários.
Professores rejeitam proposta do governo. A greve vai continuar até que seja assinado um novo contrato.
Trabalhadores da Amazon param. Uma centena de empregados deixou de trabalhar na quarta-feira.
Termina a greve no porto. Os estivadores aceitaram a proposta da empresa ontem à noite.
Os professores fazem greve na quinta-feira. Denunciam a falta de meios e as turmas cheias.
A greve dos ônibus continua. Não há acordo com a prefeitura, diz o sindicato.
""",
}
CASES = [(name, row) for name, rows in FOREIGN.items() for row in rows.strip().split("\n")]
# Met after the lists of the field were first written, and mended on since.
LATER = [
    (
        "French",
        "Les dockers du Havre prolongent leur mouvement. Ils veulent que le patronat retire son projet de réforme.",
    ),
    (
        "Spanish",
        "Los mineros de Antofagasta bloquean la entrada. La compañía minera no quiso hablar con los dirigentes.",
    ),
    ("German", "Die Kumpel bleiben unter Tage. Sie wollen, dass die Schließung der Zeche noch einmal geprüft wird."),
    ("Dutch", "De chauffeurs blokkeren de poort. Volgens de bond is er nog niets van het beloofde plan te zien."),
    ("Italian", "I marittimi bloccano il molo. La società non ha voluto incontrare i delegati e il prefetto media."),
    (
        "Portuguese",
        "Os mineiros bloqueiam a entrada da mina. A companhia não quis falar com os delegados nem com a imprensa.",
    ),
]


@pytest.mark.parametrize("text", ENGLISH)
def test_a_short_english_text_full_of_foreign_names_is_read(text):
    assert language.foreign(text) is None


@pytest.mark.parametrize(("name", "text"), CASES + LATER)
def test_a_short_text_in_another_language_is_named(name, text):
    assert language.foreign(text) == name
