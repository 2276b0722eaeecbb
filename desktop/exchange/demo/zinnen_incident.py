"""What happens in the incidents of the invented school, and what is done about it; {a}, {b}, {c} are pupils."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.models.incident import Criterium, IncidentSoort, Ondergrond, Plaats, Schade, SeksueelSoort, Wapen


@dataclass(frozen=True, slots=True)
class Voorval:
    """One kind of event: `uren` are the hours in which it happens, `extra` its subdivision and what else is fixed."""

    soort: IncidentSoort
    plaatsen: tuple[Plaats, ...]
    uren: tuple[int, int]
    wat: str
    maatregel: str
    hersteld: str
    consequentie: str = ""
    gewenst: str = ""
    waarmee: str = ""
    criteria: tuple[Criterium, ...] = ()
    professional: bool = False
    gewicht: int = 1
    extra: dict[str, object] = field(default_factory=dict)


VOORVALLEN: tuple[Voorval, ...] = (
    Voorval(
        IncidentSoort.GEWELD,
        (Plaats.PLEIN, Plaats.ROUTE),
        (10, 12),
        "{a} en {b} kregen ruzie om een bal. {a} duwde {b} om en schopte toen {b} al lag. {c} haalde een leerkracht.",
        "De leerkracht haalde de kinderen uit elkaar. Beide ouders zijn dezelfde dag gebeld.",
        "{b} is nagekeken en kon na een half uur terug naar de klas. De volgende dag spraken ze met elkaar.",
        "Een week pauze onder begeleiding.",
        "Een stap terug doen en hulp halen.",
        gewicht=5,
    ),
    Voorval(
        IncidentSoort.GEWELD,
        (Plaats.KLAS,),
        (9, 14),
        "{a} gooide een stoel in de richting van de leerkracht en sloeg die op de arm.",
        "Een collega nam de klas over. {a} bleef bij de intern begeleider tot er iemand kwam.",
        "De leerkracht is opgevangen en heeft een gesprek gehad met {a} en de ouders.",
        "Eén dag werken buiten de groep.",
        "Bij spanning de kaart laten zien en naar de rustplek gaan.",
        waarmee="Een stoel",
        professional=True,
        gewicht=2,
    ),
    Voorval(
        IncidentSoort.GEWELD,
        (Plaats.OVERBLIJF, Plaats.GANG),
        (12, 13),
        "{a} kneep {b} bij de keel toen die voordrong. {b} had rode plekken en was erg geschrokken.",
        "De overblijfkracht greep in en bracht beide kinderen naar binnen. Ouders zijn ingelicht.",
        "Er zijn vaste plekken in de rij. De groep heeft het er samen over gehad.",
        "Twee weken overblijven aan een vaste tafel.",
        gewicht=3,
    ),
    Voorval(
        IncidentSoort.PESTEN,
        (Plaats.ONLINE,),
        (16, 20),
        "In de groepsapp van de klas werd {b} wekenlang buitengesloten en uitgescholden. {a} begon ermee.",
        "Met {a} en de ouders is gesproken. De app is door de groep zelf opgeheven.",
        "De leerkracht vroeg {b} drie weken lang elke week hoe het gaat.",
        "Een plan van aanpak volgens het pestprotocol.",
        "Eén bericht sturen als je iets ziet dat niet kan.",
        gewicht=3,
    ),
    Voorval(
        IncidentSoort.PESTEN,
        (Plaats.GYM, Plaats.GANG, Plaats.PLEIN),
        (10, 15),
        "{a} en {c} namen de tas van {b} af, voor de derde keer, en maakten er filmpjes van.",
        "De filmpjes zijn met de ouders erbij verwijderd. Er is met alle drie apart gesproken.",
        "{b} kleedt zich om in een andere ruimte tot de herfstvakantie.",
        "Telefoons zijn op school in de kluis.",
        gewicht=3,
    ),
    Voorval(
        IncidentSoort.BEDREIGING,
        (Plaats.PLEIN, Plaats.ROUTE),
        (8, 15),
        "{a} zei tegen {b} dat er na school iets zou gebeuren en stond daar met oudere kinderen te wachten.",
        "{b} is opgehaald. De wijkagent is gebeld voor advies en sprak met de ouders van {a}.",
        "Twee weken lang liep een volwassene mee tot de hoek.",
        "Een gesprek met de directeur en een contract.",
        gewicht=2,
    ),
    Voorval(
        IncidentSoort.BEDREIGING,
        (Plaats.GANG,),
        (8, 16),
        "Een ouder van {a} schreeuwde tegen de leerkracht en zei: ik weet waar je woont.",
        "De directeur sprak de ouder dezelfde middag. Er is een brief met gedragsregels gestuurd.",
        "De ouder komt voorlopig alleen op afspraak binnen. De leerkracht heeft nazorg gehad.",
        professional=True,
        gewicht=2,
    ),
    Voorval(
        IncidentSoort.DISCRIMINATIE,
        (Plaats.KLAS, Plaats.PLEIN),
        (9, 14),
        "{a} schold {b} uit om de kleur van de huid. De halve groep hoorde het.",
        "De les is stilgelegd. Er is met {a}, {b} en de ouders gesproken.",
        "In de groep zijn drie lessen gegeven over hoe je elkaar noemt.",
        "Excuus aan {b}, met de leerkracht erbij.",
        extra={"grond": Ondergrond.RAS},
        gewicht=2,
    ),
    Voorval(
        IncidentSoort.DISCRIMINATIE,
        (Plaats.GYM,),
        (11, 14),
        "{a} riep in de kleedkamer dat {b} homo is en daar niet mag staan. Anderen deden mee.",
        "De vakleerkracht stopte de les. De leerkracht sprak met alle kinderen die erbij waren.",
        "{b} wilde zelf dat het in de kring werd besproken. Dat is gedaan.",
        "Een opdracht over respect.",
        extra={"grond": Ondergrond.HOMO},
    ),
    Voorval(
        IncidentSoort.VERNIELING,
        (Plaats.TOILET, Plaats.KLAS),
        (12, 15),
        "{a} en {c} stopten papier in de toiletten en lieten het water lopen. De gang stond blank.",
        "De conciërge zette het water af. De kinderen hielpen mee met schoonmaken.",
        "De schade is met de ouders geregeld.",
        "Twee middagen helpen bij de conciërge.",
        extra={"schade": Schade.VERNIELING},
        gewicht=2,
    ),
    Voorval(
        IncidentSoort.VERNIELING,
        (Plaats.KLAS, Plaats.GANG),
        (9, 15),
        "Uit de jas van {b} is voor de tweede keer geld weg. {a} vertelde later dat het in diens la lag.",
        "Het geld is terug. Met {a} en de ouders is gesproken over waarom.",
        "Waardevolle spullen gaan voortaan in een kastje met slot.",
        "Terugbetalen en een gesprek.",
        extra={"schade": Schade.DIEFSTAL},
        gewicht=2,
    ),
    Voorval(
        IncidentSoort.SEKSUEEL,
        (Plaats.TOILET, Plaats.OVERBLIJF),
        (12, 14),
        "{a} trok de broek van {b} omlaag en wilde niet stoppen toen {b} dat vroeg. {c} zag het.",
        "Er is met het vlaggensysteem gekeken. De intern begeleider sprak met alle ouders apart.",
        "Het toezicht bij de toiletten is aangepast. {b} heeft gesprekken met een vertrouwd iemand.",
        "Duidelijke regels, en een volwassene in de buurt.",
        "Vragen of iets mag, en stoppen bij nee.",
        criteria=(Criterium.TOESTEMMING, Criterium.VRIJWILLIGHEID),
        extra={"seksueel": SeksueelSoort.INTIMIDATIE},
        gewicht=2,
    ),
    Voorval(
        IncidentSoort.SEKSUEEL,
        (Plaats.ONLINE,),
        (15, 20),
        "{a} stuurde een naaktfoto van {b} door in een groep. {b} is 11 en had die niet willen delen.",
        "De intern begeleider belde Veilig Thuis voor advies. De ouders van alle kinderen zijn gesproken.",
        "De foto is overal verwijderd. {b} krijgt hulp van het jeugdteam.",
        "Aangifte is met de ouders besproken.",
        criteria=(Criterium.TOESTEMMING, Criterium.GELIJKWAARDIGHEID, Criterium.CONTEXT),
        extra={"seksueel": SeksueelSoort.INTIMIDATIE},
    ),
    Voorval(
        IncidentSoort.WAPEN,
        (Plaats.KLAS, Plaats.PLEIN),
        (8, 14),
        "{a} had een zakmes in de jas en liet het op het plein aan anderen zien.",
        "Het mes is ingenomen en de ouders haalden het op. De wijkagent is ingelicht.",
        "De groep kreeg uitleg over wat je doet als je zoiets ziet.",
        "Een gesprek met de directeur en de ouders.",
        waarmee="Een zakmes",
        extra={"wapen": Wapen.STEEK},
    ),
    Voorval(
        IncidentSoort.WAPEN,
        (Plaats.UITJE,),
        (10, 15),
        "{a} nam vuurwerk mee op het uitje en stak het af in een groep kinderen.",
        "De begeleiding nam het af. {a} is door een ouder opgehaald.",
        "Niemand raakte gewond. De kinderen die schrokken, zijn die middag opgevangen.",
        "Niet mee met het volgende uitje.",
        waarmee="Vuurwerk",
        extra={"wapen": Wapen.OVERIG, "plaats_anders": "In het bos bij de speelplaats"},
    ),
)

EVALUATIE = (
    "Het is niet meer voorgekomen. De afspraken blijven staan tot de vakantie.",
    "Het gaat beter. Eén keer was er nog een aanvaring; die is meteen besproken.",
    "De ouders zijn tevreden over hoe het is opgepakt. We letten op het buitenspelen.",
)
WAAROM = (
    "Er speelde volgens de leerkracht al langer iets tussen deze kinderen.",
    "{a} vertelde dat het als grap begon.",
    "Onbekend. Alle kinderen vertellen het anders.",
)
DOORGEGEVEN = "{a} sloeg {b} met een schaar op de hand. Er is een pleister op gedaan; {b} was erg overstuur."
"""What a teacher passed on and nobody registered yet."""
