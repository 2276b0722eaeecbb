"""The report of a conversation with parents or with the pupil. Plan: talks with pupil and parents; velden 9."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from desktop.models.core import Als, Bijlage, Due, Problem, Record, Rij, State, Veld, Wie
from desktop.models.rechten import Rol
from desktop.models.tekst import Tekst
from desktop.models.termijnen import TERMIJNEN
from desktop.models.verslagdelen import PLAN_LEERLING, MetGedrag, MetLeerlinggesprek
from desktop.models.vervolg import AfspraakGedaan, Ondertekening
from desktop.models.vooroverleg import HGKM, PLAN_HGKM, MetVooroverleg, SoortGesprek, betreft, ingehouden

_PLAN_OUDERS = "Intern begeleider › Gesprek ouders"
_OUDERS = (Als("soort", ("structureel", "zorg", "hgkm", "ot", "calamiteit")),)
_OT = (Als("soort", ("ot",)),)

TEKENTERMIJN = TERMIJNEN["tekenen"].duur()
"""A report that is not signed after this long counts as overdue; the plan names no term."""

_VOORAF = set(MetVooroverleg.model_fields)


class Aanwezige(Rij):
    """Someone else who was there: initials only, as the plan wants for notes that can go to ParnasSys."""

    initialen: Annotated[Tekst, Veld("Initialen", initialen=True, breed=4, verplicht="bewaren", zoek="")] = ""
    hoedanigheid: Annotated[Tekst, Veld("Hoedanigheid", hulp="Bijvoorbeeld: jeugdarts, tolk, buurvrouw.", breed=8)] = ""


class Afspraak(Rij):
    """One agreement of a conversation; SMART, as the plan asks."""

    wat: Annotated[Tekst, Veld("Wat", verplicht="vaststellen", breed=4)] = ""
    wie: Annotated[Tekst, Veld("Wie", namen=True, breed=2)] = ""
    uiterlijk: Annotated[date | None, Veld("Uiterlijk", breed=3)] = None
    merkbaar: Annotated[Tekst, Veld("Hoe merken we het", breed=3)] = ""


class Gespreksverslag(MetGedrag, MetLeerlinggesprek, MetVooroverleg):
    """Report of a conversation with parents or with the pupil. Plan: talks with parents and pupil; velden 9."""

    KIND = "gespreksverslag"
    NAAM = "Gespreksverslag"
    PERSOONLIJK = True
    VASTSTELLEN = True

    GROEPEN = (
        "Gesprek",
        "Vooraf",
        "Aanwezig",
        "Verslag",
        "Meldcode",
        "Leerling",
        "Ondersteuningsteam",
        "Gedrag",
        "Afspraken",
        "Bijlagen",
    )

    leerling: Wie
    dossier: UUID | None = None
    """The case in which it was begun; it belongs to that case from its first storing."""
    calamiteit: UUID | None = None
    """The calamity that it is about."""
    te_voeren: UUID | None = None
    """The row of that calamity's action plan in which this talk was planned."""
    uitnodiging: UUID | None = None
    onderwerp: Annotated[
        Tekst, Veld("Onderwerp", groep="Gesprek", verplicht="vaststellen", zoek="titel", hulp="In een paar woorden.")
    ] = ""
    datum: Annotated[date | None, Veld("Datum", groep="Gesprek", breed=5, verplicht="bewaren")] = None
    tijd: Annotated[time | None, Veld("Tijd", groep="Gesprek", breed=3)] = None
    plaats: Annotated[Tekst, Veld("Plaats", groep="Gesprek", breed=4)] = ""
    geleid_door: Annotated[
        Rol | None,
        Veld(
            "Wie volgt dit gesprek op", groep="Gesprek", breed=6, hulp="Op deze rol komt het openstaande werk te staan."
        ),
    ] = Rol.IB
    over_gedrag: Annotated[
        bool | None,
        Veld(
            "Gaat het over ongewenst of grensoverschrijdend gedrag?",
            groep="Gesprek",
            breed=6,
            plan="Protocol ongewenst en grensoverschrijdend gedrag, actie 2 en 3",
        ),
    ] = None
    doel: Annotated[
        Tekst,
        Veld(
            "Doel van het gesprek",
            groep="Vooraf",
            lang=True,
            hulp="Helder voordat het gesprek begint.",
            plan="Aandachtsfunctionaris › Interne coach",
        ),
    ] = ""
    ouders: Annotated[
        tuple[Wie, ...],
        Veld("Ouders/verzorgers aanwezig", groep="Aanwezig", verplicht="vaststellen", toon=_OUDERS, zoek="naam"),
    ] = ()
    school: Annotated[
        tuple[Wie, ...],
        Veld(
            "Aanwezig van school",
            groep="Aanwezig",
            hulp="Overweeg bij een ernstig gesprek om met z'n tweeën te zijn: één praat, één schrijft.",
            tips=("Bij een calamiteit spreek je direct betrokken ouders altijd met twee professionals.",),
            plan="Aandachtsfunctionaris › Interne coach",
            verplicht="vaststellen",
        ),
    ] = ()
    notulist: Annotated[Tekst, Veld("Wie schreef mee", groep="Aanwezig", namen=True, breed=6)] = ""
    leerling_erbij: Annotated[bool | None, Veld("Was de leerling erbij?", groep="Aanwezig", breed=6, toon=_OUDERS)] = (
        None
    )
    anderen: Annotated[
        tuple[Aanwezige, ...],
        Veld(
            "Anderen aanwezig",
            groep="Aanwezig",
            hulp="Alleen initialen: dit verslag kan in ParnasSys komen.",
            plan="Leerkracht › Dossier",
        ),
    ] = ()
    eerder: Annotated[
        Tekst,
        Veld(
            "Eerdere zorgen en afspraken",
            groep="Verslag",
            lang=True,
            hulp="Daar begint het gesprek mee.",
            plan=_PLAN_OUDERS,
        ),
    ] = ""
    volgsysteem: Annotated[
        Tekst,
        Veld(
            "Uit het leerlingvolgsysteem",
            groep="Verslag",
            lang=True,
            hulp="Observaties, incidenten of resultaten die op tafel kwamen.",
            plan="Ouders/verzorgers › Gesprek bij zorgen",
            toon=_OUDERS,
        ),
    ] = ""
    besproken: Annotated[
        Tekst,
        Veld(
            "Wat is besproken",
            groep="Verslag",
            lang=True,
            hulp="Feiten eerst; markeer wat een mening is.",
            tips=(
                "Schrijf op wat je zag en hoorde, niet wat je ervan denkt.",
                "Is het toch een mening of vermoeden? Markeer het dan zo.",
                "Noem de bron. Zonder toestemming van de bron leg je het niet vast.",
                "Vat afspraken hardop samen en vraag of ouders het ermee eens zijn.",
            ),
            plan="Leerkracht › Tips dossiervorming",
            verplicht="vaststellen",
        ),
    ] = ""
    emotie: Annotated[
        Tekst,
        Veld("Emotie en beleving van ouders", groep="Verslag", lang=True, plan=_PLAN_OUDERS, toon=_OUDERS),
    ] = ""
    oplossingen: Annotated[
        Tekst, Veld("Oplossingen waar samen naar is gezocht", groep="Verslag", lang=True, plan=_PLAN_OUDERS)
    ] = ""
    hgkm_zorgen: Annotated[
        bool | None,
        Veld("Zorgen besproken", groep="Meldcode", breed=4, plan=PLAN_HGKM, verplicht="vaststellen", toon=HGKM),
    ] = None
    hgkm_traject: Annotated[
        bool | None,
        Veld(
            "Meldcodetraject uitgelegd", groep="Meldcode", breed=4, plan=PLAN_HGKM, verplicht="vaststellen", toon=HGKM
        ),
    ] = None
    hgkm_plicht: Annotated[
        bool | None,
        Veld(
            "Plicht van school uitgelegd",
            groep="Meldcode",
            breed=4,
            plan=PLAN_HGKM,
            verplicht="vaststellen",
            toon=HGKM,
        ),
    ] = None
    hgkm_hulp: Annotated[
        Tekst,
        Veld(
            "Hulp voor het gezin besproken",
            groep="Meldcode",
            lang=True,
            hulp="In school of daarbuiten.",
            plan=PLAN_HGKM,
            verplicht="vaststellen",
            toon=HGKM,
        ),
    ] = ""
    hgkm_melding: Annotated[
        Tekst, Veld("Melding toegelicht, als die er komt", groep="Meldcode", lang=True, plan=PLAN_HGKM, toon=HGKM)
    ] = ""
    ot_groei: Annotated[
        bool | None,
        Veld(
            "Groeidocument",
            groep="Ondersteuningsteam",
            breed=6,
            toon=_OT,
            plan="Intern begeleider › Overleg",
        ),
    ] = None
    ot_ingelicht: Annotated[
        date | None,
        Veld(
            "Leerling ingelicht op",
            groep="Ondersteuningsteam",
            breed=6,
            toon=_OT,
            plan=PLAN_LEERLING,
        ),
    ] = None
    afspraken: Annotated[
        tuple[Afspraak, ...],
        Veld(
            "Afspraken",
            groep="Afspraken",
            hulp="Specifiek, meetbaar, haalbaar en met een datum.",
            tips=("Wie doet wat, uiterlijk wanneer, en waaraan merken we het?",),
            plan=_PLAN_OUDERS,
        ),
    ] = ()
    samengevat: Annotated[
        bool | None,
        Veld(
            "Afspraken samengevat, en is iedereen het eens?",
            groep="Afspraken",
            breed=7,
            plan="Leerkracht › Tips dossiervorming",
            verplicht="vaststellen",
        ),
    ] = None
    evaluatie: Annotated[date | None, Veld("Vervolggesprek of evaluatie op", groep="Afspraken", breed=5)] = None
    vervolg: Annotated[
        Tekst,
        Veld(
            "Vervolgstappen",
            groep="Afspraken",
            lang=True,
            hulp="Aan het eind is duidelijk wat er nu gebeurt.",
            plan=PLAN_HGKM,
        ),
    ] = ""
    bijlagen: Annotated[
        tuple[Bijlage, ...], Veld("Bijlagen", groep="Bijlagen", hulp="PDF, JPEG of PNG, tot 25 MB.")
    ] = ()

    def titel(self) -> str:
        """Return the subject, or the kind of talk where it has none yet."""
        return self.onderwerp or (self.soort.label if self.soort else self.NAAM)

    def event_at(self) -> datetime | None:
        """Return when the talk was."""
        return datetime.combine(self.datum, self.tijd or time()) if self.datum else None

    def parent(self) -> UUID | None:
        """A report follows its invitation, or belongs to the case in which it was begun."""
        return self.uitnodiging or self.dossier

    def links(self) -> Sequence[tuple[UUID, str]]:
        """It stands with the pupil, each parent and each member of staff that was there, and with its calamity."""
        rollen = [(w.persoon, "ouder") for w in self.ouders] + [(w.persoon, "school") for w in self.school]
        rollen.append((self.calamiteit, "gesprek"))
        return (*betreft(self.leerling), *dict.fromkeys((p, r) for p, r in rollen if p))

    def blobs(self) -> Sequence[tuple[UUID, str]]:
        """Attachments go with it."""
        return tuple((b.blob, "bijlage") for b in self.bijlagen)

    def tekenaars(self) -> Sequence[Wie]:
        """Return whose outcome is asked: the parents who were there."""
        return self.ouders

    def dues(self, state: State, followups: Sequence[Record]) -> Sequence[Due]:
        """Parents without an outcome, agreements with a date, the follow-up talk; nothing once it is withdrawn."""
        if state == "ingetrokken" or self.datum is None:
            return ()
        rol = (self.geleid_door or Rol.IB).value
        dues: list[Due] = []
        if state == "vastgesteld":
            klaar = {
                f.ouder.persoon or f.ouder.naam for f in followups if isinstance(f, Ondertekening) and not f.open_werk()
            }
            dues += [
                Due(item=str(w.persoon or w.naam), kind="tekenen", role=rol, due_on=self.datum + TEKENTERMIJN)
                for w in self.tekenaars()
                if (w.persoon or w.naam) not in klaar
            ]
        gedaan = {f.afspraak for f in followups if isinstance(f, AfspraakGedaan)}
        dues += [
            Due(item=str(a.rij), kind="afspraak", role=rol, due_on=a.uiterlijk)
            for a in self.afspraken
            if a.uiterlijk and a.rij not in gedaan
        ]
        return dues

    def regels(self, today: date) -> Sequence[Problem]:
        """What the plan asks across fields; see each sentence."""
        problems: list[Problem] = []
        values = self.model_dump(mode="json", include=_VOORAF)
        reden = ingehouden(values)
        if reden:
            problems.append(Problem(("gevaar",), reden))
        if self.af_datum and self.datum and self.af_datum > self.datum and self.soort is SoortGesprek.HGKM:
            problems.append(Problem(("af_datum",), "Afstemmen met de aandachtsfunctionaris gebeurt vóór het gesprek."))
        if self.datum and self.datum > today:
            problems.append(Problem(("datum",), "Het gesprek moet nog komen. Stel het verslag daarna pas vast."))
        if self.soort is SoortGesprek.CALAMITEIT and 0 < len(self.school) < 2:
            zin = "Bij een calamiteit spreek je ouders altijd met twee professionals. Noem de tweede."
            problems.append(Problem(("school",), zin))
        for n, afspraak in enumerate(self.afspraken):
            if afspraak.uiterlijk and self.datum and afspraak.uiterlijk < self.datum:
                problems.append(Problem(("afspraken", n, "uiterlijk"), "Deze datum ligt vóór het gesprek."))
        if self.evaluatie and self.datum and self.evaluatie < self.datum:
            problems.append(Problem(("evaluatie",), "De evaluatie ligt vóór het gesprek."))
        return problems
