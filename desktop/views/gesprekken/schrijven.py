"""The surface on which a report or invitation is written: heading, banners, form, help beside it, footer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.core import Problem, Record
from desktop.models.opslag import Row
from desktop.views.forms.basis import regel
from desktop.views.forms.bewaker import Stand
from desktop.views.forms.blad import FormBlad
from desktop.views.forms.context import FormContext
from desktop.views.forms.lezen import toon_tijd
from desktop.views.forms.veld import VeldWidget
from desktop.views.gesprekken.gegevens import Geladen
from desktop.views.gesprekken.rijen import STATEN, dag_van, plek_van
from desktop.views.navigatie import Navigator, Plek
from desktop.views.widgets import BannerVak, Kaart, Knop, KnopKaart, Label, Pil, SectieKop, maak_leeg, sneltoets

_PLAN: Sequence[tuple[str, str]] = (
    ("Intern begeleider", "ib"),
    ("Aandachtsfunctionaris", "aandachtsfunctionaris"),
    ("Directeur", "directeur"),
    ("Ouders", "ouders"),
    ("Leerlingen", "leerling"),
)


class Schrijfvlak(QWidget):
    """Joins the form with its surroundings; what must happen goes out as a signal."""

    bewaren = Signal()
    voorbeeld = Signal()
    vaststellen = Signal()
    weggooien = Signal()

    def __init__(
        self,
        kind: type[Record],
        context: FormContext,
        navigator: Navigator,
        hoofdactie: str,
        na_vaststellen: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._thema = thema = context.thema
        self._navigator = navigator
        self._kind = kind
        self._eigen = False
        self.blad = FormBlad(kind, context, hoofdactie)
        self.formulier = self.blad.formulier
        self.titel = Label("", "kop")
        self.titel.setWordWrap(True)
        self.pil = Pil(thema, "Concept", "waarschuwing", "pencil-simple")
        self.over = regel("", "zacht")
        self.banners = BannerVak(thema)
        self.weg_knop = Knop("Gooi weg…", thema, "stil", "trash")
        self._kop()
        self._hulp(na_vaststellen)
        voet = self.blad.voet
        self.bewaar_knop = voet.voeg_knop("Concept bewaren")
        self.voorbeeld_knop = voet.voeg_knop("Voorbeeld (PDF)")
        sneltoets(self.bewaar_knop, "Ctrl+S", self.bewaren.emit)
        self.bewaar_knop.clicked.connect(self.bewaren)
        self.voorbeeld_knop.clicked.connect(self.voorbeeld)
        self.weg_knop.clicked.connect(self.weggooien)
        voet.hoofdknop.clicked.connect(self.vaststellen)
        voet.naar_ontbrekend.connect(self.formulier.focus_probleem)
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.addWidget(self.blad)
        for eerste, tweede in (
            (self.bewaar_knop, self.voorbeeld_knop),
            (self.voorbeeld_knop, voet.hoofdknop),
            (voet.hoofdknop, self.weg_knop),
        ):
            QWidget.setTabOrder(eerste, tweede)

    def toon(self, geladen: Geladen, titel: str) -> None:
        """Show a report or invitation that can be written."""
        self.titel.setText(titel)
        self.over.setText(" · ".join(deel for deel in (geladen.naam, geladen.groep) if deel))
        self.banners.leeg()
        self.zet_opgeslagen(geladen.stuk.stored is not None)
        self.formulier.laad(geladen.stuk.values)
        stuk = geladen.stuk
        self.blad.voet.zet_stand(Stand("leeg" if stuk.stored is None and stuk.draft is None else "schoon"))
        self.blad.tel_ontbrekend()
        self.blad.hulp.toon(None)
        self._toon_eerder(geladen)
        self.blad.schuif.verticalScrollBar().setValue(0)

    def begin_boven(self) -> None:
        """Put the focus in the first field, with the heading in view; once it is laid out, in a turn of its own."""
        QTimer.singleShot(0, self, self._begin_boven)

    def _begin_boven(self) -> None:
        focus = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            return  # somebody went somewhere already
        eerste = self.formulier.findChild(VeldWidget)
        if isinstance(eerste, VeldWidget) and eerste.editor.widgets():
            eerste.editor.widgets()[0].setFocus()
        self.blad.schuif.verticalScrollBar().setValue(0)

    def zet_opgeslagen(self, aan: bool) -> None:
        """Say whether it stands in the vault as a concept already, and what can be thrown away."""
        woord, toon, icoon = STATEN["concept"] if aan else ("Nieuw", "info", "note-pencil")
        self.pil.zet(woord, toon, icoon)
        self.weg_knop.zet_tekst("Trek in…" if aan else "Gooi weg…")

    def toon_problemen(self, problemen: Sequence[Problem]) -> None:
        """Show what is wrong at the fields, count it at the footer, and go to the first."""
        self.formulier.toon_problemen(problemen)
        if not problemen:
            self.blad.tel_ontbrekend()
            return
        namen = list(dict.fromkeys(str(p.loc[0]) for p in problemen if p.loc))
        spec = self.formulier.spec(namen[0]) if namen else None
        aantal = f"{len(namen)} velden vragen" if len(namen) > 1 else "1 veld vraagt"
        eerste = f"{', als eerste' if len(namen) > 1 else ''}: {spec.veld.label}" if spec else ""
        self.blad.voet.zet_aandacht(f"{aantal} nog aandacht{eerste}")
        self.formulier.focus_probleem()

    def toon_hersteld(self, om: time, terug: Callable[[], None] | None) -> None:
        """Say that unsaved text was put back, with a way to the stored version where there is one."""
        self.banners.zet(
            "info",
            f"Je tekst van {toon_tijd(om)} was nog niet bewaard. Hier is hij weer.",
            "Wil je hem niet? Dan kun je terug naar de bewaarde versie."
            if terug
            else "Je kunt gewoon verder schrijven.",
            "Bewaarde versie" if terug else "",
            terug,
        )

    def toon_botsing(self, vergelijk: Callable[[], None], neem_mijn: Callable[[], None], zin: str, stap: str) -> None:
        """Say that someone else stored another version; nothing is lost, and both can be seen."""
        banner = self.banners.zet("waarschuwing", zin, stap, "Vergelijk", vergelijk, sluitbaar=False)
        mijn = Knop("Neem mijn versie", self._thema)
        mijn.clicked.connect(lambda: neem_mijn())
        indeling = banner.layout()
        assert indeling is not None
        indeling.addWidget(mijn)

    def _kop(self) -> None:
        thema = self._thema
        boven = QHBoxLayout()
        boven.setSpacing(thema.px(12))
        boven.addWidget(self.titel, 1)
        boven.addWidget(self.pil, 0, Qt.AlignmentFlag.AlignVCenter)
        boven.addWidget(self.weg_knop, 0, Qt.AlignmentFlag.AlignVCenter)
        self.blad.kop.addLayout(boven)
        self.blad.kop.addWidget(self.over)
        self.blad.kop.addWidget(self.banners)

    def _hulp(self, na_vaststellen: str) -> None:
        thema, hulp = self._thema, self.blad.hulp
        hulp.plan_gevraagd.connect(self._naar_plan)
        vak = self._eerdervak = QWidget()
        eerder = QVBoxLayout(vak)
        eerder.setContentsMargins(0, 0, 0, 0)
        eerder.setSpacing(thema.px(8))
        self._eerder_kop = SectieKop(thema, "Eerder genoteerd", "clipboard-text", "koppeling")
        eerder.addWidget(self._eerder_kop)
        self._eerder = QVBoxLayout()
        self._eerder.setSpacing(thema.px(8))
        eerder.addLayout(self._eerder)
        hulp.voeg_onder(vak)
        kaart = Kaart(thema, "info")
        marge = thema.px(16)
        kaart.inhoud.setContentsMargins(marge, marge, marge, marge)
        self.na_kop = Label("Na vaststellen", "sterk")
        kaart.inhoud.addWidget(self.na_kop)
        self.na_vaststellen = regel(na_vaststellen, "basis")
        kaart.inhoud.addWidget(self.na_vaststellen)
        hulp.voeg_onder(kaart)

    def _toon_eerder(self, geladen: Geladen) -> None:
        if self._eigen:
            return
        maak_leeg(self._eerder)
        self._eerdervak.setVisible(geladen.stuk.leerling is not None)
        self._eerder_kop.zet_tekst(f"Eerder genoteerd over {geladen.roepnaam}")
        for rij in geladen.eerder:
            self._eerder.addWidget(self._eerder_kaart(rij))
        if not geladen.eerder:
            self._eerder.addWidget(regel(f"Nog niets: dit is het eerste over {geladen.roepnaam}.", "zacht"))

    def vervang_eerder(self, deel: QWidget) -> None:
        """Show something else, with a heading of its own, in the place of what was noted before."""
        self._eigen = True
        self._eerder_kop.hide()
        maak_leeg(self._eerder)
        self._eerder.addWidget(deel)

    def _eerder_kaart(self, rij: Row) -> KnopKaart:
        woord = STATEN[rij.state][0]
        kaart = KnopKaart(self._thema, rij.title, f"{dag_van(rij)} · {woord.lower()}", kleur="koppeling")
        kaart.clicked.connect(lambda: self._navigator.ga(plek_van(rij)))
        return kaart

    def _naar_plan(self, plan: str) -> None:
        rol = next((sleutel for begin, sleutel in _PLAN if plan.startswith(begin)), "leerkracht")
        self._navigator.ga(Plek("rol", extra=rol))
