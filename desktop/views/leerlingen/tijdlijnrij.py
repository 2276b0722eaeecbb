"""A record as a line of the timeline: what it is, when it happened and was entered, and what is still to be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QStyleOptionViewItem,
)

from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.kinds import KINDS
from desktop.models.opslag import Row
from desktop.models.uitnodiging import Uitnodiging
from desktop.services.overzicht import schooljaar
from desktop.views.forms.lezen import toon_datum
from desktop.views.gesprekken.rijen import uiterlijk
from desktop.views.plaatsen import plek_van
from desktop.views.widgets import (
    RijDelegate,
    RijInhoud,
    Toon,
)
from desktop.views.widgets.rijmodel import Index

GESPREK = (Gespreksverslag.KIND, Uitnodiging.KIND)
MEER = {
    "gespreksverslag": "verslagen",
    "uitnodiging": "uitnodigingen",
    "signaal": "signalen",
    "overleg": "overleggen",
    "overdracht": "overdrachten",
    "kindcheck": "kindchecks",
    "toestemming": "toestemmingen",
    "handelingsplan": "handelingsplannen",
    "oudstuk": "oude stukken",
    "vtadvies": "adviezen van Veilig Thuis",
    "meldcodedossier": "dossiers meldcode",
    "afweging": "afwegingen",
    "melding": "meldingen",
    "terugkoppeling": "terugkoppelingen",
    "informant": "keren informant",
    "citcontact": "contacten met het CIT",
    "incident": "incidenten",
    "nazorg": "keren nazorg",
}
"""What several of a kind are called in the filter."""
STAND: dict[str, tuple[str, Toon, str]] = {
    "concept": ("Concept", "waarschuwing", "note-pencil"),
    "vastgesteld": ("Vastgesteld", "goed", "check-circle"),
    "ingetrokken": ("Ingetrokken", "rust", "prohibit"),
}
TEKENEN = ("pen-nib", "waarschuwing", "Nog te tekenen")
PARNASSYS = ("file-arrow-up", "info", "Niet in ParnasSys")


@dataclass(frozen=True, slots=True)
class TijdlijnRij(RijInhoud):
    """A record: `tekens` are (icon, colour, words) of what is still to do, `weg` is withdrawn.

    `ingevoerd` says when it was entered, where that was another day than it happened.
    """

    tekens: tuple[tuple[str, str, str], ...] = ()
    weg: bool = False
    ingevoerd: str = ""

    def voorgelezen(self) -> str:
        """Return the row as a screen reader says it, with when it was entered and what is to do."""
        rest = (self.ingevoerd, *(woorden for _, _, woorden in self.tekens))
        return ", ".join((RijInhoud.voorgelezen(self), *(deel for deel in rest if deel)))


class TijdlijnDelegate(RijDelegate):
    """Paints date and icon, the subject with its state, and below it the kind of talk and what is to do."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A little higher than a plain row."""
        return QSize(self._thema.px(200), self._thema.px(64))

    def _teken_rij(self, p: QPainter, vak: QRectF, rij: RijInhoud) -> None:
        if not isinstance(rij, TijdlijnRij):
            super()._teken_rij(p, vak, rij)
            return
        thema = self._thema
        maat, datum, hoog = thema.px(24), thema.px(88), thema.px(24)
        self._regel(p, QRectF(vak.left(), vak.top(), datum, vak.height()), rij.links, "klein", "zacht", half=True)
        icoon = QRectF(vak.left() + datum + thema.px(4), vak.center().y() - maat / 2, maat, maat)
        thema.teken_icoon(p, icoon, rij.icoon, "zacht" if rij.weg else rij.kleur)
        tekst = QRectF(vak)
        tekst.setLeft(icoon.right() + thema.px(12))
        midden = vak.center().y()
        boven = QRectF(tekst.left(), midden - hoog, tekst.width(), hoog)
        boven.setRight(self._teken_pil(p, boven, rij) - thema.px(12))
        self._regel(p, boven, rij.titel, "basis", "zacht" if rij.weg else "inkt", half=True)
        if rij.weg:
            # crossed out as one would on paper, beside the word in the pill
            breed = QFontMetricsF(p.font()).horizontalAdvance(rij.titel)
            y = boven.center().y() + 1
            p.drawLine(round(boven.left()), round(y), round(min(boven.left() + breed, boven.right())), round(y))
        self._onder(p, QRectF(tekst.left(), midden, tekst.width(), hoog), rij)

    def _onder(self, p: QPainter, vak: QRectF, rij: TijdlijnRij) -> None:
        thema = self._thema
        maat = thema.px(16)
        if rij.ingevoerd:
            # at the right, and only where it leaves room for what the record is
            breed = QFontMetricsF(thema.font("klein")).horizontalAdvance(rij.ingevoerd) + thema.px(4)
            if vak.width() - breed > thema.px(160):
                rechts = QRectF(vak.right() - breed, vak.top(), breed, vak.height())
                self._regel(p, rechts, rij.ingevoerd, "klein", "zacht", half=False)
                vak.setRight(rechts.left() - thema.px(12))
        if rij.regel:
            self._regel(p, vak, rij.regel, "klein", "zacht", half=False)
            breed = QFontMetricsF(p.font()).horizontalAdvance(rij.regel) + thema.px(16)
            vak.setLeft(min(vak.left() + breed, vak.right()))
        for icoon, kleur, woorden in rij.tekens:
            nodig = QFontMetricsF(thema.font("klein")).horizontalAdvance(woorden) + maat + thema.px(4)
            if vak.width() < maat:
                return
            thema.teken_icoon(p, QRectF(vak.left(), vak.center().y() - maat / 2, maat, maat), icoon, kleur)
            vak.setLeft(vak.left() + maat + thema.px(4))
            self._regel(p, vak, woorden, "klein", kleur, half=False)
            vak.setLeft(min(vak.left() + nodig - maat + thema.px(12), vak.right()))


