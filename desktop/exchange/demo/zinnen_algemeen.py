"""Sentences of the invented school that fit any subject: aims, feelings, ways forward, endings, follow-ups."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.models.vooroverleg import SoortGesprek


def _regels(tekst: str) -> tuple[str, ...]:
    return tuple(regel.strip() for regel in tekst.strip().splitlines())


DOEL: Mapping[SoortGesprek, tuple[str, ...]] = {
    SoortGesprek.STRUCTUREEL: _regels(
        """
        Samen terugkijken op de afgelopen periode en vooruitkijken naar de volgende.
        Van ouders horen hoe zij hun kind zien en wat school moet weten.
        De resultaten bespreken en één doel kiezen waar iedereen aan meewerkt.
        """
    ),
    SoortGesprek.ZORG: _regels(
        """
        De zorg van school delen en horen wat ouders thuis zien.
        Samen begrijpen wat er speelt, en daarna pas bedenken wat helpt.
        Afspraken maken voor de komende vier weken, met een moment om terug te kijken.
        """
    ),
    SoortGesprek.OT: _regels(
        """
        Met alle betrokkenen bepalen welke ondersteuning nu past.
        De gegevens naast elkaar leggen en het groeidocument bijwerken.
        Beslissen of extra hulp van buiten de school nodig is.
        """
    ),
    SoortGesprek.HGKM: _regels(
        """
        De zorgen open delen, de stappen van school uitleggen en vragen welke hulp het gezin wil.
        Horen hoe ouders naar de zorgen kijken en samen zoeken naar rust voor hun kind.
        """
    ),
    SoortGesprek.CALAMITEIT: _regels(
        """
        Vertellen wat er feitelijk is gebeurd en wat school heeft gedaan.
        Horen wat het gezin nodig heeft en afspreken wie wanneer belt.
        """
    ),
    SoortGesprek.LEERLING: _regels(
        """
        Horen hoe het kind er zelf over denkt, in eigen woorden.
        Samen bedenken wat kan helpen, en uitleggen wat er met het gesprek gebeurt.
        """
    ),
}

EERDER = _regels(
    """
    Dit is het eerste gesprek over dit onderwerp.
    Van het vorige gesprek zijn twee van de drie afspraken gelukt; de derde is hier opnieuw besproken.
    In het vorige verslag stond de afspraak om na zes weken terug te kijken. Dat doen we nu.
    De leerkracht van vorig jaar heeft dit bij de overdracht genoemd.
    De eerdere zorg over het inslapen is volgens ouders voorbij.
    De afspraak over het heen-en-weerschriftje liep goed en blijft staan.
    De vorige keer was er weinig tijd; toen is afgesproken dit apart te bespreken.
    """
)
VOLGSYSTEEM = _regels(
    """
    Twee observaties van de leerkracht en de uitslag van de middentoets zijn samen bekeken.
    De notities van de afgelopen vier weken lagen op tafel; ouders hebben ze meegelezen.
    De toetsen laten een stijgende lijn zien; het welbevinden is dit keer lager gescoord.
    Er staan drie korte notities in het systeem, alle drie over de pauze.
    De verzuimlijst en de observatie van de onderwijsassistent zijn besproken.
    Er was niets bijzonders genoteerd; het beeld komt vooral uit de klas zelf.
    """
)
SLOT = _regels(
    """
    Aan het eind is hardop samengevat wat we hebben afgesproken.
    De leerkracht noemt dit een eerste indruk en nog geen conclusie.
    We hebben afgesproken eerst af te wachten wat de afspraken doen.
    Ouders en school zijn het eens over wat ze zien.
    School en ouders kijken hier verschillend naar; beide kanten staan hierboven.
    {n} weet dat dit gesprek er was en hoort morgen van de leerkracht wat er is afgesproken.
    Er is besproken wie dit verslag te zien krijgt en waar het bewaard wordt.
    """
)
EMOTIE = _regels(
    """
    Ouders waren opgelucht dat het besproken kon worden.
    Moeder werd even emotioneel toen het over vroeger ging; er is een pauze genomen.
    De sfeer was rustig en open.
    Vader maakt zich zorgen en zegt dat ook eerlijk.
    Ouders schrokken in het begin en dachten daarna goed mee.
    Ouders zeggen dat ze zich gehoord voelen.
    Het viel ouders zwaar om te horen, en ze waarderen dat school belt.
    Ouders lachten veel; ze zijn trots.
    """
)
OPLOSSINGEN = _regels(
    """
    We hebben drie mogelijkheden bekeken en gekozen voor de kleinste stap.
    Ouders stelden voor het eerst thuis te proberen; school sluit daarbij aan.
    Een plek waar {n} even alleen kan zitten lijkt iedereen een goed idee.
    Een beloningskaart is besproken en niet gekozen: {n} vindt dat kinderachtig.
    De intern begeleider zoekt uit of een korte training in de buurt mogelijk is.
    Samen is bedacht dat {n} zelf mag kiezen met wie {h} start.
    We houden het klein: één afspraak voor school en één voor thuis.
    """
)
VERVOLG = _regels(
    """
    De leerkracht belt over twee weken hoe het gaat.
    Na de vakantie kijken we samen terug, op school en op hetzelfde tijdstip.
    Als het niet helpt, bespreken we dit in het ondersteuningsteam; ouders zijn daar dan bij.
    Er is geen vervolggesprek nodig; bij vragen weten ouders de weg.
    De intern begeleider houdt contact en stuurt dit verslag op.
    Bij zorgen mogen ouders tussendoor altijd bellen.
    """
)
HULP = _regels(
    """
    Schoolmaatschappelijk werk op school, en het wijkteam voor het hele gezin.
    Een vaste contactpersoon op school, en de huisarts denkt mee.
    Ouders kiezen voor hulp van het wijkteam en willen dat school meegaat naar het eerste gesprek.
    Praktische hulp bij geld en opvang eerst; daarna kijken wat er nog nodig is.
    """
)
MELDING = _regels(
    """
    Uitgelegd dat school nu geen melding doet, en wanneer dat anders wordt.
    Verteld dat school advies kan vragen aan Veilig Thuis zonder namen te noemen.
    Uitgelegd wat een melding is en dat ouders daar altijd eerst van horen.
    """
)
VEILIG_THUIS = _regels(
    """
    Samen besloten: nu met ouders praten, met twee mensen van school en op een rustig moment.
    Advies: het gesprek laten doorgaan zonder het verhaal van het kind als bron te noemen.
    """
)
GEVAAR = _regels(
    """
    Het kind vroeg nadrukkelijk om niets te vertellen; dat is eerst met Veilig Thuis besproken.
    Een ouder was eerder erg boos op school; daarom is vooraf overlegd.
    """
)
GEWOGEN = _regels(
    """
    De wens van {n} is overgenomen in de eerste afspraak.
    De wens is deels overgenomen; uitgelegd is waarom het andere deel nu niet kan.
    {n} heeft zelf gekozen uit twee mogelijkheden.
    """
)
NODIG = _regels(
    """
    Een vaste plek en iemand die af en toe vraagt hoe het gaat.
    Tijd om te wennen, en duidelijkheid over wat er gaat gebeuren.
    Een maatje in de pauze en minder drukte om {z} tafel.
    Dat volwassenen doen wat ze zeggen, ook als het klein is.
    """
)
LEEFTIJD = _regels(
    """
    Kort gesprek, met tekenen erbij en pauze wanneer {n} dat wilde.
    Gepraat tijdens een wandeling over het plein, met gewone woorden.
    Met kaartjes met gezichten, omdat woorden voor gevoel nog lastig zijn.
    """
)
ONEENS = _regels(
    """
    Uitgelegd waarom dit zo besloten is, en dat {n} er bij de vertrouwenspersoon over kan praten.
    {n} mag het er niet mee eens zijn. De klachtenregeling is in gewone taal uitgelegd.
    """
)
GEWENST = _regels(
    """
    Grenzen noemen met woorden, en stoppen als een ander stop zegt.
    Eerst vragen of iets een grap mag zijn, en hulp halen als het te groot wordt.
    Samen spelen met regels die voor iedereen gelden.
    """
)
MAATREGEL = _regels(
    """
    Twee pauzes binnen met een taak, en daarna een gesprek over hoe het verder gaat.
    Geen straf; wel herstellen wat er stuk is gegaan, ook tussen de kinderen.
    """
)
OMSTANDERS = _regels(
    """
    Twee klasgenoten die het zagen, halen voortaan meteen de pleinwacht.
    De kinderen die lachten, hebben bedacht wat ze een volgende keer kunnen doen.
    """
)
PLAN_GROEP = _regels(
    """
    Drie lessen over groepsvorming, met de leerkracht en de intern begeleider samen.
    De hele groep maakt eigen regels voor het plein; de directeur komt ze bekrachtigen.
    """
)
TOELICHTING = _regels(
    """
    Als u liever op een ander moment komt, horen wij dat graag.
    Het gesprek duurt ongeveer een half uur. Koffie en thee staan klaar.
    Wilt u vooraf opschrijven wat u zelf wilt bespreken? Dan nemen we daar de tijd voor.
    De leerkracht neemt wat werk mee om te laten zien.
    """
)
AANVULLING = _regels(
    """
    Ouders belden dat de afspraak bij de huisarts een week later is.
    Bij de bespreking met de leerkracht bleek dat de afspraak ook voor de gymles geldt.
    Op verzoek van ouders toegevoegd: het gaat sinds vorige week weer beter met slapen.
    De naam van de training is nu bekend; ouders hebben de folder gekregen.
    In het verslag stond maandag; bedoeld was dinsdag.
    """
)
GELUKT = _regels(
    """
    Gelukt en gebleven; de leerkracht ziet het elke dag.
    Na twee weken liep het vanzelf.
    Ouders vertellen dat het thuis ook werkt.
    """
)
NIET_GELUKT = _regels(
    """
    Door ziekte niet aan toegekomen; komt terug in het volgende gesprek.
    Geprobeerd en gestopt: het paste niet bij {n}.
    """
)
AFGEZIEN = _regels(
    """
    Vindt het goed zo en tekent liever niet.
    Heeft het verslag gelezen en heeft geen vragen.
    Krijgt een kopie per post.
    """
)
GEWEIGERD = _regels(
    """
    Is het niet eens met de omschrijving van de pauze en wil daarover eerst praten.
    Wil eerst overleggen met de andere ouder.
    """
)
REDEN_ZONDER_GEZAG = _regels(
    """
    Woont met het kind samen en verzorgt het elke dag; de ouder met gezag vraagt erom.
    De voogd heeft gevraagd ook de pleegouders uit te nodigen.
    Met de ouder met gezag afgesproken dat beiden komen.
    """
)
ZONDER_TOESTEMMING = _regels(
    """
    {n} vroeg zelf om dit gesprek op een moment dat ouders niet bereikbaar waren; ze zijn dezelfde dag gebeld.
    Vooraf afgestemd met de aandachtsfunctionaris: het kind wilde eerst alleen zijn verhaal doen.
    """
)
PLAATSEN = (
    "Kamer intern begeleider",
    "Lokaal van de groep",
    "Spreekkamer beneden",
    "Kamer directeur",
    "Teamkamer",
    "Telefonisch",
    "Videogesprek",
)
ANDEREN = (
    ("S.T.", "tolk"),
    ("J.v.D.", "jeugdarts"),
    ("M.B.", "schoolmaatschappelijk werker"),
    ("A.K.", "buurvrouw"),
    ("E.v.d.L.", "begeleider samenwerkingsverband"),
    ("P.O.", "logopedist"),
    ("R.", "oma"),
)
