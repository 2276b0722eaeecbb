"""The way to a page at any width: the middle of it is cut first, the ends and what stands beside it stay."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.bovenbalk import Bovenbalk
from desktop.views.navigatie import Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Knop

WEG = (
    ("Leerlingen", Plek("leerlingen")),
    ("Noa Yılmaz-van der Meulen", Plek("leerling")),
    ("Dossier meldcode september 2026", Plek("zaak")),
    ("Gesprek met beide ouders over de zorgen", Plek("verslag")),
)
HIER = "Ondertekenen op het scherm"


def _balk(thema: Thema, breed: int, qtbot: QtBot, weg: tuple[tuple[str, Plek], ...] = WEG) -> Bovenbalk:
    venster = QWidget()
    venster.resize(breed, 400)
    qtbot.addWidget(venster)
    balk = Bovenbalk(thema, (), venster, venster)
    balk.zet_account("Ingrid Begeleider", "intern begeleider")
    balk.zet_hier(weg, HIER, False)
    balk.setGeometry(0, 0, breed, 200)
    venster.show()
    qtbot.waitExposed(venster)
    return balk


def _vak(balk: Bovenbalk, deel: QWidget) -> QRect:
    return QRect(deel.mapTo(balk, QPoint()), deel.size())


def _stappen(balk: Bovenbalk) -> list[Knop]:
    return [knop for knop in balk.kruimels.findChildren(Knop) if knop.isVisibleTo(balk)]


def test_a_long_way_at_200_percent_touches_nothing_beside_it(groot: Thema, qtbot: QtBot) -> None:
    for breed in (1180, 1280, 1440):
        balk = _balk(groot, breed, qtbot)
        avatar = _vak(balk, balk.avatar)
        assert balk.rect().contains(avatar)
        assert not avatar.intersects(_vak(balk, balk.zoekvak))
        for stap in _stappen(balk):
            assert _vak(balk, balk.kruimels).contains(_vak(balk, stap).topRight())
            assert not _vak(balk, stap).intersects(_vak(balk, balk.zoekvak))


def test_the_middle_is_cut_first_and_keeps_its_name(thema: Thema, qtbot: QtBot) -> None:
    balk = _balk(thema, 1280, qtbot)
    eerste, *midden, laatste = _stappen(balk)
    assert [stap.accessibleName() for stap in (eerste, *midden, laatste)] == [naam for naam, _ in WEG]
    assert eerste.width() >= eerste.sizeHint().width()
    assert all(stap.width() < stap.sizeHint().width() for stap in midden)
    assert all(WEG[n][0] in stap.toolTip() for n, stap in enumerate(midden, 1))
    hier = next(w for w in balk.kruimels.findChildren(QWidget) if w.accessibleName() == HIER)
    assert hier.width() >= min(hier.sizeHint().width(), thema.px(120))
    with qtbot.waitSignal(balk.kruimel) as gekozen:
        midden[0].click()
    assert gekozen.args == [WEG[1][1]]


def test_a_way_that_fits_stands_whole(thema: Thema, qtbot: QtBot) -> None:
    balk = _balk(thema, 1440, qtbot, WEG[:2])
    assert all(stap.width() >= stap.sizeHint().width() for stap in _stappen(balk))
    assert not any(isinstance(w, QAbstractButton) and w.toolTip() for w in _stappen(balk))
