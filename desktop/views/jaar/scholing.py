"""Training of the team on screen: staff against trainings, who lacks which, and one training for several at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.core import Bijlage, Problem, Values, Wie
from desktop.models.opslag import Stored
from desktop.models.rechten import Actie
from desktop.models.schooljaarstukken import Scholing, Training
from desktop.services.diensten import Diensten
from desktop.services.dossierdruk import Papier
from desktop.services.jaarstukken import Personeelslid, Scholingsbeeld
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.gesprekken.omgeving import Omgeving
from desktop.views.jaar.matrix import Matrix, MatrixModel, celwoorden
from desktop.views.jaar.tabs import Jaardelen
from desktop.views.jaar.voor_meer import VoorMeerDialoog
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plaatsen import plek_van
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, KiesChip, Knop, KortLabel, Label, LeegStaat, StroomLayout, Toast
from desktop.views.work import Work

_FILTERS = (("", "Iedereen"), ("mist", "Wie iets mist"))


class ScholingPagina(KluisPagina):
    """Plek('scholingen'): `extra` 'mist' shows only who lacks an expected training."""

    handleiding = "scholing"
    rail = "schooljaar"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        *,
        druk: Callable[[Callable[[], Papier]], None],
        bijlage: Callable[[Bijlage], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(diensten, work, navigator, thema, parent)
        self._druk = druk
        self._bijlage = bijlage
        self._filter = ""
        self._beeld: Scholingsbeeld | None = None
        reden = self.reden(Actie.SCHOOLJAAR)
        self.meerknop = Knop("Voor meer mensen…", thema, icoon="users-three")
        self.drukknop = Knop("Druk af", thema, icoon="printer")
        self.nieuwknop = Knop("Scholing toevoegen", thema, "primair", "plus")
        for knop in (self.meerknop, self.nieuwknop):
            sta_toe(knop, reden)
        sta_toe(self.drukknop, reden or self.reden(Actie.AFDRUKKEN))
        self.filters = {s: KiesChip(naam, thema, plus=False) for s, naam in _FILTERS}
        self.samen = Alinea("", "sterk")
        self.overig = Alinea("", "klein")
        self.model = MatrixModel(thema)
        self.tabel = Matrix(thema, self.model)
        self.leeg = LeegStaat(
            thema,
            "graduation-cap",
            "Nog geen medewerkers in de kluis",
            "Lees het EDEXML-bestand in, of voeg medewerkers toe. Dan staat hier wie welke training heeft.",
            "Naar het inlezen",
        )
        self.leeg.gekozen.connect(lambda: navigator.ga(Plek("edexml")))
        self.over = KortLabel("", "sterk")
        self.bij = KortLabel("", "klein")
        self.openknop = Knop("Open", thema, icoon="arrow-right")
        self.erbij = Knop("Voeg toe voor deze persoon", thema, icoon="plus")
        sta_toe(self.erbij, reden)
        self._stapel = QStackedWidget()
        self._stapel.addWidget(self.leeg)
        self._stapel.addWidget(self.tabel)
        self._bouw(reden)
        self._verbind()

    def titel(self) -> str:
        """Return the name of the page."""
        return "Scholing"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """It belongs to the school year."""
        return (("Schooljaar", Plek("schooljaar")),)

    def toon(self, plek: Plek) -> None:
        """Show the matrix afresh."""
        self.begin()
        self._filter = "mist" if plek.extra == "mist" else ""
        for sleutel, chip in self.filters.items():
            chip.setChecked(sleutel == self._filter)
        if reden := self.reden(Actie.SCHOOLJAAR):
            self._stapel.hide()
            self._balk.hide()
            self.banners.zet("info", reden, sluitbaar=False)
            return
        self._lees()

    def nieuw(self) -> bool:
        """Ctrl+N: one training of one person, or of the whole team."""
        if self.nieuwknop.isEnabled():
            self._navigator.ga(Plek("scholing-stuk"))
        return self.nieuwknop.isEnabled()

    def druk_af(self) -> bool:
        """Ctrl+P: the overview."""
        if self.drukknop.isEnabled() and self._beeld is not None:
            self._druk(self._d.jaardruk.scholing)
        return self.drukknop.isEnabled()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes here begins in the table."""
        self.tabel.setFocus(event.reason())

    # -- reading

    def _lees(self) -> None:
        self.vraag(self._d.jaarstukken.scholing, self._zet)

    def _zet(self, beeld: Scholingsbeeld) -> None:
        self._beeld = beeld
        missen = beeld.missen
        self.filters["mist"].zet_tekst(f"Wie iets mist ({len(missen)})" if missen else "Wie iets mist")
        self.samen.setText(_samengevat(beeld))
        self.overig.setText(_overig(beeld))
        self.overig.setVisible(bool(beeld.overig))
        self.model.zet(beeld.kolommen, missen if self._filter else beeld.team)
        self._stapel.setCurrentWidget(self.tabel if beeld.team else self.leeg)
        if self.model.rowCount():
            self.tabel.setCurrentIndex(self.model.index(0, 1))
        self._toon_balk()

    def _nu(self) -> tuple[Personeelslid, str] | None:
        index = self.tabel.currentIndex()
        return self.model.wat(index) if index.isValid() else None

    def _toon_balk(self) -> None:
        nu = self._nu()
        self._balk.setHidden(nu is None)
        if nu is None:
            return
        gekozen = self._gekozen()
        samen = len(gekozen) > 1
        self.erbij.zet_tekst(f"Voeg toe voor deze {len(gekozen)} mensen…" if samen else "Voeg toe voor deze persoon")
        if samen:
            self.over.zet(f"{len(gekozen)} mensen gekozen")
            self.bij.zet(", ".join(wie.naam for wie in gekozen))
            self.openknop.hide()
            return
        lid, kolom = nu
        een = lid.trainingen.get(kolom)
        self.over.zet(f"{lid.wie.naam}: {kolom}" if kolom else lid.wie.naam)
        woorden = (
            [celwoorden(lid, kolom)]
            if kolom
            else ([t.label for t in lid.mist()] and ["Mist: " + ", ".join(t.label for t in lid.mist())])
            or ["Heeft wat het plan noemt"]
        )
        if een is not None and een.hele_team:
            woorden.append("met het hele team")
        if een is not None and een.scholing.bij:
            woorden.append(een.scholing.bij)
        self.bij.zet(" · ".join(woorden))
        self.openknop.setVisible(een is not None)

    def _gekozen(self) -> Sequence[Wie]:
        """Return who is chosen in the table, in its order."""
        rijen = sorted({index.row() for index in self.tabel.selectedIndexes()})
        return [self.model.wat(self.model.index(rij, 0))[0].wie for rij in rijen]

    def _training(self) -> Training | None:
        """Return the training in whose column all that is chosen stands; None where that is not one, or has a name of
        its own."""
        kolommen = {self.model.wat(index)[1] for index in self.tabel.selectedIndexes()}
        return next((t for t in Training if kolommen == {t.label}), None)

    def _open(self) -> None:
        nu = self._nu()
        een = nu[0].trainingen.get(nu[1]) if nu else None
        if een is not None:
            self._navigator.ga(plek_van(Scholing.KIND, een.stored.record))
        elif nu is not None and self.erbij.isEnabled():
            self._voeg_toe()

    def _voeg_toe(self) -> None:
        nu = self._nu()
        if len(self._gekozen()) > 1:
            self._voor_meer()
        elif nu is not None:
            self._navigator.ga(Plek("scholing-stuk", extra=f"persoon={nu[0].wie.persoon}"))

    def _voor_meer(self) -> None:
        """One training for several people, stored together."""
        if self._beeld is None:
            return

        def bewaar(wie: Sequence[object], values: Values, klaar: Callable[[Sequence[Problem]], None]) -> None:
            def thuis(uit: tuple[Sequence[Stored], list[Problem]]) -> None:
                klaar(uit[1])
                if uit[0]:
                    self._toegevoegd(uit[0])

            self.vraag(
                lambda: self._d.jaarstukken.scholing_voor(wie, values),  # type: ignore[arg-type]
                thuis,
                lambda fout: dialoog.toon_fout(str(fout)),
                urgent=True,
            )

        def fout(zin: str) -> None:
            dialoog.toon_fout(zin)

        team, gekozen, training = [lid.wie for lid in self._beeld.team], self._gekozen(), self._training()
        samen = len(gekozen) > 1
        om = Omgeving(self._d, self._work, self._thema, self, self._bijlage, fout)
        dialoog = VoorMeerDialoog(
            om.context,
            team,
            bewaar,
            self,
            gekozen=gekozen if samen else (),
            values={"training": training.value} if samen and training else None,
        )
        open_dialoog(dialoog)

    def _toegevoegd(self, samen: Sequence[Stored]) -> None:
        """Say so; for a moment it can be undone, all of it."""
        n = len(samen)
        zin = "Scholing toegevoegd" if n == 1 else f"Scholing toegevoegd voor {n} mensen"
        toast = Toast(self._thema, zin, self.window(), undo=True)
        toast.ongedaan.connect(
            lambda: self.vraag(lambda: self._d.jaarstukken.neem_terug(samen), lambda _: self._lees(), urgent=True)
        )
        self._lees()

    # -- building

    def _verbind(self) -> None:
        self.tabel.selectionModel().currentChanged.connect(lambda *_: self._toon_balk())
        self.tabel.selectionModel().selectionChanged.connect(lambda *_: self._toon_balk())
        self.tabel.gekozen.connect(self._open)
        self.nieuwknop.clicked.connect(self.nieuw)
        self.meerknop.clicked.connect(self._voor_meer)
        self.drukknop.clicked.connect(self.druk_af)
        self.openknop.clicked.connect(self._open)
        self.erbij.clicked.connect(self._voeg_toe)
        for sleutel, chip in self.filters.items():
            chip.clicked.connect(lambda _=False, s=sleutel: self._navigator.ga(Plek("scholingen", extra=s)))

    def _bouw(self, reden: str) -> None:
        thema, px = self._thema, self._thema.px
        kop = QHBoxLayout()
        kop.setSpacing(px(8))
        kop.addWidget(Label("Scholing", "kop"), 1)
        for knop in (self.drukknop, self.meerknop, self.nieuwknop):
            kop.addWidget(knop)
        filters = StroomLayout(thema, 8)
        for chip in self.filters.values():
            filters.addWidget(chip)
        self._balk = QFrame()
        self._balk.setProperty("vlak", "voet")
        balk = QHBoxLayout(self._balk)
        balk.setContentsMargins(px(32), px(12), px(32), px(12))
        balk.setSpacing(px(8))
        tekst = QVBoxLayout()
        tekst.setSpacing(0)
        tekst.addWidget(self.over)
        tekst.addWidget(self.bij)
        balk.addLayout(tekst, 1)
        balk.addWidget(self.erbij)
        balk.addWidget(self.openknop)
        vak = QVBoxLayout()
        vak.setContentsMargins(px(32), px(8), px(32), px(16))
        vak.setSpacing(px(12))
        vak.addLayout(kop)
        vak.addWidget(Jaardelen(thema, self._navigator, "scholingen", alles=not reden))
        vak.addWidget(self.banners)
        vak.addWidget(self.samen)
        vak.addLayout(filters)
        vak.addWidget(self._stapel, 1)
        vak.addWidget(self.overig)
        self._vak.addLayout(vak, 1)
        self._vak.addWidget(self._balk)


def _samengevat(beeld: Scholingsbeeld) -> str:
    """Return in a sentence who lacks what the plan names."""
    if not beeld.team:
        return ""
    missen = beeld.missen
    if not missen:
        return "Iedereen heeft de trainingen die het plan noemt."
    n = len(missen)
    wie = "1 van de" if n == 1 else f"{n} van de"
    zin = f"{wie} {len(beeld.team)} mensen {'mist' if n == 1 else 'missen'} relaties en seksualiteit, of meldcode."
    verloopt = sum(1 for lid in beeld.team for een in lid.trainingen.values() if een.verloopt)
    if verloopt:
        wat = "Eén certificaat verloopt" if verloopt == 1 else f"{verloopt} certificaten verlopen"
        zin += f" {wat} binnen drie maanden."
    return zin


def _overig(beeld: Scholingsbeeld) -> str:
    namen = dict.fromkeys(een.scholing.wie.naam for een in beeld.overig if een.scholing.wie)
    return f"Ook vastgelegd, van wie nu niet in het team staat: {', '.join(namen)}." if namen else ""
