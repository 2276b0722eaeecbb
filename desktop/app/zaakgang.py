"""A case of the meldcode walked in the real program without a display, in the plan's order. Argument: the folder."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QTextEdit,
)

from desktop.app.rondgang import Rondgang
from desktop.app.toneel import Toneelfout
from desktop.app.zaakpapier import Zaakklok, papier_van_melding, papieren
from desktop.models.opslag import Query
from desktop.models.personen import Leerling
from desktop.models.vooroverleg import SoortGesprek
from desktop.views.navigatie import Plek

_VELD = {
    "directeur": "Directeur op de hoogte",
    "vt": "Met wie van Veilig Thuis",
    "op": "Op",
    "termijn": "Effect zichtbaar",
    "effect": "Waaraan is het effect",
    "casemanager": "Casemanager",
}
REDEN = "Er zijn drie signalen in zes weken, en de uitleg wisselt steeds."


class Zaakgang(Rondgang):
    """From a first signal to the closing, by what a screen reader reads; `gezien` says what stood there on the way."""

    def __init__(self, doel: Path, werk: Path) -> None:
        self.klok = Zaakklok()
        self.gezien: dict[str, str] = {}
        super().__init__(doel, werk, self.klok)

    def loop(self) -> None:
        """Walk the whole way."""
        self.maak_kluis()
        noor = self._gezin()
        self._signaal(noor, "Geen jas aan", "Noor kwam zonder jas op het plein.", "Wim Poort")
        self._gesprek(noor)
        self.klok.later(7)
        self._signaal(noor, "Blauwe plek op de arm", "Op de arm van Noor zit een blauwe plek.")
        self._signaal(noor, "Wil niet naar huis", "Noor zegt dat ze hier wil blijven.")
        self._draag_over(noor)
        dossier = self._open_zaak()
        self._overleg(noor, dossier)
        self._vraag_advies(dossier)
        self._weeg_twijfel(dossier)
        self._meld(dossier, eerder=False)
        self._terugkoppeling(dossier)
        self._weeg_hulp(dossier)
        self._meld(dossier, eerder=True)
        self._nazorg(noor, dossier)
        self._sluit(dossier)
        self._kijk_terug(noor, dossier)
        self._pdf(dossier)
        (self._doel / "gezien.json").write_text(json.dumps(self.gezien, ensure_ascii=False, indent=1), "utf-8")
        self.t.eind()

    def antwoord(self, vraag: str, woord: str) -> None:
        """Press the answer `woord` of the question that begins so. Raises Toneelfout."""
        for w in self.t.zichtbaar():
            naam = w.accessibleName()
            if isinstance(w, QAbstractButton) and naam.startswith(vraag) and naam.endswith(f": {woord}"):
                self.t.klik(naam)
                return
        raise Toneelfout(f"geen antwoord: {vraag}: {woord}")

    def _gezin(self) -> UUID:
        assert self.t.programma.sessie is not None
        personen = self.t.programma.sessie.diensten.personen

        def maak() -> UUID:
            kinderen = []
            for naam in ("Noor", "Sem"):
                stored, fout = personen.bewaar(Leerling, None, {"roepnaam": naam, "achternaam": "Kwartel"})
                assert stored is not None, fout
                kinderen.append(stored.record)
            ouder, mis = personen.koppel(
                kinderen[0], {"roepnaam": "Elif", "achternaam": "Kwartel"}, {"soort": "moeder"}
            )
            assert ouder is not None, mis
            personen.koppel(kinderen[1], ouder.value.persoon, {"soort": "moeder"})  # type: ignore[union-attr]
            return kinderen[0]

        return self._op_lane(maak)

    def _stel_vast(self) -> None:
        self.t.klik("Stel vast")
        self.t.klik("Stel vast")

    def _signaal(self, noor: UUID, onderwerp: str, tekst: str, ander: str = "") -> None:
        t = self.t
        t.ga(Plek("signaal", extra=f"leerling={noor}"))
        t.typ("Onderwerp", onderwerp)
        if ander:
            t.typ("Wie zag of hoorde het", ander)
            t.typ("Functie", "conciërge")
        self.antwoord("Waar gaat het over", "Huiselijk geweld of kindermishandeling")
        for vraag in ("Is er een vermoeden van eergerelateerd", "Vertelde de leerling", "Is er nu direct gevaar"):
            self.antwoord(vraag, "Nee")
        t.kies("Soort", "Feit")
        t.typ("Tekst", tekst)
        self.antwoord("Was dit de eigen leerkracht", "Nee" if ander else "Ja")
        if ander:
            t.typ("Besproken met", "Juf Anna")
            t.typ("Op", "vandaag")
        self.antwoord("Is dit met de ouders besproken", "Nee")
        t.typ("Waarom (nog) niet", "Eerst overleg met de aandachtsfunctionaris.")
        self._stel_vast()
        self._foto("signaal")

    def _gesprek(self, noor: UUID) -> None:
        """The talk with the pupil, agreed on with who advises; nobody signs it."""
        t = self.t
        t.ga(Plek("verslag", extra=f"leerling={noor};soort={SoortGesprek.LEERLING.value}"))
        t.typ("Onderwerp", "Hoe het thuis gaat")
        self.antwoord("Gaat het over huiselijk geweld", "Ja")
        self.antwoord("Is dit een formeel gesprek", "Nee")
        t.typ("Vooraf afgestemd", "Marijke Voorbeeld")
        t.typ("Afgestemd op", "vandaag")
        t.typ("Wat is besproken", "Noor vertelt dat het thuis vaak luid is.")
        t.typ("Mening van de leerling", "Noor wil dat het rustig is.")
        t.typ("Hoe telt die mening mee", "We spreken haar elke week.")
        self.antwoord("Afspraken samengevat", "Ja")
        self._stel_vast()
        self._foto("gesprek-leerling")

    def _draag_over(self, noor: UUID) -> None:
        t = self.t
        t.ga(Plek("overdracht", extra=f"leerling={noor}"))
        self.antwoord("Aanleiding", "De signalen blijven bestaan")
        t.typ("Van (leerkracht)", "Juf Anna")
        t.typ("Leerling ingelicht op", "vandaag")
        t.typ("Of: waarom ouders", "Eerst overleg.")
        self._stel_vast()
        self._foto("overdracht")

    def _open_zaak(self) -> UUID:
        """From the hand-over that shows; what was said with the pupil joins from the case itself."""
        t = self.t
        t.klik("Open een dossier meldcode")
        for onderwerp in ("Geen jas aan", "Blauwe plek", "Wil niet"):
            naam = next(n for n in self._namen() if f"Signaal · {onderwerp}" in n)
            t.klik(naam)
        t.typ("Waar gaat het over", "Zorgen thuis")
        t.typ("Adviserend", "Een gekoppelde school")
        t.klik("Open het dossier")
        self._foto("zaak")
        t.klik("Voeg stukken toe (1)")
        t.klik(next(n for n in self._namen() if "Gespreksverslag" in n))
        t.klik("Voeg 1 stuk toe")
        t.klik("Nagezocht: Sem")
        t.typ("Wat is gevonden", "Bij Sem zijn geen signalen gevonden.")
        t.klik("Leg vast")
        self._foto("zaak-gezin")
        return self._rij(Query(kinds=("meldcodedossier",))).record

    def _overleg(self, noor: UUID, dossier: UUID) -> None:
        t = self.t
        t.ga(Plek("overleg", extra=f"leerling={noor};dossier={dossier}"))
        t.kies("Soort overleg", "Met collega")
        t.typ("Onderwerp", "Wat zien we samen")
        self.antwoord("Deelnemers", "voeg regel toe")
        t.typ("Naam, regel 1", "Juf Anna")
        t.typ("Rol, regel 1", "leerkracht")
        t.typ("Wat is besproken", "We zien allemaal hetzelfde: stil en moe.")
        self._stel_vast()
        self._foto("overleg")

    def _vraag_advies(self, dossier: UUID) -> None:
        """The summary without names, read through; what it says stands in `gezien`."""
        t = self.t
        t.ga(Plek("samenvatting", dossier))
        veld = t.veld("Samenvatting zonder namen")
        assert isinstance(veld, (QPlainTextEdit, QTextEdit))
        self.gezien["samenvatting"] = veld.toPlainText()
        self._foto("samenvatting")
        t.klik("Ik heb alles gelezen")
        t.klik("Leg vast en deel als PDF")
        self._sluit_dialoog()
        self.gezien["gedeeld"] = " ".join(self._teksten())
        self._foto("samenvatting-gedeeld")

    def _antwoord(self, kaart: str, knop: str, **velden: str) -> None:
        """Answer the question that shows, with a reason and who took part."""
        t = self.t
        t.klik(kaart)
        t.typ("Waarom?", REDEN)
        t.klik("Wie wegen mee: voeg Marijke")
        for naam, tekst in velden.items():
            t.typ(_VELD[naam], tekst)
        self._foto("weging")
        t.klik(knop)
        t.klik(knop)

    def _weeg_twijfel(self, dossier: UUID) -> None:
        t = self.t
        t.ga(Plek("weging", dossier, "nieuw"))
        self._antwoord("Ja: ", "Leg vast en ga naar vraag 2", directeur="vandaag")
        t.klik("Twijfel: telt als ja")
        self.gezien["twijfel"] = t.naam("Meldnorm 1")
        self._antwoord("Twijfel: telt als ja", "Leg vast en start melding")

    def _meld(self, dossier: UUID, *, eerder: bool) -> None:
        """Phone first: without it nothing is established; the rest is filled in already."""
        t = self.t
        if not self._is("melding"):
            t.ga(Plek("melding", extra=f"dossier={dossier}"))
        t.typ("Uit naam van de directeur", "De directeur")
        t.klik("Stel vast")
        self.gezien.setdefault("niet gebeld", " ".join(self._namen()))
        self._foto("melding-eerst-bellen")
        t.klik("Ik heb gebeld")
        t.typ("Met wie gesproken", "Medewerker V.T.")
        self.antwoord("Weten ouders", "Ja, vooraf met de ouders besproken")
        t.typ("Besproken op", "vandaag")
        if not eerder:
            t.typ("Feiten die iemand in gevaar", "Waar moeder nu slaapt.")
            self.antwoord("Is het aparte blad vooraf", "Ja")
        self._stel_vast()
        self._foto("melding")
        melding = self.t.programma.navigator.huidige
        assert melding is not None and melding.id is not None
        self._pdf_melding("tweede-melding" if eerder else "melding", melding.id, apart=not eerder)

    def _terugkoppeling(self, dossier: UUID) -> None:
        t = self.t
        self.klok.later(8)  # six working days
        t.ga(Plek("zaak", dossier))
        self.gezien["dag zes"] = " ".join(self._teksten())
        self._foto("zaak-bel-veilig-thuis")
        t.klik("Leg de terugkoppeling vast")
        t.kies("Wat kwam er", "Besluit: voorwaarden")
        t.typ("Inhoud", "Er komt hulp in het gezin.")
        t.typ("Wie is verantwoordelijk", "Het jeugdteam")
        self._stel_vast()
        self._foto("terugkoppeling")
        t.ga(Plek("zaak", dossier))
        self.gezien["na besluit"] = " ".join(self._teksten())

    def _weeg_hulp(self, dossier: UUID) -> None:
        """A new weging beside the first; its help has a term, after which question 5 says no."""
        t = self.t
        t.ga(Plek("weging", dossier, "nieuw"))
        self._antwoord("Ja: ", "Leg vast en ga naar vraag 2", directeur="vandaag")
        self._antwoord("Nee: ", "Leg vast en ga naar vraag 3")
        for vraag in ("Kan school", "Kan de dreiging"):
            self.antwoord(vraag, "Ja")
        self._antwoord("Ja: ", "Leg vast en ga naar vraag 4", vt="V.T.", op="vandaag")
        for vraag in ("Aanvaarden", "Zijn zij bereid"):
            self.antwoord(vraag, "Ja")
        self._antwoord(
            "Ja: ",
            "Leg vast",
            vt="V.T.",
            op="vandaag",
            termijn="1-6-2026",
            effect="Noor slaapt thuis en komt uitgerust op school.",
            casemanager="Marijke Voorbeeld",
        )
        self.klok.later(80)
        t.ga(Plek("zaak", dossier))
        self.gezien["termijn om"] = " ".join(self._namen())
        self._foto("zaak-termijn-om")
        t.klik("Ga verder met wegen")
        for vraag in ("Bereikt: veiligheid", "Bereikt: welzijn", "Bereikt: herstel"):
            self.antwoord(vraag, "Nee")
        self._antwoord("Nee: ", "Leg vast en start melding", vt="V.T.", op="vandaag")

    def _nazorg(self, noor: UUID, dossier: UUID) -> None:
        """School goes on watching: who, how, and when it is looked at again."""
        t = self.t
        t.ga(Plek("nazorg", extra=f"leerling={noor};dossier={dossier}"))
        # what it follows is filled in already: the case was reported
        t.typ("Wie volgt de leerling", "Juf Anna")
        t.typ("Hoe wordt gevolgd", "Elke week een gesprekje.")
        self.antwoord("Waar wordt op gelet", "Veiligheid")
        t.typ("Wat verwachten we te zien", "Noor komt uitgerust op school.")
        t.typ("Eerste keer kijken op", "6-7-2026")
        t.typ("Termijn: tot en met", "1-12-2026")
        self._stel_vast()
        self._foto("nazorg")

    def _kijk_terug(self, noor: UUID, dossier: UUID) -> None:
        """What is left of it in the agenda, the rapportage and the timelines of the case and the pupil."""
        t = self.t
        t.ga(Plek("agenda"))
        self.gezien["agenda"] = " ".join(self._rijen())
        self._foto("agenda")
        t.ga(Plek("rapportage", extra=f"dossier={dossier}"))
        self.gezien["rapportage"] = " ".join([*self._namen(), *self._teksten()])
        self._foto("rapportage")
        t.ga(Plek("zaak", dossier))
        t.klik("Tijdlijn")
        self.gezien["tijdlijn van de zaak"] = " ".join(self._rijen())
        self._foto("zaak-tijdlijn")
        t.ga(Plek("leerling", noor))
        self.gezien["tijdlijn"] = " ".join(self._rijen())
        self._foto("tijdlijn")

    def _rijen(self) -> list[str]:
        """Return what a screen reader reads of the rows of the list that shows."""
        uit: list[str] = []
        for w in self.t.zichtbaar():
            model = w.model() if isinstance(w, QAbstractItemView) else None
            for n in range(model.rowCount() if model is not None else 0):
                assert model is not None
                uit.append(str(model.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole)))
        return uit

    def _sluit_dialoog(self) -> None:
        boven = QApplication.activeModalWidget()
        if isinstance(boven, QDialog):
            boven.reject()
            self.t.rust()

    def _sluit(self, dossier: UUID) -> None:
        """Closing asks for the outcome, and for a reason while something is open."""
        t = self.t
        t.ga(Plek("zaak", dossier, "sluit"))
        t.kies("Uitkomst", "Er is gemeld")
        t.typ("Toelichting", "Veilig Thuis gaat verder.")
        t.typ("Wie blijft volgen", "Juf Anna")
        t.typ("Hoe en hoe vaak", "Elke week")
        t.klik("Sluit het dossier")
        self.gezien["nog open"] = " ".join(self._teksten())
        self._foto("sluiten")
        t.typ("Waarom sluit je met open afspraken", "Het besluit komt nog; de intern begeleider belt.")
        t.klik("Sluit het dossier")
        self._foto("zaak-gesloten")
        self.gezien["gesloten"] = " ".join(self._teksten())

    def _is(self, pagina: str) -> bool:
        plek = self.t.programma.navigator.huidige
        return plek is not None and plek.page == pagina

    def _teksten(self) -> list[str]:
        return [w.text() for w in self.t.zichtbaar() if isinstance(w, QLabel)]

    def _namen(self) -> list[str]:
        return [w.accessibleName() for w in self.t.zichtbaar() if w.accessibleName()]

    def _pdf_melding(self, naam: str, record: UUID, *, apart: bool) -> None:
        assert self.t.programma.sessie is not None
        d = self.t.programma.sessie.diensten
        self._leg_neer(self._op_lane(lambda: papier_van_melding(d, record, naam, apart=apart)))

    def _pdf(self, dossier: UUID) -> None:
        """Leave every paper of the case."""
        assert self.t.programma.sessie is not None
        d = self.t.programma.sessie.diensten
        self._leg_neer(self._op_lane(lambda: papieren(d, dossier, self.gezien["samenvatting"])))

    def _leg_neer(self, papier: dict[str, bytes]) -> None:
        for naam, pdf in papier.items():
            (self._doel / f"{naam}.pdf").write_bytes(pdf)


def main() -> int:
    """Walk, and leave what it gave in the folder that is the first argument."""
    doel = Path(sys.argv[1])
    shutil.rmtree(doel, ignore_errors=True)
    doel.mkdir(parents=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="vangnet-zaakgang-") as werk:
        gang = Zaakgang(doel, Path(werk))
        try:
            gang.loop()
        except Toneelfout as fout:
            print(f"De gang door de zaak stopte: {fout}", file=sys.stderr)
            return 1
    for bestand in sorted(doel.iterdir()):
        print(bestand)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
