"""The card at a calamity: how far each run is, also after a step was done elsewhere; start another."""

from __future__ import annotations

from desktop.models.draaiboek import Stand
from desktop.views.calamiteit import Kaartomgeving
from desktop.views.draaiboek import Draaiboekkaart
from desktop.views.navigatie import Plek
from desktop.views.widgets import Knop


def test_the_card_counts_again_each_time_the_page_reads(qtbot, diensten, work, navigator, thema, rust, gegaan):
    calamiteit = diensten.calamiteiten.begin("Vermissing op het plein").record
    values = {"aanleiding": "Vermissing op het plein", "calamiteit": str(calamiteit)}
    stored, fout = diensten.draaiboeken.begin("vermissing", values)
    assert stored is not None, fout
    kaart = Draaiboekkaart(Kaartomgeving(diensten, work, navigator, thema, lambda haal: None))
    qtbot.addWidget(kaart)
    kaart.show()

    def lees():
        kaart.zet(diensten.calamiteiten.beeld(calamiteit, log=False), "")
        rust()
        return kaart.lopen[stored.record]

    geopend = diensten.draaiboeken.open_loop(stored.record)
    totaal = len(geopend.beeld.stappen)
    assert lees().balk.accessibleName() == f"0 van {totaal} stappen gedaan"
    diensten.draaiboeken.zet(geopend, geopend.beeld.volgende, {"stand": Stand.GEDAAN.value})
    deel = lees()
    assert deel.stand.text() == f"1 van {totaal} stappen gedaan"
    assert deel.volgende.text() == f"Nu: {geopend.beeld.stappen[1][0].wat}"
    deel.knop.click()
    assert gegaan.laatste == Plek("draaiboek", stored.record)


def test_a_reason_against_it_stands_at_the_button(qtbot, diensten, work, navigator, thema):
    calamiteit = diensten.calamiteiten.begin("Onrust").record
    kaart = Draaiboekkaart(Kaartomgeving(diensten, work, navigator, thema, lambda haal: None))
    qtbot.addWidget(kaart)
    kaart.zet(diensten.calamiteiten.beeld(calamiteit, log=False), "Deze calamiteit is afgesloten.")
    knop = next(k for k in kaart.findChildren(Knop) if k.text() == "Start een draaiboek")
    assert not knop.isEnabled()
    assert knop.accessibleDescription() == "Deze calamiteit is afgesloten."
