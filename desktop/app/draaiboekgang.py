"""The draaiboek for a death walked in the real program without a display. Argument: the folder."""

from __future__ import annotations

from uuid import UUID

from desktop.app.gang import Gang, loop_gang
from desktop.app.rondgang import ZIN
from desktop.models.opslag import Query
from desktop.models.vooroverleg import SoortGesprek
from desktop.views.navigatie import Plek

ROUW = "Overlijden en rouw"
_TRIO = "Stel een sleuteltrio samen"
_NAGAAN = "Ga na of het bericht klopt"
_BRIEVEN = "Controleer of brieven en uitnodigingen over deze leerling stoppen"


class Draaiboekgang(Gang):
    """Steps done, changed and skipped, conditions, forms; and letters to the parents of who died held back."""

    def loop(self) -> None:
        """Walk the whole way."""
        self.maak_kluis()
        daan = self.gezin()
        brief = self._brief_vooraf(daan)
        loop = self._start()
        self._stappen()
        self._voorwaarde()
        self._formulier(loop)
        self._overleden(daan, brief)
        self._definitie(loop)
        self._rond_af(loop)
        self._papier(loop)
        self.eind()

    def _brief_vooraf(self, daan: UUID) -> UUID:
        """An invitation that lay ready as a concept when the message came."""
        t = self.t
        t.ga(Plek("uitnodiging", extra=f"leerling={daan};soort={SoortGesprek.ZORG.value}"))
        for veld, tekst in (
            ("Onderwerp", "Hoe het gaat in de groep"),
            ("Datum", "29-5-2026"),
            ("Tijd", "15:15"),
            ("Plaats", "Kamer van de intern begeleider"),
        ):
            t.typ(veld, tekst)
        t.klik("Concept bewaren")
        self._foto("brief-concept")
        return self._rij(Query(kinds=("uitnodiging",))).record

    def _start(self) -> UUID:
        t = self.t
        t.ga(Plek("calamiteiten"))
        t.klik("Draaiboeken")
        self.bekijk("lijst")
        self._foto("draaiboeken")
        t.klik(f"Start: {ROUW}")
        t.klik("Start het draaiboek")
        self.bekijk("zonder aanleiding")
        t.typ("Aanleiding", "Bericht van de familie")
        t.klik("Is er een leerling overleden?")
        self._foto("draaiboek-start")
        t.klik("Start het draaiboek")
        self.bekijk("begonnen")
        self._foto("draaiboek")
        return self._rij(Query(kinds=("draaiboekloop",))).record

    def _stappen(self) -> None:
        """One done, one skipped (a reason is asked), one done otherwise, one taken back."""
        t = self.t
        t.klik(f"Gedaan: {_NAGAAN}")
        self.bekijk("eerste gedaan")
        t.klik(f"Sla over: {_TRIO}")
        t.klik("Leg vast")
        self.bekijk("zonder reden")
        self._foto("zonder-reden")
        t.typ("Waarom", "Het crisisteam van het bestuur doet dit al.")
        t.klik("Leg vast")
        self.bekijk("overgeslagen")
        t.klik("Anders gedaan: Kom bij elkaar")
        t.typ("Waarom", "Samen met het crisisteam, niet als trio.")
        t.klik("Leg vast")
        t.klik(f"Meer: {_NAGAAN}")
        t.klik(f"Zet weer open: {_NAGAAN}")
        self.bekijk("weer open")
        t.klik(f"Gedaan: {_NAGAAN}")

    def _voorwaarde(self) -> None:
        t = self.t
        t.klik("Komt het bericht onder schooltijd?")
        self.bekijk("onder schooltijd")
        self._foto("voorwaarde")

    def _formulier(self, loop: UUID) -> None:
        """A step leads to a form, and one comes back to the run."""
        t = self.t
        t.klik("Meer: Kijk wie eigen begeleiding nodig heeft")
        self._foto("stap-open")
        t.klik("Signaal vastleggen: Kijk wie eigen begeleiding nodig heeft")
        self.bekijk("formulier")
        self._foto("formulier")
        t.ga(Plek("draaiboek", loop))

    def _overleden(self, daan: UUID, brief: UUID) -> None:
        """The pupil's card says so: nothing new goes to the parents, what lay ready stays."""
        t = self.t
        t.ga(Plek("leerling", daan))
        t.klik("Gegevens wijzigen")
        t.typ("Overleden op", "vandaag")
        t.klik("Bewaar")
        t.ga(Plek("leerling", daan))
        self.bekijk("leerling")
        self._foto("leerling")
        t.ga(Plek("uitnodiging", extra=f"leerling={daan};soort={SoortGesprek.ZORG.value}"))
        self.bekijk("nieuwe brief")
        self._foto("nieuwe-brief")
        t.ga(Plek("uitnodiging", brief))
        t.klik("Stel vast")
        self.bekijk("brief blijft liggen")
        self._foto("brief-blijft-liggen")
        t.typ("Waarom gaat deze brief toch uit", "De ouders vroegen zelf om dit gesprek.")
        t.klik("Stel vast")
        t.klik("Stel vast")
        self.bekijk("brief gaat toch uit")

    def _definitie(self, loop: UUID) -> None:
        """The school writes its own version meanwhile: this run goes on with the one it began with."""
        t = self.t
        t.ga(Plek("draaiboeken"))
        t.klik(f"Pas aan: {ROUW}")
        t.typ("Wat, regel 1", "Bel eerst het bestuur")
        t.programma.vergrendel()  # in the middle of it
        t.rust()
        t.typ("Wachtwoordzin", ZIN)
        t.klik("Openen")
        t.ga(Plek("draaiboeken"))
        self.bekijk("half getypt")
        t.klik("Ga verder")
        self.bekijk("weer geopend")
        t.typ("Wat is er veranderd", "Het bestuur wil het als eerste weten")
        self._foto("eigen-versie")
        t.klik("Bewaar")
        t.klik(f"Versies: {ROUW}")
        self.bekijk("versies")
        self._foto("versies")
        t.klik("Terug")
        t.ga(Plek("draaiboek", loop))
        self.bekijk("veranderd")
        self._foto("veranderd")

    def _rond_af(self, loop: UUID) -> None:
        t = self.t
        t.klik("Sluit af")
        t.klik("Sluit af")
        self.bekijk("sluiten met open stappen")
        t.klik("Terug")
        while self.klik_als("Gedaan: "):
            pass
        self.bekijk("alles gedaan")
        t.klik("Logboek")
        t.typ("Nieuwe regel", "De familie is bedankt")
        self.druk_enter("Nieuwe regel")
        self.bekijk("logboek")
        t.klik("Sluit af")
        t.typ("Hoe is het afgesloten", "Een maand na de uitvaart nagepraat.")
        t.klik("Sluit af")
        self.bekijk("gesloten")
        self._foto("gesloten")

    def _papier(self, loop: UUID) -> None:
        assert self.t.programma.sessie is not None
        d = self.t.programma.sessie.diensten
        papier = self._op_lane(lambda: d.draaiboekdruk.loop(loop))
        (self._doel / "draaiboek.pdf").write_bytes(papier.maak().pdf)


def main() -> int:
    """Walk, and leave what it gave in the folder that is the first argument."""
    return loop_gang(Draaiboekgang)


if __name__ == "__main__":
    raise SystemExit(main())
