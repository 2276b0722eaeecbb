"""The four cases of the invented school in words: signals, talks, consultation, reasons. All of it made up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.exchange.demo.themas import Thema, themas
from desktop.exchange.demo.verhalen import Verhaal, verhalen


@dataclass(frozen=True, slots=True)
class Zaaktekst:
    """What one case says: its signals, both talks, and its other texts by name."""

    signalen: Verhaal
    ouders: Thema
    kind: Thema
    woorden: Mapping[str, str]


_SIGNALEN = verhalen(
    """
    # weging
    * Schrikt van harde geluiden | leerkracht | hgkm | gedrag
    ? Tijdens het werken, toen er een stoel omviel.
    F {n} dook onder de tafel en kwam pas na vijf minuten terug.
    M {H} lijkt op {z} hoede als er een volwassene dichtbij komt. | leerkracht
    * Wil niet mee naar huis | onderwijsassistent | hgkm | gedrag
    ? Bij het uitgaan van de school.
    F {n} hield de deurpost vast en huilde. Na een kwartier liep {h} mee.
    K Mag ik hier slapen?
    ! bevestigt
    ! rol | broer_zus
    * Praat over een nacht in de schuur | leerkracht | hgkm | gedrag opvoeding
    ? In het groepje bij het tekenen.
    F {n} tekende een schuur met een slot en vertelde erbij.
    K Daar moest ik blijven tot het licht werd.
    H Volgens een klasgenoot staat {n} soms 's avonds buiten. | een klasgenoot
    ! bevestigt
    ! rol | getuige

    # melding
    * Krabben op de arm | vakleerkracht | hgkm | letsel
    ? Bij het omkleden.
    F Op de linker onderarm zaten drie rode strepen naast elkaar, elk zo lang als een vinger.
    K Onze kat is soms boos.
    ! letsel | linker onderarm | Drie evenwijdige rode strepen van ongeveer zes centimeter.
    * Er blijkt geen kat te zijn | leerkracht | hgkm | opvoeding
    ? Gesprekje bij de deur over huisdieren.
    F De ouder vertelde dat er in huis geen dieren mogen zijn.
    ! bevestigt
    ! rol | broer_zus
    * Plukken haar kwijt | leerkracht | hgkm | letsel verzorging
    ? Op maandagmorgen.
    F Op het achterhoofd was een kale plek, zo groot als een euro.
    M De plek was er vrijdag nog niet, denk ik. | leerkracht
    K Ik zeg er niks over, anders wordt het erger.
    ! letsel | achterhoofd | Kale plek van ongeveer twee centimeter, de huid is rood.
    ! bevestigt

    # hulp
    * Vaak zonder ontbijt | leerkracht | hgkm | verzorging
    ? In de eerste twee weken van de maand.
    F {n} at op zes ochtenden op school twee boterhammen achter elkaar.
    K Mijn ouder is 's ochtends nog moe.
    * Haalt zelf de kleinste op | conciërge | hgkm | opvoeding
    ? Drie dagen na elkaar, bij de peuterspeelzaal naast school.
    F {n} haalde alleen een peuter op en liep ermee de straat uit.
    ! rol | broer_zus
    * Ouder was niet wakker te krijgen | leerkracht | hgkm | opvoeding bedreiging
    ? {n} vertelde het in de kring op maandag.
    F De leerkracht belde meteen naar huis; na vier keer werd er opgenomen.
    K Ik heb zelf brood gesmeerd voor ons allemaal.
    H Er zouden veel lege flessen bij de voordeur staan. | een buurvrouw
    ! bevestigt

    # onterecht
    * Kind zegt thuis opgesloten te zijn | leerkracht | hgkm | gedrag opvoeding
    ? In de leeshoek, na een boek over een kasteel.
    F {n} vertelde twee keer hetzelfde verhaal, met een kamer en een sleutel.
    K Ik kon er de hele middag niet uit.
    * Het verhaal blijkt een spel | leerkracht | hgkm | opvoeding
    ? Gesprek met de ouder en met een ander gezin.
    F Het andere gezin vertelde uit zichzelf over het spel ‘ontsnap uit het kasteel’ op die middag.
    K We wonnen, want ik vond de sleutel in de plant.
    ! ontkracht
    ! rol | getuige
    """
)

_OUDERS = themas(
    """
    # Zorgen over rust en slapen
    + School vertelde wat er in de klas en bij de deur is gezien, in de woorden van {n}.
    + De leerkracht legde de tekening op tafel en las voor wat {n} erbij zei.
    - De ouder werd stil en zei dat het thuis al lang niet goed gaat.
    - De ouder wil niet dat anderen dit horen en vroeg wat er nu gebeurt.
    > Volgende week opnieuw praten, met het buurtteam erbij | intern begeleider | Er is een datum
    # Zorgen over plekken en krabben
    + School noemde de drie waarnemingen met de dag erbij.
    + Ook de zorg over broer of zus kwam ter sprake.
    - De ouder gaf drie keer een andere uitleg en werd boos.
    - De ouder wil geen hulp en zegt dat school zich er niet mee moet bemoeien.
    > School belt de ouder over twee dagen terug | directeur | Het gesprek is gevoerd
    # Zorgen over verzorging
    + School vertelde dat {n} vaak zonder ontbijt komt en de kleinste ophaalt.
    + De leerkracht zei ook wat goed gaat: {n} leert graag en helpt anderen.
    - De ouder vertelde over slechte nachten en te veel drinken, en huilde.
    - De ouder wil graag hulp, ook voor de kinderen.
    > Samen bellen met het buurtteam | intern begeleider | De eerste afspraak staat
    # Een verhaal over opsluiten
    + School vertelde wat {n} had gezegd, zonder te zeggen wat school ervan dacht.
    - De ouder vertelde over een speelmiddag bij vrienden, met een spel over een kasteel.
    - De ouder begreep dat school belde en vond dat prettig.
    > School belt het andere gezin, de ouder vindt dat goed | intern begeleider | Het gezin is gesproken
    """
)

_KIND = themas(
    """
    # Hoe gaat het thuis?
    + {n} tekende een huis met een schuur en vertelde er iets bij.
    - {n} zegt: “Ik wil dat iemand tegen ze zegt dat het moet stoppen.”
    > Elke dag even langs bij de intern begeleider | {n} | {n} komt uit zichzelf
    # Praten met een emotiekaart
    + {n} koos de kaart met een gesloten mond en legde die boven op de andere.
    - {n} zegt: “Op school ben ik veilig.”
    > Een vast moment met de leerkracht, elke ochtend | leerkracht | {n} zegt hoe de nacht was
    # Wie zorgt er voor wie?
    + {n} legde poppetjes neer en zette zichzelf naast de kleinsten.
    - {n} zegt: “Als ik het niet doe, doet niemand het.”
    > Wat {n} niet hoeft te doen, schrijven we samen op | intern begeleider | Het lijstje hangt in het laatje
    # Het kasteel
    + {n} vertelde hoe het spel ging en bouwde de kamer na met blokken.
    - {n} zegt: “Het was eng en leuk.”
    > {n} mag het spel aan de groep uitleggen | {n} | De uitleg is geweest
    """
)

_WOORDEN: Mapping[str, Mapping[str, str]] = {
    "weging": {
        "kort": "Bang om naar huis te gaan",
        "overdracht": "De leerkracht heeft twee keer met {n} en een keer met de ouder gepraat. De zorg wordt groter.",
        "overleg": "De leerkracht van vorig jaar zag toen ook dat {n} schrok, maar minder vaak.",
        "af": "Het verhaal over de schuur is concreet. Vraag er niet op door en weeg deze week.",
        "vermoeden": "Drie waarnemingen van twee mensen, en woorden van {n} zelf die steeds hetzelfde zijn.",
        "tegen": "Op het schoolreisje was {n} vrolijk en sliep {h} de hele nacht door.",
        "contact": "De leerkracht ziet {n} elke ochtend kort alleen; de intern begeleider op dinsdag.",
    },
    "melding": {
        "kort": "Krabben en een kale plek; de uitleg klopt niet",
        "overdracht": "Drie signalen in drie maanden, met telkens een andere uitleg.",
        "overleg": "De leerkracht van broer of zus ziet geen plekken, wel dat het kind steeds over {n} praat.",
        "af": "Bespreek het vermoeden met ouders als dat veilig kan, en vraag daarna advies aan Veilig Thuis.",
        "vt_ernst": "Ernstig. De plekken passen niet bij de uitleg, en {n} is bang om te praten.",
        "vt_advies": "Leg alles met datum vast. Weeg opnieuw bij elk nieuw signaal, en meld bij twijfel.",
        "vermoeden": "Twee keer letsel dat niet past bij wat erover wordt verteld, en {n} zwijgt uit angst.",
        "veiligheid": "We kunnen niet zeggen dat {n} vanavond veilig is. Die twijfel is genoeg om te melden.",
        "tegen": "De schoolarts zag vorig jaar een gezond kind, en {n} komt elke dag.",
        "contact": "De leerkracht praat elke ochtend even met {n}. Dat blijft zo, ook nu er gemeld is.",
        "netwerk": "Oma haalt op vrijdag op. Er is nog geen hulp in het gezin.",
        "vraag": "Veilig Thuis vraagt wat {n} volgens school nodig heeft om veilig te zijn.",
        "antwoord": "Een veilige plek na school, een ander die ophaalt, en iemand die met de ouder praat.",
        "broer_zus": "Geen plekken gezien. Het kind is stil en vraagt in de pauze steeds waar {n} is.",
    },
    "hulp": {
        "kort": "Zorgen om verzorging; ouder drinkt",
        "overdracht": "De afspraken van het eerste gesprek hielpen kort. Daarna kwamen de zorgen terug.",
        "overleg": "Alle drie de groepen zien hongerige kinderen op maandag.",
        "af": "De ouder is open. Onderzoek met Veilig Thuis of hulp zonder melding kan.",
        "vt_ernst": "Zorgelijk, en te helpen zolang de ouder meewerkt en er een andere volwassene meekijkt.",
        "vt_advies": "Spreek een duidelijke termijn af. Wordt het niet beter, dan alsnog melden.",
        "cit": "Het CIT hoeft niet in het gezin te komen: de ouder werkt mee en oma slaapt er deze week.",
        "vermoeden": "De kinderen zorgen voor elkaar en komen zonder eten; de ouder bevestigt dat het niet gaat.",
        "veiligheid": "Oma slaapt deze maand in huis. Er is nu een volwassene die wakker wordt van de kinderen.",
        "hulp": "Het buurtteam begint deze week aan huis, en school regelt ontbijt en opvang. Zo komt er rust.",
        "acceptatie": "De ouder tekende het plan en ging zelf al naar de huisarts. De wil om mee te doen is er.",
        "effect": "{n} komt vijf dagen op rij met ontbijt, en een volwassene haalt de kleinste op.",
        "tegen": "De kinderen hebben schone kleren aan en komen bijna nooit te laat.",
        "contact": "De intern begeleider spreekt {n} om de week, steeds op dezelfde dag.",
        "broer_zus": "Komt ook zonder ontbijt. De leerkracht geeft elke ochtend een boterham.",
        "doel": "{n} kan gaan leren in plaats van zorgen",
        "aanpak": "Ontbijt op school, een plek op de opvang, en een lijstje van wat {n} niet hoeft te doen.",
    },
    "onterecht": {
        "kort": "Verhaal over opgesloten zijn",
        "overdracht": "De leerkracht wilde dit niet alleen bekijken.",
        "overleg": "Niemand anders zag iets. {n} is vrolijk en slaapt goed.",
        "af": "Vraag de ouder naar die middag, en luister open.",
        "vermoeden": "Twee gezinnen vertellen los van elkaar hetzelfde over het spel. Er blijft geen vermoeden over.",
        "tegen": "{n} kon de deur zelf openen en er was steeds een volwassene bij.",
        "contact": "De leerkracht blijft kijken zoals bij elk kind.",
        "afloop": "Het verhaal ging over een spel bij vrienden. Er was geen sprake van opsluiten.",
        "verloop": "De signalen zijn opgeschreven, er is overlegd, met kind en ouder is gepraat, en er is gewogen.",
    },
}

ZAKEN: Mapping[str, Zaaktekst] = {
    naam: Zaaktekst(_SIGNALEN[naam], _OUDERS[n], _KIND[n], woorden)
    for n, (naam, woorden) in enumerate(_WOORDEN.items())
}
"""The four cases by name: one being weighed, one reported, one with help that is over, one that was unjustified."""
