"""Every version of an action plan, one after another: what changed in it, and all that it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.actieplan import Actieplan
from desktop.models.core import Bijlage
from desktop.models.errors import UserError
from desktop.models.rechten import Actie
from desktop.models.velden import naar_values
from desktop.services.calamiteit import Calamiteitbeeld
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.views.calamiteit.regel import toon_moment
from desktop.views.forms.lezen import toon_datum, toon_tijd
from desktop.views.gesprekken.leesdelen import inhoud
from desktop.views.gesprekken.omgeving import Omgeving
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.tokens import LEESBREEDTE
from desktop.views.werkomgeving import Druk
from desktop.views.widgets import Alinea, Bladvlak, Kaart, KiesChip, Knop, Label, SectieKop, StroomLayout, maak_leeg
from desktop.views.work import Work


class VersiesPagina(KluisPagina):
    """Plek('actieplan-versies', calamity): the newest first; a chip for each version."""

    handleiding = "actieplan"
    rail = "calamiteiten"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        *,
        druk: Druk,
        bijlage: Callable[[Bijlage], None],
    ) -> None:
        super().__init__(diensten, work, navigator, thema)
        self._druk = druk
        self._beeld: Calamiteitbeeld | None = None
        self._wijzigingen: Sequence[tuple[int, str, Sequence[str]]] = ()
        self._context = Omgeving(
            diensten, work, thema, self, bijlage, lambda zin: self.meld_fout(UserError(zin))
        ).context
        self.kop = Label("Actieplan", "kop")
        self.over = Label("", "zacht")
        self.pdf = Knop("Deze versie (pdf)", thema, icoon="printer")
        self.nieuw_knop = Knop("Nieuwe versie", thema, "primair", "pencil-simple")
        self._chipvak = QWidget()
        self._chips = StroomLayout(thema, 8, self._chipvak)
        self.chips: list[KiesChip] = []
        self._nummer = 0
        self._deel = QVBoxLayout()
        self._deel.setSpacing(thema.px(16))
        self.blad = Bladvlak()
        self._bouw()
        self.pdf.clicked.connect(self._pdf)
        self.nieuw_knop.clicked.connect(self.nieuw)

    def titel(self) -> str:
        """Return the name of the page."""
        return "Actieplan"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the calamity."""
        weg = ("Calamiteiten", Plek("calamiteiten"))
        if self._beeld is None:
            return (weg,)
        return (weg, (self._beeld.calamiteit.titel(), Plek("calamiteit", self._beeld.stored.record)))

    def toon(self, plek: Plek) -> None:
        """Read all versions and show the newest."""
        self.begin()
        calamiteit = plek.id
        if calamiteit is None:
            self._navigator.vervang(Plek("calamiteiten"))
            self._navigator.ga(Plek("calamiteiten"))
            return
        d = self._d

        def lees() -> tuple[Calamiteitbeeld, list[tuple[int, str, Sequence[str]]]]:
            beeld = d.calamiteiten.beeld(calamiteit)
            return beeld, [(v.nummer, v.door, v.wijzigingen) for v in d.calamiteitdruk.versies(beeld)]

        self.vraag(lees, lambda uit: self._zet(*uit))

    def nieuw(self) -> bool:
        """Ctrl+N: write the next version."""
        plan = self._beeld.actieplan if self._beeld is not None else None
        if plan is None or not self.nieuw_knop.isEnabled() or self.nieuw_knop.isHidden():
            return False
        self._navigator.ga(Plek(Actieplan.KIND, plan.record))
        return True

    def druk_af(self) -> bool:
        """Ctrl+P: the version that shows."""
        if self._nummer and self.pdf.isEnabled():
            self._pdf()
        return bool(self._nummer)

    def _zet(self, beeld: Calamiteitbeeld, wijzigingen: Sequence[tuple[int, str, Sequence[str]]]) -> None:
        self._beeld, self._wijzigingen = beeld, wijzigingen
        self.over.setText(beeld.calamiteit.titel())
        sta_toe(self.pdf, self.reden(Actie.AFDRUKKEN))
        sta_toe(self.nieuw_knop, self.reden(Actie.CALAMITEIT))
        self.nieuw_knop.setVisible(not beeld.dicht and bool(beeld.versies))
        maak_leeg(self._chips)
        self.chips = []
        nu = self._d.session.nu()
        for n in range(len(beeld.versies), 0, -1):
            op = beeld.versies[n - 1].recorded_at.astimezone(nu.tzinfo).replace(tzinfo=None)
            chip = KiesChip(f"Versie {n} · {toon_moment(op, nu.date())}", self._thema, plus=False)
            chip.clicked.connect(partial(self._kies, n))
            self._chips.addWidget(chip)
            chip.show()
            self.chips.append(chip)
        self.veranderd.emit()
        if beeld.versies:
            self._kies(len(beeld.versies))
            self.neem_focus(self.chips[0])
        else:
            maak_leeg(self._deel)
            self._deel.addWidget(Alinea("Er is nog geen actieplan.", "zacht"))

    def _kies(self, nummer: int, *_: object) -> None:
        assert self._beeld is not None
        self._nummer = nummer
        for n, chip in zip(range(len(self._beeld.versies), 0, -1), self.chips, strict=True):
            chip.setChecked(n == nummer)
        stored = self._beeld.versies[nummer - 1]
        maak_leeg(self._deel)
        if not isinstance(stored.value, Actieplan):
            self._deel.addWidget(Alinea("De inhoud van deze versie is vernietigd.", "zacht"))
            return
        op = stored.recorded_at.astimezone(self._d.session.nu().tzinfo)
        door, regels = next(((d, r) for n, d, r in self._wijzigingen if n == nummer), ("", ()))
        kaart = Kaart(self._thema, "paneel")
        kop = "De eerste versie" if nummer == 1 else f"Wat veranderde sinds versie {nummer - 1}"
        kaart.inhoud.addWidget(SectieKop(self._thema, kop, "clock-counter-clockwise", "koppeling"))
        wie = f" door {door}" if door else ""
        kaart.inhoud.addWidget(Alinea(f"Bewaard op {toon_datum(op.date())} om {toon_tijd(op.time())}{wie}.", "zacht"))
        if nummer > 1:
            for regel in regels or ("Er is niets veranderd.",):
                kaart.inhoud.addWidget(Alinea(f"• {regel}"))
        self._deel.addWidget(kaart)
        stuk = Stuk(stored.record, Actieplan, stored, naar_values(stored.value), False, (), None)
        for deel in inhoud(self._context, stuk):
            if deel is not None:
                self._deel.addWidget(deel)
        self._deel.addStretch(1)
        self.blad.verticalScrollBar().setValue(0)

    def _pdf(self) -> None:
        assert self._beeld is not None
        calamiteit, nummer = self._beeld.stored.record, self._nummer
        self._druk(lambda: self._d.calamiteitdruk.actieplan(calamiteit, nummer))

    def _bouw(self) -> None:
        px = self._thema.px
        kop = QHBoxLayout()
        kop.setSpacing(px(12))
        kop.addWidget(self.kop, 1)
        kop.addWidget(self.pdf)
        kop.addWidget(self.nieuw_knop)
        binnen = QWidget()
        binnen.setMaximumWidth(px(LEESBREEDTE))
        vak = QVBoxLayout(binnen)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(px(12))
        vak.addLayout(kop)
        vak.addWidget(self.over)
        vak.addWidget(self.banners)
        vak.addWidget(self._chipvak)
        vak.addLayout(self._deel)
        buiten = QHBoxLayout(self.blad.vlak)
        buiten.setContentsMargins(px(32), px(8), px(32), px(32))
        buiten.addWidget(binnen, 1000, Qt.AlignmentFlag.AlignTop)
        buiten.addStretch(1)
        self._vak.addWidget(self.blad, 1)
