"""A form in a dialog: what is wrong stands in view, sentence and all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.core import Problem, Values
from desktop.models.meldcode import Afsluiting
from desktop.views.forms.context import FormContext
from desktop.views.forms.dialoog import FormDialoog
from desktop.views.forms.veld import VeldWidget

LANG = "Vul in wat er is afgesproken, met wie, hoe vaak en tot wanneer. " * 4


@pytest.fixture
def maak(context: FormContext, qtbot: QtBot) -> Callable[[str], FormDialoog]:
    """Show the form that closes a case, low, with something wrong at one field."""

    def doe(naam: str) -> FormDialoog:
        def bewaar(_: Values, klaar: Callable[[Sequence[Problem]], None]) -> None:
            klaar([Problem((naam,), LANG)])

        dialoog = FormDialoog(Afsluiting, context, "Dossier sluiten", "Hoe liep het af?", "Sluit", bewaar, None)
        qtbot.addWidget(dialoog)
        dialoog.resize(720, 520)
        dialoog.show()
        qtbot.waitExposed(dialoog)
        dialoog.formulier.laad({"volgt": "afspraken"})
        dialoog.blad.schik()
        return dialoog

    return doe


def _in_blad(dialoog: FormDialoog, deel: QWidget) -> QRect:
    return QRect(deel.mapTo(dialoog.blad.viewport(), deel.rect().topLeft()), deel.size())


@pytest.mark.parametrize("naam", ["afloop", "toelichting", "open_werk"])
def test_a_field_with_something_wrong_stands_in_view_with_its_whole_sentence(
    maak: Callable[[str], FormDialoog], naam: str
) -> None:
    dialoog = maak(naam)
    dialoog.blad.verticalScrollBar().setValue(0 if naam != "afloop" else 10_000)
    dialoog.doen.click()
    veld = dialoog.formulier.veld(naam)
    assert isinstance(veld, VeldWidget)
    fout = veld.foutlabel()
    assert fout is not None
    assert fout.height() >= fout.heightForWidth(fout.width())
    ruim = dialoog.blad.viewport().rect()
    assert ruim.contains(_in_blad(dialoog, fout))
    assert ruim.contains(_in_blad(dialoog, veld))
    assert dialoog.doen.isEnabled()
