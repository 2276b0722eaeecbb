"""The tour: from an empty computer to a signed report, in the real program without a display. Argument: the folder."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from desktop.app.toneel import Toneel, Toneelfout
from desktop.exchange.demo import edexml_out
from desktop.exchange.demo.opbouw import maak_school
from desktop.models.core import Clock
from desktop.models.opslag import Query, Row
from desktop.models.vooroverleg import SoortGesprek
from desktop.services.systeem import SysteemKlok, Uuid7
from desktop.views.edexml import EdexmlPagina
from desktop.views.navigatie import Plek
from desktop.views.ondertekenen.tekenvlak import TekenVlak

T = TypeVar("T")

ZIN = "vlieger deken molen potlood"
_REGELS = re.compile(r"Regel (\d): ([^.]*)")


class Rondgang:
    """Steps 1 to 9 of a new user, each leaving a picture; the letters and reports lie beside them."""

    def __init__(self, doel: Path, werk: Path, klok: Clock | None = None) -> None:
        self._doel = doel
        self._werk = werk
        self._nummer = 0
        self.t = Toneel(werk, klok=klok)

    def loop(self) -> None:
        """Walk the whole way."""
        self.maak_kluis()
        self.lees_in()
        leerling = self._rij(Query(kinds=("leerling",), order="naam"))
        self.voeg_ouders_toe(leerling)
        uitnodiging = self.nodig_uit(leerling)
        verslag = self.schrijf(leerling, uitnodiging)
        self.laat_tekenen(verslag)
        self.maak_pdf(uitnodiging, verslag)
        self.t.ga(Plek("zoeken", extra="lunch"))
        self._foto("teruggevonden")
        self.t.eind()

    # -- the steps

    def maak_kluis(self) -> None:
        """1 and 2: profile, account, passphrase, recovery sheet typed back, home."""
        t = self.t
        self._foto("welkom")
        t.klik("Nieuwe kluis")
        for veld, tekst in (
            ("Naam van de school", "OBS De Proefboom"),
            ("BRIN", "99ZX"),
            ("Bestuur", "Stichting Voorbeeld"),
            ("Regio", "Voorbeeldland"),
        ):
            t.typ(veld, tekst)
        self._foto("school")
        t.klik("Verder")
        t.typ("Je naam", "Marijke Voorbeeld")
        t.klik("Intern begeleider")
        t.klik("Verder")
        t.typ("Map", str(self._werk / "Proefboom.kluis"))
        self._foto("plek")
        t.klik("Verder")
        t.typ("Wachtwoordzin", ZIN)
        t.typ("Nog een keer", ZIN)
        self._foto("wachtwoordzin")
        t.klik("Kluis maken")
        code = dict(_REGELS.findall(t.naam("Herstelcode")))
        self._foto("herstelblad")
        t.klik("Ik heb het blad op papier")
        vraag = t.naam("Typ regel")
        t.typ("Typ regel", code[re.findall(r"\d", vraag)[0]])
        t.klik("Controleer")
        self._foto("home-leeg")

    def lees_in(self) -> None:
        """3: pupils, groups and staff from an EDEXML file; a second time there is nothing new."""
        t, bestand = self.t, self._werk / "school.xml"
        edexml_out.write(bestand, maak_school(8, 60, SysteemKlok().now().date(), Uuid7()))
        for foto in ("edexml-voorbeeld", "edexml-nog-eens"):
            t.ga(Plek("edexml"))
            pagina = t.venster.findChild(EdexmlPagina)
            assert isinstance(pagina, EdexmlPagina)
            pagina.lees(bestand)
            self._foto(foto)
            if foto == "edexml-voorbeeld":
                t.klik("Pas toe")
        t.ga(Plek("leerlingen"))
        self._foto("leerlingen")

    def voeg_ouders_toe(self, leerling: Row) -> None:
        """4: two parents with a gezag card, one of whom needs an interpreter."""
        t = self.t
        ouders = (("Elif", "Bakker", "moeder", "Dorpsstraat 1", "ja"), ("Sam", "de Wit", "vader", "Laan 22", "ja"))
        for roepnaam, achternaam, soort, straat, gezag in ouders:
            t.ga(Plek("kaart", extra=str(leerling.record)))
            for veld, tekst in (
                ("Roepnaam", roepnaam),
                ("Achternaam", achternaam),
                ("Straat", straat),
                ("Postcode", "0000 AA"),
                ("Plaats", "Voorbeelddorp"),
                ("Telefoon", "06-00000000"),
            ):
                t.typ(veld, tekst)
            t.kies("Relatie tot de leerling", soort)
            t.typ("Vanaf, regel 1", "1-8-2020")
            t.kies("Gezag, regel 1", gezag)
            t.typ("Hoe weten we dit", "Uittreksel gezagsregister gezien.")
            if soort == "moeder":
                t.typ("Taal", "Turks")
                t.klik("Tolk: Gewenst")
            self._foto(f"gezagskaart-{soort}")
            t.klik("Bewaar")
        t.ga(Plek("leerling", leerling.record))
        self._foto("leerling")

    def nodig_uit(self, leerling: Row) -> Row:
        """5: an invitation for both parents."""
        t = self.t
        t.ga(Plek("uitnodiging", extra=f"leerling={leerling.record};soort={SoortGesprek.ZORG.value}"))
        for veld, tekst in (
            ("Onderwerp", "Hoe het gaat in de groep"),
            ("Datum", "morgen"),
            ("Tijd", "15:15"),
            ("Plaats", "Kamer van de intern begeleider"),
        ):
            t.typ(veld, tekst)
        self._foto("uitnodiging")
        t.klik("Stel vast")
        t.klik("Stel vast")
        self._foto("uitnodiging-vastgesteld")
        return self._rij(Query(kinds=("uitnodiging",)))

    def schrijf(self, leerling: Row, uitnodiging: Row) -> Row:
        """6 and 7: the report, from the invitation; a lock halfway loses nothing; then it is established."""
        t = self.t
        t.ga(Plek("verslag", extra=f"leerling={leerling.record};uitnodiging={uitnodiging.record}"))
        t.typ("Datum", "vandaag")
        t.typ("Tijd", "15:15")
        t.typ("Wat is besproken", "Sinds de herfstvakantie stiller in de kring. At drie keer niet mee met de lunch.")
        t.programma.vergrendel()
        t.rust()
        self._foto("vergrendeld")
        t.typ("Wachtwoordzin", ZIN)
        t.klik("Openen")
        self._foto("home-concept")
        t.klik("Gespreksverslag niet af")
        t.typ("Oplossingen", "Elke ochtend een rustig begin, samen met de leerkracht.")
        t.klik("Afspraken: voeg regel toe")
        t.typ("Wat, regel 1", "Elke dag om 8:20 een inloopmoment")
        t.typ("Wie, regel 1", "leerkracht")
        t.typ("Hoe merken we het", "Begint de dag zonder tranen")
        t.klik("Afspraken samengevat, en is iedereen het eens?, verplicht: Ja")
        self._foto("verslag")
        t.klik("Stel vast en laat tekenen")
        self._foto("vaststellen-vraag")
        t.klik("Stel vast")
        return self._rij(Query(kinds=("gespreksverslag",)))

    def laat_tekenen(self, verslag: Row) -> None:
        """8: one parent signs on screen for 'gezien' with a zienswijze, the other waives signing."""
        t = self.t
        t.ga(Plek("ondertekenen", verslag.record))
        self._foto("tekenen")
        t.klik("Gezien")
        t.typ("Zienswijze", "Thuis zien wij dit anders: daar eet ze goed.")
        vlak = t.venster.findChild(TekenVlak)
        assert isinstance(vlak, TekenVlak)
        breed, hoog = vlak.width(), vlak.height()
        t.teken(vlak, [(breed * (10 + n) // 60, hoog // 2 + (-1) ** n * hoog * (n % 5) // 14) for n in range(40)])
        self._foto("getekend")
        t.klik("Leg vast")
        self._foto("eerste-ouder")
        t.klik("Ziet af van tekenen")
        t.klik("Leg vast")
        self._foto("alle-ouders")
        t.ga(Plek("verslag", verslag.record))
        self._foto("verslag-ondertekend")

    def maak_pdf(self, uitnodiging: Row, verslag: Row) -> None:
        """9: the letters, the copies per recipient, one of them encrypted."""
        assert self.t.programma.sessie is not None
        d = self.t.programma.sessie.diensten

        def maak() -> list[tuple[str, bytes]]:
            stuk, brief = d.gesprekken.open(verslag.record), d.gesprekken.open(uitnodiging.record)
            assert stuk.stored is not None
            assert brief.stored is not None
            uit = [
                (f"uitnodiging-{n}.pdf", d.documenten.maak(opdracht).pdf)
                for n, opdracht in enumerate(d.documenten.brieven(brief.stored), 1)
            ]
            for n, afschrift in enumerate(d.documenten.afschriften(stuk.stored)):
                opdracht = d.documenten.opdracht(stuk.stored, afschrift.ontvanger)
                uit.append((f"verslag-{f'ouder-{n}' if n else 'dossier'}.pdf", d.documenten.maak(opdracht).pdf))
            uit.append(("verslag-versleuteld.pdf", d.documenten.versleutel(uit[-1][1], ZIN)))
            d.documenten.noteer(verslag.record, "geexporteerd")
            return uit

        for naam, pdf in self._op_lane(maak):
            (self._doel / naam).write_bytes(pdf)

    # -- helpers

    def _op_lane(self, call: Callable[[], T]) -> T:
        future = self.t.programma.kluis_lane.submit(call)
        self.t.wacht(future.done, "antwoord van de kluis")
        return future.result()

    def _rij(self, vraag: Query) -> Row:
        assert self.t.programma.sessie is not None
        vault = self.t.programma.sessie.diensten.session.vault
        return self._op_lane(lambda: vault.rows(vault.ids(vraag)[:1])[0])

    def _foto(self, naam: str) -> None:
        self._nummer += 1
        self.t.beeld(self._doel / f"{self._nummer:02}-{naam}.png")


def main() -> int:
    """Walk, and leave what it gave in the folder that is the first argument."""
    doel = Path(sys.argv[1])
    shutil.rmtree(doel, ignore_errors=True)
    doel.mkdir(parents=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="vangnet-rondgang-") as werk:
        try:
            Rondgang(doel, Path(werk)).loop()
        except Toneelfout as fout:
            print(f"De rondgang stopte: {fout}", file=sys.stderr)
            return 1
    for bestand in sorted(doel.iterdir()):
        print(bestand)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
