"""A calamity walked in the real program without a display, by two accounts in turn. Argument: the folder."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.app.calamiteitregels import DAG_EEN, DAG_TWEE, NA_HET_PLAN, Regel
from desktop.app.gang import Gang, loop_gang
from desktop.models.opslag import Query
from desktop.services.dossierdruk import Papier
from desktop.views.navigatie import Plek
from desktop.views.ondertekenen.tekenvlak import TekenVlak

NAAM = "Vermissing tijdens de schoolreis"
TWEEDE = "Brand in het fietsenhok"
_TWEE = "Dirk Directeur en Marijke Voorbeeld"


class Calamiteitgang(Gang):
    """From Ctrl+Shift+C to the closing, by what a screen reader reads; `gezien` says what stood there on the way."""

    def loop(self) -> None:
        """Walk the whole way."""
        self.maak_kluis()
        self.directeur_erbij()
        self.gezin()
        self.wissel("Directeur")
        calamiteit = self._open()
        self._schrijf(DAG_EEN[:6])
        self._op_de_hoogte()
        self._naam_en_omvang()
        self._plan_een(calamiteit)
        self.wissel("Intern begeleider")
        self.t.ga(Plek("calamiteit", calamiteit))
        self._schrijf(DAG_EEN[6:])
        self._corrigeer()
        self._gesprekken(calamiteit)
        self._tweede()
        self.wissel("Directeur")
        self.t.ga(Plek("calamiteit", calamiteit))
        self._schrijf(NA_HET_PLAN)
        self._plan_twee(calamiteit)
        self._communicatie(calamiteit)
        self.klok.later(24 * 60)
        self.t.ga(Plek("calamiteit", calamiteit))
        self._schrijf(DAG_TWEE)
        self.bekijk("voor het sluiten")
        self._papier(calamiteit, "tussentijds")
        self._sluit(calamiteit)
        self._papier(calamiteit, "gesloten")
        self.eind()

    # -- the log

    def _open(self) -> UUID:
        """One key from home; the first line stands within it."""
        QTest.keyClick(
            self.t.venster, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        self.t.rust()
        self._foto("calamiteit-nieuw")
        self.bekijk("begin")
        return self._rij(Query(kinds=("calamiteit",))).record

    def _schrijf(self, regels: Iterable[Regel]) -> None:
        for regel in regels:
            self._regel(regel)
            self.klok.later(regel.duurt)
        self._foto("logboek")

    def _regel(self, regel: Regel) -> None:
        t = self.t
        if regel.soort != "Stap":
            self.druk(regel.soort)
        if regel.sleutel:
            self.druk("sleutelmoment")
        if regel.meer:
            self.druk("Meer: namens, besloten door, vrijgegeven aan, bijlage")
            for veld, tekst in regel.meer.items():
                t.typ(veld, tekst)
        t.typ("Nieuwe regel", regel.tekst)
        QTest.keyClick(t.veld("Nieuwe regel"), Qt.Key.Key_Return)
        t.wacht(lambda: any("opgeslagen 1" in w or "opgeslagen 0" in w for w in self.teksten()), "opgeslagen")

    def _corrigeer(self) -> None:
        """The newest line is put right: it stays, struck through."""
        t = self.t
        lijst = self.lijst("Logboek")
        lijst.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(lijst, Qt.Key.Key_Home)
        QTest.keyClick(lijst, Qt.Key.Key_Down)  # what is planned for the future stands above it
        QTest.keyClick(lijst, Qt.Key.Key_Return)
        t.rust()
        t.klik("Corrigeer deze regel")
        self.bekijk("corrigeren")
        t.typ("Nieuwe regel", "De conciërge kwam om 12:50, niet om 12:30.")
        QTest.keyClick(t.veld("Nieuwe regel"), Qt.Key.Key_Return)
        t.rust()
        self.bekijk("gecorrigeerd")
        self._foto("correctie")

    # -- beside the log

    def _op_de_hoogte(self) -> None:
        self.t.ga(Plek("agenda"))
        self.bekijk("agenda voor")
        self.t.programma.navigator.terug()
        self.t.rust()
        self.t.klik("Directeur-bestuurder is nu ingelicht")
        self.bekijk("bestuurder ingelicht")

    def _naam_en_omvang(self) -> None:
        t = self.t
        t.klik("Geef een naam")
        t.typ("Wat is er aan de hand", NAAM)
        t.klik("Bewaar")
        t.klik("Schat de omvang")
        self.antwoord("Hoe groot is of wordt dit", "Groot: ook indirect betrokkenen, of dat dreigt")
        for veld, tekst in (
            ("Wie leidt intussen de school", "Anna Adjunct"),
            ("Aanspreekpunt voor ouders", "Dirk Directeur"),
            ("Adviesteam van de GGD", "Gebeld; zij komen morgen mee."),
        ):
            t.typ(veld, tekst)
        for n, (rol, naam, taak, nummer) in enumerate(
            (
                ("Bestuur", "Bea Bestuur", "Media", "06-00000001"),
                ("Juridische kennis", "Joris Jurist", "Advies", "06-00000002"),
                ("Directeur", "Dirk Directeur", "Leiding", "06-00000003"),
            ),
            1,
        ):
            self.nieuwe_rij("Crisisteam")
            t.kies(f"Rol, regel {n}", rol)
            t.typ(f"Naam, regel {n}", naam)
            t.typ(f"Taak, regel {n}", taak)
            t.typ(f"Telefoon, regel {n}", nummer)
        self._foto("gegevens")
        t.klik("Bewaar")
        self.bekijk("omvang")
        self._foto("omvang")

    def _plan_een(self, calamiteit: UUID) -> None:
        t = self.t
        t.klik("Maak het actieplan")
        t.typ("Korte beschrijving", "Een leerling is sinds 11:40 zoek op de speelboerderij.")
        self.rijtje(
            "Maatregelen", 1, {"Wat": "Groepen tellen en in de bus houden", "Wie": "Anna", "Uiterlijk": "vandaag"}
        )
        self.rijtje("Maatregelen", 2, {"Wat": "Vast aanspreekpunt bij de poort", "Wie": "Dirk", "Uiterlijk": "vandaag"})
        for n, met in enumerate(("De melder: boer Teun", "Moeder van Daan", "Ouders van groep 5", "De begeleider"), 1):
            twee = "Dirk" if n == 4 else _TWEE
            self.rijtje("Gesprekken", n, {"Met wie": met, "Wie voeren het": twee, "Wanneer": "vandaag"})
        self.antwoord("Is dit de melder?, regel 1", "Ja")
        self._foto("plan-1")
        t.klik("Bewaar als nieuwe versie")
        self.bekijk("plan 1")
        self._foto("na-plan-1")

    def _plan_twee(self, calamiteit: UUID) -> None:
        t = self.t
        t.klik("Nieuwe versie")
        t.typ("Ernst en impact", "Daan is om 13:05 ongedeerd gevonden; de groep schrok erg.")
        self.rijtje(
            "Maatregelen", 3, {"Wat": "Rust in de groep: twee begeleiders", "Wie": "Marijke", "Uiterlijk": "morgen"}
        )
        self.rijtje("Gesprekken", 4, {"Wie voeren het": _TWEE}, nieuw=False)
        self.rijtje(
            "Vervolgacties", 1, {"Wat": "Afspraken over tellen nalopen", "Wie": "Dirk", "Uiterlijk": "29-5-2026"}
        )
        t.typ("Emotionele reacties", "Ouders zijn boos over de begeleiding.")
        t.typ("(Sociale) media", "Er staat een bericht in de buurtapp.")
        self.antwoord("Inschatting van de onrust", "Neemt toe")
        t.typ("Wie krijgt welke steun", "Groep 5 krijgt een kringgesprek.")
        for vraag in ("Is er een vermoeden van een strafbaar feit", "Gaat het over gedrag van een professional"):
            self.antwoord(vraag, "Nee")
        t.klik("Bewaar als nieuwe versie")
        self.bekijk("plan 2")
        t.klik("Rust in de groep: twee begeleiders")
        self.bekijk("afgevinkt")
        self._foto("na-plan-2")

    def _gesprekken(self, calamiteit: UUID) -> None:
        """Out of order at first: the page asks for the reporter; then the other three, one of them signed."""
        for n, titel in enumerate(("Moeder van Daan", "De melder: boer Teun", "Ouders van groep 5", "De begeleider")):
            self._verslag(titel, f"Gesprek {n + 1}: {titel} vertelde wat er is gezien.")
            if n == 0:
                verslag = self._rij(Query(kinds=("gespreksverslag",))).record
                self.t.ga(Plek("calamiteit", calamiteit))
                self.bekijk("melder wacht")
                self._teken(verslag)
            self.t.ga(Plek("calamiteit", calamiteit))
        self.bekijk("gesprekken")
        self._foto("gesprekken")

    def _verslag(self, titel: str, besproken: str) -> None:
        t = self.t
        t.klik(f"Schrijf verslag: {titel}")
        lijst = self.lijst("Leerlingen")
        lijst.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(lijst, Qt.Key.Key_Home)
        QTest.keyClick(lijst, Qt.Key.Key_Return)
        t.rust()
        self.gezien.setdefault("verslag", " ".join(self.alles()))
        if self.klik_als("Ouders/verzorgers aanwezig"):
            self.mens("Elif")
        t.typ("Wat is besproken", besproken)
        t.klik("Afspraken: voeg regel toe")
        t.typ("Wat, regel 1", "Elke dag kort bellen")
        t.typ("Wie, regel 1", "Marijke Voorbeeld")
        t.klik("Afspraken samengevat, en is iedereen het eens?, verplicht: Ja")
        self._foto("verslag")
        if titel == "De begeleider":  # the plan names one who holds it
            t.klik("Stel vast")
            self.bekijk("zonder tweede")
            t.klik("Aanwezig van school")
            self.mens("Anna Adjunct, adjunct")
        t.klik("Stel vast")
        self._foto("verslag-vraag")
        t.klik("Stel vast")

    def _teken(self, verslag: UUID) -> None:
        t = self.t
        t.ga(Plek("ondertekenen", verslag))
        t.klik("Akkoord")
        vlak = t.venster.findChild(TekenVlak)
        assert isinstance(vlak, TekenVlak)
        breed, hoog = vlak.width(), vlak.height()
        t.teken(vlak, [(breed * (10 + n) // 60, hoog // 2 + (-1) ** n * hoog * (n % 5) // 14) for n in range(40)])
        t.klik("Leg vast")
        self._foto("getekend")

    def _tweede(self) -> None:
        """A second one beside it; the key asks which."""
        t = self.t
        t.ga(Plek("calamiteiten"))
        t.klik("Calamiteit openen")
        t.klik("Geef een naam")
        t.typ("Wat is er aan de hand", TWEEDE)
        t.klik("Bewaar")
        self._regel(Regel("Rook uit het fietsenhok; brandweer gebeld"))
        self.bekijk("tweede")
        self._foto("tweede")
        t.ga(Plek("calamiteiten", extra="direct"))
        self.bekijk("keuze")
        self._foto("keuze")

    def _communicatie(self, calamiteit: UUID) -> None:
        t = self.t
        for groep, onderwerp, hoe in (
            ("Direct betrokken ouders", "Daan is terecht", "Gesprek"),
            ("Team", "Wat er is gebeurd", "Briefing"),
            ("(G)MR", "Wat er is gebeurd", "Telefoon"),
            ("Indirect betrokken ouders", "Over de schoolreis", "Brief"),
        ):
            t.ga(Plek("calamiteit", calamiteit))
            t.klik(f"{groep}: nog niet")
            self.gezien[f"let op {groep}"] = " ".join(self.alles())
            t.typ("Onderwerp", onderwerp)
            t.typ("De boodschap", "Vandaag was een kind een tijd zoek. Het is ongedeerd gevonden.")
            t.typ("Hoe verstuurd", hoe)
            self.antwoord("Staan er alleen feiten in?", "Ja")
            if groep.startswith("Indirect"):
                t.klik("Leg vast als verstuurd")
                self.bekijk("indirect zonder waarom")
                t.typ("Waarom ook deze ouders", "De buurtapp staat vol; geheimhouding is niet gevraagd.")
                self.antwoord("Is overwogen de voorzitter", "Ja")
            self._foto("communicatie")
            t.klik("Leg vast als verstuurd")
            t.klik("Leg vast als verstuurd")
        t.ga(Plek("calamiteit", calamiteit))
        self.bekijk("communicatie")
        self._foto("communicatie-klaar")

    def _sluit(self, calamiteit: UUID) -> None:
        """Closing without an answer is refused; the evaluation changes the plan."""
        t = self.t
        t.klik("Sluiten en evalueren")
        t.klik("Sluit de calamiteit")
        self.bekijk("sluiten geweigerd")
        self.antwoord("Is de calamiteit geëvalueerd?", "Ja")
        t.typ("Met wie", "Team, bestuur en de GMR")
        t.typ("Wat ging goed en wat niet", "Snel gebeld. Het tellen kwam te laat.")
        self.antwoord("Het plan", "Het beleid wordt aangepast")
        t.typ("Wat verandert er in het plan", "Voor vertrek telt elke groep met twee volwassenen.")
        t.typ("Wie houdt nog contact", "Marijke belt de moeder van Daan elke week.")
        self._foto("sluiten")
        t.klik("Sluit de calamiteit")
        self.bekijk("gesloten")
        self._foto("gesloten")
        t.ga(Plek("agenda"))
        self.bekijk("agenda na")
        t.ga(Plek("calamiteiten"))
        self.bekijk("lijst")
        self._foto("lijst")

    # -- papers

    def _papier(self, calamiteit: UUID, wanneer: str) -> None:
        assert self.t.programma.sessie is not None
        d = self.t.programma.sessie.diensten

        def haal() -> list[tuple[str, Papier]]:
            uit = [
                (f"logboek-{wanneer}", d.logdruk.papier(calamiteit)),
                (f"geheel-{wanneer}", d.calamiteitdruk.geheel(calamiteit)),
            ]
            if wanneer == "gesloten":
                uit.append(("evaluatie", d.calamiteitdruk.evaluatie(calamiteit)))
                uit += [(f"actieplan-{n}", d.calamiteitdruk.actieplan(calamiteit, n)) for n in (1, 2)]
            return uit

        for naam, papier in self._op_lane(haal):
            (self._doel / f"{naam}.pdf").write_bytes(papier.maak().pdf)


def main() -> int:
    """Walk, and leave what it gave in the folder that is the first argument."""
    return loop_gang(Calamiteitgang)


if __name__ == "__main__":
    raise SystemExit(main())
