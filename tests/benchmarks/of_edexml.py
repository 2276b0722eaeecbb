"""A whole school from EDEXML: the preview, writing it, and the preview of the same school a year later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from desktop.exchange.demo.edexml_out import write
from desktop.exchange.demo.opbouw import maak_school
from desktop.models.rechten import Rol
from desktop.services.edexml import Edexml, Voorstel
from desktop.services.systeem import Uuid7
from desktop.vault.crypto import KdfParams
from tests.benchmarks.measure import Row, Setting, median, ms, timed
from tests.benchmarks.vault import poort


def edexml(setting: Setting) -> Iterator[Row]:
    """In an empty vault each time; reading the file counts."""
    folder = setting.folder("edexml")
    ids = Uuid7()
    school = maak_school(3, setting.pupils, date(2026, 3, 2), ids)
    this_year, next_year = folder / "dit.xml", folder / "later.xml"
    write(this_year, school)
    write(next_year, school, volgend_jaar=True)
    previews, applies, again = [], [], []
    for n in range(setting.rounds):
        door = poort()
        profile = {"naam": "Meetschool", "brin": school.profiel[1].brin}
        kluis, _ = door.kluizen.nieuw(
            folder / f"leeg{n}.kluis", profile, "Marijke Voorbeeld", Rol.DIRECTEUR, "vier losse woorden", KdfParams()
        )
        service = door.diensten(kluis).edexml
        taken, proposal = timed(_preview, service, this_year)
        previews.append(taken)
        assert len(proposal.leerlingen.nieuw) == setting.pupils
        applies.append(timed(service.pas_toe, proposal)[0])
        taken, proposal = timed(_preview, service, next_year)
        again.append(taken)
        assert len(proposal.leerlingen.gewijzigd) > setting.pupils // 2
        kluis.sluit()
    middle, applied, later = median(previews), median(applies), median(again)
    what = f"EDEXML of {setting.pupils:,} pupils"
    yield Row(f"{what}: preview", ms(middle), "<= 1 s", ok=middle <= 1)
    yield Row(f"{what}: apply", ms(applied), "<= 2 s", ok=applied <= 2)
    yield Row(f"{what}: preview a year later", ms(later), "<= 1 s", ok=later <= 1)


def _preview(service: Edexml, path: Path) -> Voorstel:
    return service.vergelijk(service.lees(path))
