"""The whole way of a pupil with a name that nobody else has, in a home of its own; then the test looks for the name."""

# Run as: python -m tests.faults.canary_child MODE ROOT. `services` walks through the services, `app` through the
# program without a display. What Python itself writes outside the vault and the chosen places is told at the end, also
# when it was removed again.

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from platformdirs import user_log_path

from desktop.app import logboek
from desktop.models.handtekening import Handtekening
from desktop.models.personen import Leerling
from desktop.models.rechten import Rol
from desktop.models.velden import naar_values
from desktop.models.vervolg import Aanvulling, Ondertekening
from desktop.models.vooroverleg import SoortGesprek
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten, diensten
from desktop.services.gesprekken import Stuk
from desktop.services.kluis import Kluizen, WrongSecret
from desktop.services.systeem import SysteemKlok, Uuid7
from desktop.vault.crypto import KdfParams

NAAM = "Kanariegeel"
ZIN = "kanarievogel zingt zacht"
PDF_ZIN = "kanariezaad in een zakje"

_geschreven: set[str] = set()


def _let_op(toegestaan: tuple[Path, ...]) -> None:
    """Remember every file that Python opens for writing in another place than these."""
    nergens = os.path.abspath(os.devnull)  # noqa: PTH100 Windows has a name for it outside every folder
    goed = (*(str(path) for path in (*toegestaan, Path("/dev"), Path("/proc"))), nergens)

    def haak(event: str, args: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(args[0], str | bytes | os.PathLike):
            pad, _, vlaggen = args
            if isinstance(vlaggen, int) and vlaggen & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                waar = os.path.abspath(os.fsdecode(pad))  # noqa: PTH100 a Path would be slow in here
                if not waar.startswith(goed):
                    _geschreven.add(waar)
        elif event in ("tempfile.mkstemp", "tempfile.mkdtemp"):
            _geschreven.add(f"{event} {args[0]}")

    sys.addaudithook(haak)


def _jpeg() -> bytes:
    uit = BytesIO()
    Image.new("RGB", (60, 40), "white").save(uit, "JPEG")
    return uit.getvalue()


def _stort_in() -> None:
    """A bug with the name in its message and in its locals."""
    vangrail = logboek.Vangrail(lambda plek: None)
    try:
        kind = Leerling(roepnaam=NAAM, achternaam="de Vries")
        raise ValueError(f"{kind.roepnaam} past niet in {ZIN}")
    except ValueError as fout:
        vangrail.onverwacht(fout)


def services(root: Path) -> dict[str, Any]:
    """Through the services: everything that can hold a name, and everything that can be done with it."""
    ids = Uuid7()
    kluizen = Kluizen(SysteemKlok(), ids, ids.new(), "testmachine")
    folder = root / "kluis" / "school.kluis"
    folder.parent.mkdir()
    kluis, code = kluizen.nieuw(folder, {"naam": "Proefschool"}, "Iris", Rol.IB, ZIN, KdfParams(64 * 1024, 3, 1))
    header = kluizen.header(folder)
    slot = kluizen.slot(header, 1)
    try:
        kluizen.sleutel(header, slot, f"{ZIN} mis")
    except WrongSecret:
        logboek.log.warning("verkeerde wachtwoordzin")
    d = _diensten(kluizen, kluis)
    verslag = _schrijf(d)
    pdf = _maak_pdfs(d, verslag, root / "uit")
    _stort_in()
    d.beheer.herstelblad_pdf(code)
    assert d.beheer.controleer().findings == ()
    (root / "stick").mkdir()
    d.beheer.backup(root / "stick" / "school.kluisbackup", lambda: True)
    kluis.sluit()
    kluis = kluizen.ontgrendel(folder, slot, ZIN)
    gevonden = len(_diensten(kluizen, kluis).zoeken.zoek(NAAM))
    kluis.sluit()
    return {"gevonden": gevonden, "code": code.splitlines(), "pdf": pdf}


def _diensten(kluizen: Kluizen, kluis: Any) -> Diensten:
    session = kluizen.sessie(kluis)
    return diensten(session, Beheer(session, kluis))


def _schrijf(d: Diensten) -> Stuk:
    """Pupil, parent, invitation, report, draft, attachment, signature, zienswijze, addendum, search."""
    kind, fout = d.personen.bewaar(Leerling, None, {"roepnaam": NAAM, "achternaam": f"van {NAAM}"})
    assert kind is not None, fout
    periode = {"rij": str(d.session.ids.new()), "vanaf": "2020-01-01", "gezag": "ja"}
    ouder = {"roepnaam": f"{NAAM}a", "achternaam": NAAM, "straat": f"{NAAM}laan 1", "telefoon": "06 00000001"}
    d.personen.koppel(kind.record, ouder, {"soort": "moeder", "perioden": [periode], "grenzen": f"Niet over {NAAM}."})
    brief = d.gesprekken.nieuwe_uitnodiging(kind.record, SoortGesprek.ZORG)
    vandaag = d.session.vandaag().isoformat()
    gesteld, fout = d.gesprekken.stel_vast(
        brief, {**brief.values, "onderwerp": NAAM, "datum": vandaag, "tijd": "15:15", "plaats": "Hier"}
    )
    assert gesteld is not None, fout
    stuk = d.gesprekken.nieuw_verslag(kind.record, uitnodiging=gesteld.record)
    bijlage = d.documenten.voeg_bijlage_toe(f"foto van {NAAM}.jpg", _jpeg())
    inhoud = {
        "onderwerp": f"{NAAM} is stil",
        "besproken": f"{NAAM} eet niet mee. " * 50,
        "samengevat": True,
        "bijlagen": [naar_values(bijlage)],
        "afspraken": [{"rij": str(d.session.ids.new()), "wat": f"{NAAM} bellen", "wie": NAAM, "merkbaar": NAAM}],
    }
    d.gesprekken.bewaar_draft(stuk, {**stuk.values, **inhoud, "besproken": f"{NAAM} half"})
    vast, fout = d.gesprekken.stel_vast(stuk, {**stuk.values, **inhoud})
    assert vast is not None, fout
    verslag = d.gesprekken.open(vast.record, f"navraag door {NAAM}")
    d.gesprekken.vastgesteld_pdf(vast.record)
    halen = tuple(tuple((float(n), float(n), float(n), 0.5) for n in range(9)) for _ in range(3))
    strokes = d.documenten.bewaar_strokes(Handtekening(breedte=10, hoogte=10, halen=halen).to_bytes())
    handtekening = {
        "ouder": naar_values(d.gesprekken.ouders(verslag)[0].wie),
        "uitkomst": "gezien",
        "wijze": "scherm",
        "strokes": str(strokes),
        "zienswijze": f"{NAAM} is thuis vrolijk.",
        "getuige": "Iris",
    }
    for soort, values in ((Ondertekening, handtekening), (Aanvulling, {"tekst": f"{NAAM} is verhuisd."})):
        stored, fout = d.gesprekken.volg(verslag, soort, values)
        assert stored is not None, fout
    nog_een = d.gesprekken.nieuw_verslag(kind.record)
    d.gesprekken.bewaar_draft(nog_een, {**nog_een.values, "besproken": f"{NAAM} \ud800 half"})
    assert d.zoeken.zoek(NAAM[:5].lower())
    return d.gesprekken.open(vast.record)


def _maak_pdfs(d: Diensten, verslag: Stuk, doel: Path) -> str:
    """Preview, print job, encrypted export; return the name that the export got by itself."""
    assert verslag.stored is not None
    opdrachten = [d.documenten.opdracht(verslag.stored, a.ontvanger) for a in d.documenten.afschriften(verslag.stored)]
    druk = d.documenten.bundel([(opdracht, 2) for opdracht in opdrachten], tweezijdig=True)
    for pagina in range(d.documenten.paginas(druk.pdf)):
        d.documenten.beeld(druk.pdf, pagina, 600)
    d.documenten.noteer(verslag.record, "afgedrukt")
    doel.mkdir()
    naam = opdrachten[0].bestandsnaam()
    d.documenten.schrijf(doel / naam, d.documenten.versleutel(druk.pdf, PDF_ZIN))
    d.documenten.noteer(verslag.record, "geexporteerd")
    return naam


def app(root: Path) -> dict[str, Any]:
    """Through the program: typed, searched, previewed, copied, locked halfway, unlocked, crashed, closed."""
    from platformdirs import user_config_path
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from desktop.app.toneel import Toneel
    from desktop.services.poort import Poort
    from desktop.views.navigatie import Plek

    ids = Uuid7()
    folder = root / "kluis" / "school.kluis"
    folder.parent.mkdir()
    kluizen = Kluizen(SysteemKlok(), ids, ids.new(), "testmachine")
    kluis, _ = kluizen.nieuw(folder, {"naam": "Proefschool"}, "Iris", Rol.IB, ZIN, KdfParams(64 * 1024, 3, 1))
    _diensten(kluizen, kluis).beheer.bevestig_herstel()
    kluis.sluit()
    t = Toneel(user_config_path("Vangnet", appauthor=False))
    p = t.programma
    assert isinstance(p._poort, Poort)
    p.toon_ontgrendelen(folder)
    t.rust()
    t.typ("Wachtwoordzin", f"{ZIN} mis")
    t.klik("Openen")
    t.typ("Wachtwoordzin", ZIN)
    t.klik("Openen")
    assert p.sessie is not None
    d = p.sessie.diensten

    def op_lane(call: Callable[[], Any]) -> Any:
        future = p.kluis_lane.submit(call)
        t.wacht(future.done, "antwoord van de kluis")
        return future.result()

    kind = op_lane(lambda: d.personen.bewaar(Leerling, None, {"roepnaam": NAAM, "achternaam": "de Vries"})[0]).record
    t.ga(Plek("kaart", extra=str(kind)))
    for veld, tekst in (("Roepnaam", f"{NAAM}a"), ("Achternaam", NAAM), ("Telefoon", "06-00000000")):
        t.typ(veld, tekst)
    t.kies("Relatie tot de leerling", "moeder")
    t.typ("Vanaf, regel 1", "1-8-2020")
    t.kies("Gezag, regel 1", "ja")
    t.klik("Bewaar")
    t.ga(Plek("leerling", kind))
    t.ga(Plek("verslag", extra=f"leerling={kind};soort={SoortGesprek.ZORG.value}"))
    t.typ("Onderwerp", f"{NAAM} is stil")
    t.typ("Wat is besproken", f"{NAAM} eet niet mee. ")
    veld = t.veld("Wat is besproken")
    QTest.keyClick(veld, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(veld, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    gekopieerd = NAAM in QApplication.clipboard().text()
    titels = {w.windowTitle() for w in QApplication.topLevelWidgets()}
    p.vergrendel()
    t.rust()
    klembord = QApplication.clipboard().text()
    t.typ("Wachtwoordzin", ZIN)
    t.klik("Openen")
    t.klik("Gespreksverslag niet af")
    half = t.veld("Wat is besproken").toPlainText()  # type: ignore[attr-defined]
    record = op_lane(lambda: p.sessie.diensten.gesprekken.drafts()[0].record)  # type: ignore[union-attr]
    stuk = op_lane(lambda: p.sessie.diensten.gesprekken.open(record))  # type: ignore[union-attr]
    op_lane(lambda: p.sessie.diensten.gesprekken.bewaar(stuk, stuk.values))  # type: ignore[union-attr]
    t.ga(Plek("leerling", kind))
    t.ga(Plek("verslag", record))
    p.sessie._afdrukken.voorbeeld(record)  # type: ignore[union-attr]
    t.rust()
    titels |= {w.windowTitle() for w in QApplication.topLevelWidgets()}
    dialogen = [type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible() and w is not t.venster]
    _stort_in()
    p.vergrendel()
    t.rust()
    na_slot = [type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible() and w is not t.venster]
    t.typ("Wachtwoordzin", ZIN)
    t.klik("Openen")
    t.ga(Plek("zoeken", extra=NAAM))
    t.ga(Plek("leerlingen"))
    t.eind()
    return {
        "gekopieerd": gekopieerd,
        "klembord": klembord,
        "half": half,
        "titels": sorted(titels),
        "dialogen": dialogen,
        "na_slot": na_slot,
    }


MODES: dict[str, Callable[[Path], dict[str, Any]]] = {"services": services, "app": app}


def main(mode: str, root: Path) -> None:
    """Walk, then tell what came of it and what was written elsewhere."""
    logmap = user_log_path("Vangnet", appauthor=False)
    voorkeuren = Path(os.environ["XDG_CONFIG_HOME"]) / "Vangnet"
    logboek.begin_log(logmap)
    _let_op((root / "kluis", root / "stick", root / "uit", logmap, voorkeuren))
    uitkomst = MODES[mode](root)
    for handler in list(logboek.log.handlers):
        handler.close()
    print(json.dumps({**uitkomst, "elders": sorted(_geschreven)}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
