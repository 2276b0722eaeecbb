"""A signal: what was seen or heard of a pupil, by whom, how sure it is, and what was done with it. velden 1."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Bijlage, Due, Keuze, Problem, Record, State, Values, Veld, Wie
from desktop.models.dossierdelen import (
    Betrokkene,
    Contact,
    Letsel,
    Passage,
    afspraken_open,
    ligt_voor,
    zonder_toestemming,
)
from desktop.models.gespreksverslag import Aanwezige, Afspraak
from desktop.models.rechten import Rol
from desktop.models.tekst import Tekst
from desktop.models.vervolg import AfspraakGedaan
from desktop.models.vooroverleg import betreft

PLAN_SIGNAAL = "Leerkracht › Signaleren"
PLAN_DOSSIER = "Leerkracht › Dossier"
PLAN_TIPS = "Leerkracht › Tips dossiervorming"
_HGKM = (Als("aard", ("hgkm",)),)
_DIRECT = ("eergerelateerd", "disclosure", "gevaar")


class Aard(Keuze):
    """What a signal is about. Plan: dossier."""

    SOCIAAL = "sociaal", "Sociaal-emotioneel"
    SEKSUEEL = "seksueel", "Seksueel"
    HGKM = "hgkm", "Huiselijk geweld of kindermishandeling"
    GEDRAG = "gedrag", "Ongewenst of grensoverschrijdend gedrag"
    LEREN = "leren", "Leren en ontwikkeling"


class GeletOp(Keuze):
    """What the plan says to watch."""

    GEDRAG = "gedrag", "Gedrag"
    VERZORGING = "verzorging", "Verzorging"
    LEREN = "leren", "Leren en ontwikkeling"
    LETSEL = "letsel", "Klachten of letsel"
    OPVOEDING = "opvoeding", "Opvoeding"
    BEDREIGING = "bedreiging", "Wat het gezin bedreigt: scheiding, geweld, schulden"


class Hulpmiddel(Keuze):
    """What helped to see it."""

    SOCIOGRAM = "sociogram", "Sociogram"
    VRAGENLIJST = "vragenlijst", "Vragenlijst"
    SIGNALENLIJST = "signalenlijst", "Signalenlijst 4-12 jaar"


class Signaal(Record):
    """What was noticed. The signaller may be another than who writes it down; the record always says who gave it."""

    KIND = "signaal"
    NAAM = "Signaal"
    PERSOONLIJK = True
    VASTSTELLEN = True
    GROEPEN = ("Signaal", "Direct handelen", "Wat is gezien of gehoord", "Besproken", "Afspraken", "Bijlagen")

    leerling: Wie
    dossier: UUID | None = None
    """The case in which it was begun; it belongs to that case from its first storing."""
    weg: bool = False
    """The pupil had left or died when this was begun; the program fills it in."""
    na_vertrek: Annotated[
        Tekst,
        Veld(
            "Deze leerling is van school of overleden. Waarom leg je dit nu vast?",
            groep="Signaal",
            hulp="Bijvoorbeeld: een broer of zus zit hier nog, of het hoort bij een melding die loopt.",
            verplicht="vaststellen",
            toon=(Als("weg", (True,)),),
        ),
    ] = ""
    onderwerp: Annotated[
        Tekst, Veld("Onderwerp", groep="Signaal", verplicht="vaststellen", zoek="titel", hulp="In een paar woorden.")
    ] = ""
    datum: Annotated[
        date | None,
        Veld("Datum", hulp="De dag waarop het gebeurde.", groep="Signaal", breed=4, verplicht="bewaren"),
    ] = None
    tijd: Annotated[time | None, Veld("Tijd", groep="Signaal", breed=3)] = None
    plaats: Annotated[Tekst, Veld("Plaats", groep="Signaal", breed=5, plan=PLAN_DOSSIER)] = ""
    signaleerder: Annotated[
        Tekst,
        Veld(
            "Wie zag of hoorde het",
            groep="Signaal",
            hulp="Het signaal blijft altijd terug te vinden bij wie het gaf.",
            plan="Ondersteunend personeel › Signaleren",
            namen=True,
            breed=7,
            verplicht="vaststellen",
        ),
    ] = ""
    functie: Annotated[Tekst, Veld("Functie", groep="Signaal", breed=5, hulp="Bijvoorbeeld: conciërge.")] = ""
    aard: Annotated[
        tuple[Aard, ...], Veld("Waar gaat het over", groep="Signaal", plan=PLAN_DOSSIER, verplicht="vaststellen")
    ] = ()
    gelet_op: Annotated[tuple[GeletOp, ...], Veld("Waar is op gelet", groep="Signaal", plan=PLAN_SIGNAAL)] = ()
    hulpmiddel: Annotated[tuple[Hulpmiddel, ...], Veld("Gebruikt hulpmiddel", groep="Signaal")] = ()
    aanwezigen: Annotated[
        tuple[Aanwezige, ...],
        Veld("Anderen aanwezig", groep="Signaal", hulp="Alleen initialen.", plan=PLAN_DOSSIER),
    ] = ()
    betrokkenen: Annotated[
        tuple[Betrokkene, ...],
        Veld(
            "Betrokkenen",
            groep="Signaal",
            hulp="Wie speelde een rol, en welke? Een leerling van school koppel je: dan staat het ook in dat dossier.",
            zoek="naam",
        ),
    ] = ()

    eergerelateerd: Annotated[
        bool | None,
        Veld(
            "Is er een vermoeden van eergerelateerd geweld?",
            groep="Direct handelen",
            plan="Meldcode › Eergerelateerd geweld",
            verplicht="vaststellen",
            tips=("Bij ja: ga direct naar de intern begeleider of aandachtsfunctionaris. Die belt Veilig Thuis.",),
        ),
    ] = None
    disclosure: Annotated[
        bool | None,
        Veld(
            "Vertelde de leerling of een ander slachtoffer er zelf over (disclosure)?",
            groep="Direct handelen",
            plan="Meldcode › Disclosure",
            verplicht="vaststellen",
            tips=("Bij ja: dit telt als acute onveiligheid. Bespreek het niet met ouders zonder voorbereiding.",),
        ),
    ] = None
    gevaar: Annotated[
        bool | None,
        Veld(
            "Is er nu direct gevaar?",
            groep="Direct handelen",
            plan=PLAN_SIGNAAL,
            verplicht="vaststellen",
            hulp="Bij ja: bel 112 en daarna Veilig Thuis. Wacht niet op andere stappen.",
        ),
    ] = None

    situatie: Annotated[
        Tekst,
        Veld(
            "Situatie",
            groep="Wat is gezien of gehoord",
            lang=True,
            hulp="Wat gebeurde er, en wat ging eraan vooraf.",
            plan=PLAN_DOSSIER,
        ),
    ] = ""
    passages: Annotated[
        tuple[Passage, ...],
        Veld(
            "Wat is gezien of gehoord",
            groep="Wat is gezien of gehoord",
            hulp="Een stuk per soort: een feit, een mening, van horen zeggen, of de woorden van het kind.",
            tips=(
                "Beschrijf gedrag en woorden zo feitelijk als je kunt.",
                "Trek alleen een conclusie uit feiten.",
                "Een mening of vermoeden zet je er alleen bij als het iets toevoegt, en als zodanig gemarkeerd.",
                "Schrijf van wie je het hoorde. Wil die dat niet? Dan leg je het niet vast en gebruik je het niet.",
                "Een diagnose noteer je alleen als een deskundige die stelde.",
                "Kijk bij ieder nieuw signaal ook naar eerdere jaren.",
            ),
            plan=PLAN_TIPS,
            verplicht="vaststellen",
        ),
    ] = ()
    letsel: Annotated[
        tuple[Letsel, ...],
        Veld(
            "Letsel op het lichaam",
            groep="Wat is gezien of gehoord",
            hulp="Alleen wat zonder onderzoek te zien was.",
            toon=(Als("gelet_op", ("letsel",)),),
        ),
    ] = ()
    gevoel: Annotated[
        Tekst,
        Veld(
            "Wat roept het gevoel op",
            groep="Wat is gezien of gehoord",
            lang=True,
            hulp="Begon het met een gevoel? Noem wat je zag of hoorde: stem, houding, blik, zich terugtrekken.",
            plan="Aandachtsfunctionaris › Interne coach",
        ),
    ] = ""
    diagnose_door: Annotated[
        Tekst,
        Veld(
            "Diagnose gesteld door",
            groep="Wat is gezien of gehoord",
            hulp="Alleen als een deskundige een diagnose stelde of een behandeling doet.",
            namen=True,
            plan=PLAN_TIPS,
        ),
    ] = ""
    bevestigt: tuple[UUID, ...] = ()
    """Earlier signals of this pupil that this one confirms."""
    ontkracht: tuple[UUID, ...] = ()
    """Earlier signals that this one refutes."""
    kindcheck: Annotated[
        bool | None,
        Veld(
            "Kan de situatie van een ouder kinderen schaden (kindcheck)?",
            groep="Wat is gezien of gehoord",
            hulp="Denk aan depressie, verslaving, uithuiszetting, geweld bij een scheiding.",
            plan="Leerkracht › Kindcheck",
        ),
    ] = None

    is_leerkracht: Annotated[
        bool | None,
        Veld("Was dit de eigen leerkracht van de leerling?", groep="Besproken", verplicht="vaststellen"),
    ] = None
    besproken_met: Annotated[
        Tekst,
        Veld(
            "Besproken met",
            groep="Besproken",
            hulp="De leerkracht. Kan dat niet: een collega van eerder, de intern begeleider of de vertrouwenspersoon.",
            plan="Ondersteunend personeel › Overleg",
            namen=True,
            breed=7,
            toon=(Als("is_leerkracht", (False,)),),
        ),
    ] = ""
    besproken_op: Annotated[
        date | None, Veld("Op", groep="Besproken", breed=5, toon=(Als("is_leerkracht", (False,)),))
    ] = None
    niet_besproken: Annotated[
        Tekst,
        Veld("Waarom niet met de leerkracht", groep="Besproken", lang=True, toon=(Als("is_leerkracht", (False,)),)),
    ] = ""
    ouders_besproken: Annotated[
        bool | None,
        Veld(
            "Is dit met de ouders besproken?",
            groep="Besproken",
            plan="Meldcode › Vastleggen (AVG)",
            verplicht="vaststellen",
            toon=_HGKM,
        ),
    ] = None
    ouders_op: Annotated[
        date | None,
        Veld(
            "Besproken op",
            groep="Besproken",
            breed=5,
            verplicht="vaststellen",
            toon=(*_HGKM, Als("ouders_besproken", (True,))),
        ),
    ] = None
    ouders_niet: Annotated[
        Tekst,
        Veld(
            "Waarom (nog) niet",
            groep="Besproken",
            lang=True,
            verplicht="vaststellen",
            toon=(*_HGKM, Als("ouders_besproken", (False,))),
        ),
    ] = ""
    contacten: Annotated[
        tuple[Contact, ...],
        Veld("Contacten hierover", groep="Besproken", hulp="Met leerling, ouders of anderen.", plan=PLAN_DOSSIER),
    ] = ()

    afspraken: Annotated[
        tuple[Afspraak, ...],
        Veld(
            "Afspraken",
            groep="Afspraken",
            hulp="Met wie, wat en wanneer. Doel: gedrag bijsturen of de zorg verminderen.",
            plan=PLAN_DOSSIER,
        ),
    ] = ()
    samengevat: Annotated[
        bool | None,
        Veld("Samengevat, en is de gesprekspartner akkoord?", groep="Afspraken", plan=PLAN_TIPS),
    ] = None
    niet_nagekomen: Annotated[
        Tekst, Veld("Als afspraken niet worden nagekomen", groep="Afspraken", lang=True, plan=PLAN_DOSSIER)
    ] = ""
    vervolg: Annotated[Tekst, Veld("Vervolgstappen", groep="Afspraken", lang=True, plan=PLAN_SIGNAAL)] = ""
    bijlagen: Annotated[
        tuple[Bijlage, ...], Veld("Bijlagen", groep="Bijlagen", hulp="PDF, JPEG of PNG, tot 25 MB.")
    ] = ()

    @classmethod
    def te_bewaren(cls, values: Values) -> Values:
        """Return the form values without what a source does not let be kept: in no draft, no record, no index."""
        return zonder_toestemming(values)

    def titel(self) -> str:
        """Return the subject, or the word for it."""
        return self.onderwerp or self.NAAM

    def detail(self) -> str:
        """Return what it is about."""
        return ", ".join(a.label for a in self.aard)

    def direct(self) -> bool:
        """Whether one of the three questions opens the direct route to Veilig Thuis."""
        return any(getattr(self, naam) is True for naam in _DIRECT)

    def event_at(self) -> datetime | None:
        """Return when it was seen or heard."""
        return datetime.combine(self.datum, self.tijd or time()) if self.datum else None

    def parent(self) -> UUID | None:
        """It belongs to the case in which it was begun, where there is one."""
        return self.dossier

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It stands with the pupil, and with each person of the vault that had a part in it, in that part."""
        rollen = [(b.wie.persoon, b.rol.value) for b in self.betrokkenen if b.wie is not None and b.rol is not None]
        return (*betreft(self.leerling), *dict.fromkeys((p, r) for p, r in rollen if p))

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """Attachments go with it."""
        return tuple((b.blob, "bijlage") for b in self.bijlagen)

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """Agreements with a date; the call to Veilig Thuis until something of Veilig Thuis follows this signal."""
        if state == "ingetrokken" or self.datum is None:
            return ()
        gedaan = {f.afspraak for f in followups if isinstance(f, AfspraakGedaan)}
        dues = list(afspraken_open(self.afspraken, gedaan, Rol.IB.value))
        gebeld = any(f.KIND in ("vtadvies", "melding") for f in followups)
        if self.direct() and not gebeld:
            dues.append(Due(item="veilig_thuis", kind="veilig_thuis", role=Rol.IB.value, due_on=self.datum))
        return dues

    def regels(self, today: date) -> Sequence[Problem]:
        """What the plan asks across fields; see each sentence."""
        problems: list[Problem] = []
        if self.datum and self.datum > today:
            problems.append(Problem(("datum",), "Deze dag moet nog komen. Een signaal gaat over wat er is geweest."))
        if self.is_leerkracht is False and not self.besproken_met.strip() and not self.niet_besproken.strip():
            zin = "Vul in met wie dit besproken is, of waarom dat niet kon."
            problems.append(Problem(("besproken_met",), zin))
        if self.besproken_met.strip() and self.besproken_op is None:
            problems.append(Problem(("besproken_op",), "Vul in wanneer dit besproken is."))
        eigen = self.leerling.persoon
        for n, betrokkene in enumerate(self.betrokkenen):
            if eigen and betrokkene.wie is not None and betrokkene.wie.persoon == eigen:
                zin = "Deze leerling staat al bovenaan. Noem hier alleen anderen."
                problems.append(Problem(("betrokkenen", n, "wie"), zin, "bewaren"))
        if set(self.bevestigt) & set(self.ontkracht):
            problems.append(Problem(("bevestigt",), "Eén eerder signaal kan niet bevestigd én ontkracht zijn."))
        for n, passage in enumerate(self.passages):
            if passage.toestemming is False:
                zin = "De bron wil niet dat dit wordt vastgelegd. Haal deze regel weg."
                problems.append(Problem(("passages", n, "toestemming"), zin))
        problems += ligt_voor(self.afspraken, self.datum, "Deze datum ligt vóór het signaal.")
        return problems
