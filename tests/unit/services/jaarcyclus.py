"""A few invented duties of each kind, for tests that must not lean on the words of the plan."""

from __future__ import annotations

from dataclasses import replace

from desktop.models.jaarcyclus import Plicht, Ritme
from desktop.models.rechten import Rol

_EEN = Plicht(
    sleutel="gesprek",
    taak="Ronde oudergesprekken houden",
    wie="Leerkracht",
    rol=Rol.LEERKRACHT,
    naar="Ouders",
    ritme=Ritme.JAARLIJKS,
    maanden=(9,),
    naar_keuze=False,
    herinnert=(),
    let_op="",
    bron="Leerkracht › Gesprekken",
    pagina="leerkracht-gesprekken",
    formulier="",
    rubriek="Gesprekken",
)
PLICHTEN = (
    _EEN,
    replace(_EEN, sleutel="slot", taak="Eindgesprek voeren", maanden=(6,), naar_keuze=True),
    replace(_EEN, sleutel="lessen", taak="Lessen geven", ritme=Ritme.MAANDELIJKS, maanden=(), rubriek="Lessen"),
    replace(
        _EEN,
        sleutel="monitor",
        taak="Vragenlijst veiligheid afnemen",
        maanden=(11,),
        rubriek="Monitoring",
        formulier="monitoring",
    ),
    replace(
        _EEN,
        sleutel="herinner",
        taak="Herinneren aan de vragenlijst",
        rol=Rol.DIRECTEUR,
        maanden=(10,),
        herinnert=("leerkracht",),
        rubriek="Monitoring",
    ),
    replace(
        _EEN,
        sleutel="levering",
        taak="Gegevens leveren aan het bestuur",
        rol=Rol.DIRECTEUR,
        ritme=Ritme.HALFJAARLIJKS,
        maanden=(),
        rubriek="Beleid en bestuur",
    ),
    replace(
        _EEN,
        sleutel="training",
        taak="Training aanbieden aan nieuwe collega's",
        rol=Rol.DIRECTEUR,
        ritme=Ritme.TWEEJAARLIJKS,
        maanden=(3,),
        rubriek="Team en scholing",
    ),
    replace(_EEN, sleutel="netwerk", taak="Naar het netwerk gaan", rol=Rol.IB, ritme=Ritme.OPEN, maanden=(),
            rubriek="Netwerk"),
)  # fmt: skip
