"""A school year walked in the real program without a display: forty incidents to the papers for the board."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from pydantic import JsonValue
from PySide6.QtCore import Qt

from desktop.app.gang import Gang, loop_gang
from desktop.models.core import Values
from desktop.models.opslag import Query
from desktop.models.rechten import Rol
from desktop.models.schooljaar import Periode
from desktop.services.diensten import Diensten
from desktop.views.navigatie import Plek

DIT = Periode(date(2025, 8, 1), date(2026, 7, 31))
PER_SCHERM = 3
AANTAL = 40
_SOORTEN = ("geweld", "pesten", "bedreiging", "vernieling", "discriminatie", "pesten", "geweld", "geweld")
_PLAATSEN = ("plein", "gang", "klas", "plein", "gym", "online", "plein")
_GROEPEN = ("5a", "6b", "7a", "8a", "6b")


class Schooljaargang(Gang):
    """Incidents, trends and their report; the year's tasks; a monitoring round; the papers sent to the board."""

    def loop(self) -> None:
        """Walk the whole way."""
        self.maak_kluis()
        self.directeur_erbij()
        daan = self.gezin()
        self.wissel("Directeur")
        self._leeg_jaar()
        self._incidenten(daan)
        self._trends()
        self._schooljaar()
        self._monitoring()
        self._bestuur()
        self._papieren()
        self.eind()

    # -- incidents

    def _leeg_jaar(self) -> None:
        """Charts and the report of a year in which nothing happened."""
        self.t.ga(Plek("incidenten", extra="trends"))
        self.bekijk("leeg jaar")
        self._foto("leeg-jaar")

    def _incidenten(self, daan: UUID) -> None:
        t = self.t
        for n in range(PER_SCHERM):
            t.ga(Plek("incident", extra=f"leerling={daan}"))
            self.antwoord("Was dit ingrijpend", "Ja")
            t.typ("Wat is er gebeurd", "Op het plein werd geslagen.")
            t.typ("Wanneer", f"{n + 11}-5-2026")
            t.typ("Hoe laat", "10:15")
            t.kies("Waar", "Schoolplein")
            t.typ("Groep", "6b")
            t.kies("In welke rol, regel 1", "Slachtoffer")
            t.typ("Welke stappen zijn gezet", "Beiden apart gezet, ouders gebeld.")
            if n == 0:
                t.klik("Registreer")
                self.bekijk("zonder soort")
                self._foto("zonder-soort")
            t.kies("Soort", "Fysiek geweld")
            t.klik("Registreer")
            t.klik("Registreer")
            self._foto("incident")
        self._op_lane(self._rest)

    def _rest(self) -> None:
        """The other incidents of the year, spread over its months."""
        d = self._diensten()
        for n in range(AANTAL - PER_SCHERM):
            stuk = d.incidenten.nieuw()
            wie: dict[str, JsonValue] = {"persoon": None, "naam": "Een leerling", "hoedanigheid": "", "gezag": ""}
            soort = "wapen" if n == 0 else _SOORTEN[n % len(_SOORTEN)]  # one of a kind: too small to go out
            values: Values = {
                **stuk.values,
                "ingrijpend": True,
                "soort": soort,
                "wapen": "steek" if soort == "wapen" else None,
                "schade": "vernieling" if soort == "vernieling" else None,
                "grond": "ras" if soort == "discriminatie" else None,
                "wat": "Er gebeurde iets op school.",
                "datum": (date(2025, 9, 2) + timedelta(days=7 * n)).isoformat(),
                "plaats": _PLAATSEN[n % len(_PLAATSEN)],
                "groep": _GROEPEN[n % len(_GROEPEN)],
                "betrokkenen": [{"rij": str(d.session.ids.new()), "wie": wie, "rol": "slachtoffer"}],
                "grensoverschrijdend": False,
                "maatregel": "Er is een gesprek gevoerd.",
            }
            stored, fout = d.incidenten.stel_vast(stuk, values)
            assert stored is not None, fout

    def _trends(self) -> None:
        t = self.t
        t.ga(Plek("incidenten"))
        self.bekijk("register")
        self._foto("register")
        t.klik("Trends en jaarverslag")
        self.bekijk("trends")
        self._foto("trends")
        t.klik("Zoals het naar buiten gaat")
        self.bekijk("naar buiten")
        self._foto("naar-buiten")

    # -- the year

    def _schooljaar(self) -> None:
        """Prepared; one task done, one moved, one skipped: without a word why that is refused."""
        t = self.t
        t.ga(Plek("schooljaar"))
        self.bekijk("niet klaargezet")
        t.klik("Zet dit schooljaar klaar")
        t.klik("Het hele jaar")
        self.bekijk("klaargezet")
        self._foto("schooljaar")
        t.ga(Plek("schooljaar", extra="lijst=alles"))
        self.bekijk("alle taken")
        self._kies_taak(0)
        t.klik("Klaar")
        self.bekijk("taak klaar")
        self._kies_taak(1)
        t.klik("Overslaan")
        t.klik("Sla over")
        self.bekijk("overslaan zonder reden")
        t.typ("Waarom slaan jullie", "Dit jaar samengevoegd met de studiedag.")
        t.klik("Sla over")
        self._kies_taak(2)
        t.klik("Verplaats")
        t.typ("Nieuwe dag", "30-6-2026")
        t.klik("Verplaats")
        self.bekijk("verplaatsen zonder reden")
        t.typ("Waarom wordt het verplaatst", "De directeur is er die week niet.")
        t.klik("Verplaats")
        t.ga(Plek("schooljaar", extra="lijst=alles"))
        self.bekijk("na drie taken")
        self._foto("taken")
        t.klik("Brief aan het team")
        self.bekijk("brief")
        self._foto("brief")
        t.klik("Terug")

    def _kies_taak(self, n: int) -> None:
        lijst = self.lijst("Taken")
        lijst.setFocus(Qt.FocusReason.TabFocusReason)
        lijst.setCurrentIndex(lijst.model().index(n, 0))
        self.t.rust()

    def _monitoring(self) -> None:
        t = self.t
        t.ga(Plek("monitoring"))
        self.bekijk("monitoring")
        t.typ("Wat kwam eruit", "De meeste leerlingen voelen zich veilig; in de gang minder.")
        t.typ("Analyse", "Naast de incidenten gelegd: de gang komt vaker terug.")
        t.typ("Ingevuld van", "11-5-2026")
        t.klik("Stel vast")
        self.bekijk("monitoring zonder besluit")
        self.antwoord("Verandert het beleid?", "Nee")
        t.klik("Stel vast")
        t.klik("Stel vast")
        self.bekijk("monitoring klaar")
        self._foto("monitoring")

    # -- the board

    def _bestuur(self) -> None:
        t = self.t
        t.ga(Plek("bestuurspakket"))
        self.bekijk("bestuur")
        self._foto("bestuur")
        t.klik("Maak de stukken")
        self._foto("bestuur-stuk")
        t.klik("Stel vast")
        self.bekijk("bestuur vraag")
        t.klik("Stel vast")
        self._foto("bestuur-vast")
        t.ga(Plek("bestuurspakket"))
        self.bekijk("bestuur vastgesteld")
        self._verstuur()
        self._foto("bestuur-verstuurd")

    def _verstuur(self) -> None:
        t = self.t
        for wie in [w for w in self.alles() if w.startswith("Verstuurd op: ")]:
            t.klik(wie)
            t.klik("Leg vast")
        self.bekijk("verstuurd")

    # -- papers

    def _diensten(self) -> Diensten:
        assert self.t.programma.sessie is not None
        return self.t.programma.sessie.diensten

    def _papieren(self) -> None:
        d, vandaag = self._diensten(), self.klok.now().date()
        pakket = self._rij(Query(kinds=("bestuurspakket",))).record

        def haal() -> tuple[list[tuple[str, bytes]], list[tuple[str, bytes]]]:
            leeg = Periode(date(2023, 8, 1), date(2024, 7, 31))
            uit = [
                ("jaarverslag", d.incidenten.papier(DIT)),
                ("jaarverslag-binnen", d.incidenten.papier(DIT, afgeschermd=False)),
                ("jaarverslag-leeg", d.incidenten.papier(leeg)),
                ("wiel", d.jaardruk.wiel(DIT)),
                ("herinnering", d.jaardruk.herinnering(DIT, Rol.DIRECTEUR, vandaag, date(2026, 7, 31))),
            ]
            stuk = d.bestuur.open(pakket).stored
            assert stuk is not None
            bladen = [("rekenblad", d.incidenten.rekenblad(DIT)()), ("bestuur", d.bestuur.rekenblad(pakket)())]
            pdfs = [(naam, papier.maak().pdf) for naam, papier in uit]
            pdfs.append(("bestuurspakket", d.documenten.maak(d.documenten.opdracht(stuk)).pdf))
            return pdfs, bladen

        pdfs, bladen = self._op_lane(haal)
        for naam, inhoud in pdfs:
            Path(self._doel / f"{naam}.pdf").write_bytes(inhoud)
        for naam, inhoud in bladen:
            Path(self._doel / f"{naam}.xlsx").write_bytes(inhoud)


def main() -> int:
    """Walk, and leave what it gave in the folder that is the first argument."""
    return loop_gang(Schooljaargang)


if __name__ == "__main__":
    raise SystemExit(main())
