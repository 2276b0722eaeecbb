"""A line of the log on screen: both times, kind in word and colour, who, marks, and what corrects it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.models.logregel import Logregel, RegelSoort
from desktop.services.regels import Logrij
from desktop.views.calamiteit.regel_soorten import KLEUR
from desktop.views.forms.lezen import toon_datum, toon_tijd
from desktop.views.theme import Thema
from desktop.views.widgets import RIJ, RijInhoud
from desktop.views.widgets.rijmodel import Index

_KORT = 400
"""Of a pasted megabyte a list shows the beginning; the whole stands in the line itself."""
_TUSSEN = 10


@dataclass(frozen=True, slots=True)
class LogInhoud(RijInhoud):
    """A row of the log, ready to paint."""

    soort: RegelSoort = RegelSoort.STAP
    tijd: str = ""
    dag: str = ""
    """The day where it is not today; '' on the day itself."""
    vast: str = ""
    meta: tuple[str, ...] = ()
    merk: str = ""
    sleutelmoment: bool = False
    vervangen: bool = False
    """Whether another line puts this one right."""

    def voorgelezen(self) -> str:
        """Return the line as a screen reader says it."""
        ster = "sleutelmoment" if self.sleutelmoment else ""
        delen = (
            f"{self.dag} {self.tijd}".strip(),
            self.soort.label,
            self.titel,
            ster,
            *self.meta,
            self.merk,
            self.vast,
        )
        return ", ".join(deel for deel in delen if deel)


def inhoud_van(rij: Logrij, vandaag: date) -> LogInhoud:
    """Return a line as the list shows it on a day."""
    r = rij.regel
    dag = toon_dag(r.gebeurd.date()) if r.gebeurd.date() != vandaag else ""
    moment = r.moment.replace(tzinfo=None)
    elders = moment.date() != r.gebeurd.date()
    vast = (
        f"vast {toon_dag(moment.date())} {toon_tijd(moment.time())}" if elders else f"vast {toon_tijd(moment.time())}"
    )
    return LogInhoud(
        sleutel=rij.record,
        titel=_kort(r.tekst),
        soort=r.soort or RegelSoort.STAP,
        tijd=toon_tijd(r.gebeurd.time()),
        dag=dag,
        vast=vast,
        meta=tuple(meta_van(rij)),
        merk=r.merk.label if r.merk else "",
        sleutelmoment=r.sleutel,
        vervangen=bool(rij.gecorrigeerd),
    )


def meta_van(rij: Logrij) -> list[str]:
    """Return what stands below a line, piece by piece: what it corrects, who, for whom, by whose word, how late."""
    r = rij.regel
    delen = []
    if rij.van is not None:
        delen.append(f"correctie op {wanneer(rij.van)}: ‘{_kort(rij.van.tekst, 60)}’")
    if rij.gecorrigeerd:
        nieuw = rij.gecorrigeerd[-1]
        om = nieuw.moment.replace(tzinfo=None)
        delen.append(f"gecorrigeerd om {toon_tijd(om.time())}: ‘{_kort(nieuw.tekst, 60)}’")
    delen.append(f"{r.door} namens {r.namens}" if r.namens else r.door)
    if r.besloten_door:
        delen.append(f"besloten door {r.besloten_door}")
    if r.vrijgegeven:
        delen.append(f"vrijgegeven aan {r.vrijgegeven}")
    if r.bijlagen:
        delen.append("1 bijlage" if len(r.bijlagen) == 1 else f"{len(r.bijlagen)} bijlagen")
    if r.later and rij.van is None:
        delen.append("later ingevoerd")
    return [deel for deel in delen if deel]


def wanneer(regel: Logregel) -> str:
    """Return the time of a line, as one refers to it."""
    return toon_tijd(regel.gebeurd.time())


def toon_dag(dag: date) -> str:
    """Return a day in a few letters: '24 nov'."""
    return toon_datum(dag, kort=True).rsplit(" ", 1)[0]


def toon_moment(moment: datetime, vandaag: date) -> str:
    """Return a moment as a chip says it: the time, with the day where it is another."""
    tijd = toon_tijd(moment.time())
    if moment.date() == vandaag:
        return tijd
    terug = (vandaag - moment.date()).days
    woord = {1: "gisteren", 2: "eergisteren", -1: "morgen"}.get(terug, toon_dag(moment.date()))
    return f"{woord} {tijd}"


def _kort(tekst: str, meest: int = _KORT) -> str:
    regel = " ".join(tekst[: 2 * meest].split())
    return regel if len(regel) <= meest else f"{regel[: meest - 1]}…"


class Logdelegate(QStyledItemDelegate):
    """Paints a `LogInhoud`: times at the left, a dot on a line that runs through, and a card."""

    def __init__(self, thema: Thema, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thema = thema

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is equally high, so that a long log scrolls without measuring."""
        return QSize(self._thema.px(200), self._thema.px(84))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line in its state."""
        thema, px, p = self._thema, self._thema.px, painter
        vak = QRectF(option.rect)  # type: ignore[attr-defined]  # missing in the stubs
        staat = option.state  # type: ignore[attr-defined]  # missing in the stubs
        p.save()
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        rij = index.data(RIJ)
        as_x = vak.left() + px(108)
        p.setPen(QPen(thema.kleur("lijn"), 2))
        p.drawLine(QPointF(as_x, vak.top()), QPointF(as_x, vak.bottom()))
        kaart = QRectF(as_x + px(22), vak.top() + 1, vak.right() - as_x - px(26), vak.height() - px(_TUSSEN))
        over = bool(staat & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected))
        vorm = QPainterPath()
        vorm.addRoundedRect(kaart, px(8), px(8))
        p.fillPath(vorm, thema.kleur("kaart_over" if over else "kaart"))
        focus = bool(staat & QStyle.StateFlag.State_HasFocus)
        p.setPen(QPen(thema.kleur("focus" if focus else "lijn"), 2 if focus else 1))
        p.drawPath(vorm)
        if isinstance(rij, LogInhoud):
            self._teken(p, vak, as_x, kaart, rij)
        p.restore()

    def _teken(self, p: QPainter, vak: QRectF, as_x: float, kaart: QRectF, rij: LogInhoud) -> None:
        thema, px = self._thema, self._thema.px
        kleur = thema.kleur(KLEUR[rij.soort])
        midden = kaart.center().y()
        p.setPen(QPen(thema.kleur("papier"), px(3)))
        p.setBrush(kleur)
        p.drawEllipse(QPointF(as_x, midden), px(9), px(9))
        self._tijden(p, QRectF(vak.left(), kaart.top(), px(92), kaart.height()), rij)
        binnen = kaart.adjusted(px(18), px(8), -px(14), -px(8))
        rechts = binnen.right()
        if rij.sleutelmoment:
            ster = _ster(QPointF(rechts - px(9), binnen.top() + px(10)), px(9))
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(thema.kleur("waarschuwing"))
            p.drawPolygon(ster)
            rechts -= px(30)
        font = thema.font("basis", QFont.Weight.DemiBold)
        font.setStrikeOut(rij.vervangen)
        meting = QFontMetricsF(font)
        regels = _twee_regels(rij.titel, meting, rechts - binnen.left())
        hoog, meta_hoog = meting.lineSpacing(), px(20)
        y = binnen.top() + (binnen.height() - meta_hoog - hoog * len(regels)) / 2
        p.setFont(font)
        p.setPen(thema.kleur("zacht" if rij.vervangen else "inkt"))
        for regel in regels:
            p.drawText(QRectF(binnen.left(), y, rechts - binnen.left(), hoog), _EEN_REGEL, regel)
            y += hoog
        self._meta(p, QRectF(binnen.left(), y, binnen.width(), meta_hoog), rij)

    def _tijden(self, p: QPainter, vak: QRectF, rij: LogInhoud) -> None:
        thema, px = self._thema, self._thema.px
        regels = [(rij.tijd, "groot", "inkt", QFont.Weight.DemiBold)]
        if rij.dag:
            regels.append((rij.dag, "klein", "inkt", QFont.Weight.Normal))
        regels.append((rij.vast, "klein", "zacht", QFont.Weight.Normal))
        hoogten = [px(24) if maat == "groot" else px(17) for _, maat, _, _ in regels]
        y = vak.center().y() - sum(hoogten) / 2
        for (tekst, maat, kleur, gewicht), hoog in zip(regels, hoogten, strict=True):
            p.setFont(thema.font(maat, gewicht))
            p.setPen(thema.kleur(kleur))
            p.drawText(QRectF(vak.left(), y, vak.width(), hoog), _RECHTS, tekst)
            y += hoog

    def _meta(self, p: QPainter, vak: QRectF, rij: LogInhoud) -> None:
        thema, px = self._thema, self._thema.px
        vet = thema.font("klein", QFont.Weight.DemiBold)
        meting = QFontMetricsF(vet)
        p.setFont(vet)
        p.setPen(thema.kleur(KLEUR[rij.soort]))
        p.drawText(vak, _EEN_REGEL, rij.soort.label)
        vak.setLeft(vak.left() + meting.horizontalAdvance(rij.soort.label) + px(14))
        if rij.merk:
            breed = meting.horizontalAdvance(rij.merk) + px(24)
            merk = QRectF(vak.right() - breed, vak.top(), breed, vak.height())
            p.setPen(thema.kleur("waarschuwing"))
            thema.teken_icoon(
                p, QRectF(merk.left(), merk.center().y() - px(8), px(16), px(16)), "warning", "waarschuwing"
            )
            p.drawText(merk, _RECHTS, rij.merk)
            vak.setRight(merk.left() - px(8))
        p.setFont(thema.font("klein"))
        p.setPen(thema.kleur("zacht"))
        tekst = " · ".join(rij.meta)
        kort = QFontMetricsF(p.font()).elidedText(tekst, Qt.TextElideMode.ElideRight, vak.width())
        p.drawText(vak, _EEN_REGEL, kort)


_EEN_REGEL = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_RECHTS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine


def _twee_regels(tekst: str, meting: QFontMetricsF, breed: float) -> list[str]:
    """Return a text in at most two lines, broken at a space, the second cut with '…'."""
    if meting.horizontalAdvance(tekst) <= breed:
        return [tekst]
    woorden, eerste = tekst.split(" "), ""
    while woorden and meting.horizontalAdvance(f"{eerste} {woorden[0]}") <= breed:
        eerste = f"{eerste} {woorden.pop(0)}".strip()
    if not eerste:
        return [meting.elidedText(tekst, Qt.TextElideMode.ElideRight, breed)]
    return [eerste, meting.elidedText(" ".join(woorden), Qt.TextElideMode.ElideRight, breed)]


def _ster(midden: QPointF, straal: float) -> QPolygonF:
    punten = []
    for n in range(10):
        draai = QTransform().rotate(36 * n)
        punten.append(midden + draai.map(QPointF(0, -straal if n % 2 == 0 else -straal * 0.45)))
    return QPolygonF(punten)