def tijdlijn_rij(row: Row, te_tekenen: bool, rol: str = "", namen: Mapping[UUID, str] | None = None) -> TijdlijnRij:
    """Return a row of the vault as a line of the timeline; choosing it gives its place.

    `rol`: the pupil had this part in what is about someone else, whose name is in `namen`.
    """
    woord, toon, pil_icoon = STAND[row.state]
    if not KINDS[row.kind].VASTSTELLEN and row.state == "concept":
        woord = pil_icoon = ""  # a case is never established: it is no half-finished paper
    icoon, kleur = uiterlijk(row.kind)
    vast = row.state == "vastgesteld"
    tekens = []
    if te_tekenen and vast:
        tekens.append(TEKENEN)
    if vast and row.kind == Gespreksverslag.KIND and row.parnassys_on is None:
        tekens.append(PARNASSYS)
    return TijdlijnRij(
        plek_van(row.kind, row.record),
        row.title,
        " · ".join(deel for deel in _onderregel(row, rol, namen or {}) if deel),
        icoon,
        kleur,
        links=toon_datum(_dag(row), kort=True),
        pil=woord,
        toon=toon,
        pil_icoon=pil_icoon,
        tekens=tuple(tekens),
        weg=row.state == "ingetrokken",
        ingevoerd=_ingevoerd(row),
    )


def _onderregel(row: Row, rol: str, namen: Mapping[UUID, str]) -> Iterator[str]:
    if rol:
        over = ", ".join(namen[p] for p in row.subjects if p in namen)
        yield f"als {rol}" + (f", in het dossier van {over}" if over else "")
    naam = KINDS[row.kind].NAAM
    if row.kind not in GESPREK and not row.title.startswith(naam):
        yield naam
    if row.detail != row.title:
        yield row.detail


def _ingevoerd(row: Row) -> str:
    """Return when it was entered, where that was not the day it happened itself."""
    dag = row.recorded_at.astimezone().date()
    return f"vastgelegd {toon_datum(dag, kort=True)}" if dag != _dag(row) else ""


def _dag(row: Row) -> date:
    return date.fromisoformat(row.event_at[:10])


def schooljaar_van(row: Row) -> str:
    """Return the school year in which it happened."""
    return schooljaar(_dag(row))


def is_soort(row: Row, soort: str) -> bool:
    """Whether a record belongs to what a filter names: a kind ('Alle signalen') or a kind of talk; '' is all."""
    kind = next((k for k, meer in MEER.items() if soort == f"Alle {meer}"), "")
    return row.kind == kind if kind else not soort or row.detail == soort


def jaargrenzen(jaar: str) -> tuple[date | None, date | None]:
    """Return the first and last day of a school year as it is named ('2025–2026'); (None, None) for ''."""
    if not jaar:
        return None, None
    begin = int(jaar[:4])
    return date(begin, 8, 1), date(begin + 1, 7, 31)
