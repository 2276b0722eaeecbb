"""The command line as IT staff use it: real vaults, the passphrase on the first line of input, exit codes."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from desktop.__main__ import main
from desktop.cli.opdrachten import run
from desktop.exchange.demo import edexml_out
from desktop.exchange.demo.opbouw import maak_school
from desktop.models.personen import Leerling
from desktop.models.rechten import Rol
from desktop.models.schooljaar import schooljaar_van
from desktop.services.beheer import Beheer
from desktop.services.diensten import diensten
from desktop.services.kluis import Kluizen
from desktop.services.systeem import SysteemKlok, Uuid7
from desktop.vault.crypto import KdfParams
from tests.inhoudsmap import maak_inhoudsmap

ZIN = "vier losse woorden hier"


@pytest.fixture
def invoer(monkeypatch: pytest.MonkeyPatch):
    def zet(zin: str = ZIN) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(zin + "\n"))

    return zet


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("demo") / "demo.kluis"
    out = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", out)
        assert run(["kluis", "demo", str(folder), "--leerlingen", "20", "--records", "40", "--seed", "3"]) == 0
    laatste = out.getvalue().strip().splitlines()[-1]
    assert laatste.startswith("wachtwoordzin: ")
    return folder, laatste.removeprefix("wachtwoordzin: ")


def test_new_vault_prints_a_recovery_code_and_is_sound(
    tmp_path: Path, invoer, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "nieuw.kluis")
    invoer()
    assert run(["kluis", "nieuw", folder, "--school", "OBS De Proef", "--stdin"]) == 0
    assert "herstelcode: " in capsys.readouterr().out
    invoer()
    assert run(["kluis", "controleer", folder, "--stdin", "--json"]) == 0
    uit = json.loads(capsys.readouterr().out)
    assert uit["bevindingen"] == []
    assert uit["aantallen"]["accounts"] == 1


def test_wrong_passphrase_wrong_use_and_no_vault(
    demo, invoer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, _ = demo
    invoer("helemaal verkeerde woorden")
    assert run(["zoek", str(folder), "x", "--stdin"]) == 1
    assert "wachtwoordzin" in capsys.readouterr().err
    assert run(["zoek"]) == 2
    assert run(["pdf", str(folder), "geen-uuid", "x.pdf"]) == 2
    assert run(["--help"]) == 0
    invoer()
    assert run(["zoek", str(tmp_path / "niets.kluis"), "x", "--stdin"]) == 1


def test_list_search_and_pdf(demo, invoer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, zin = demo
    invoer(zin)
    assert run(["lijst", str(folder), "leerling", "--json", "--stdin"]) == 0
    leerlingen = json.loads(capsys.readouterr().out)
    assert len(leerlingen) == 20
    invoer(zin)
    assert run(["lijst", str(folder), "gespreksverslag", "--json", "--stdin"]) == 0
    verslag = next(v for v in json.loads(capsys.readouterr().out) if v["status"] == "vastgesteld")
    invoer(zin)
    assert run(["zoek", str(folder), verslag["titel"].split()[0], "--json", "--stdin"]) == 0
    assert verslag["titel"] in [t["titel"] for t in json.loads(capsys.readouterr().out)]
    pdf = tmp_path / "uit.pdf"
    invoer(zin)
    assert run(["pdf", str(folder), verslag["record"], str(pdf), "--stdin"]) == 0
    document = pypdfium2.PdfDocument(pdf)
    tekst = "".join(p.get_textpage().get_text_range() for p in document)
    document.close()
    assert verslag["titel"] in tekst.replace("\r\n", " ")
    invoer(zin)
    assert run(["zoek", str(folder), "zzzzqqq", "--stdin"]) == 1


def test_backup_and_restore(demo, invoer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, zin = demo
    bestand, terug = tmp_path / "kopie.kluisbackup", tmp_path / "terug.kluis"
    invoer(zin)
    assert run(["kluis", "backup", str(folder), str(bestand), "--stdin"]) == 0
    invoer(zin)
    assert run(["kluis", "herstel", str(bestand), str(terug), "--stdin"]) == 0
    invoer(zin)
    assert run(["kluis", "controleer", str(terug), "--stdin"]) == 0
    assert "In orde." in capsys.readouterr().out
    invoer(zin)
    assert run(["kluis", "herstel", str(bestand), str(terug), "--stdin"]) == 1


def test_edexml_is_compared_and_only_applied_when_asked(
    invoer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, bestand = str(tmp_path / "leeg.kluis"), tmp_path / "school.xml"
    school = maak_school(5, 12, SysteemKlok().now().date(), Uuid7())
    edexml_out.write(bestand, school)
    invoer()
    assert run(["kluis", "nieuw", folder, "--brin", "99ZZ", "--stdin"]) == 0
    capsys.readouterr()
    invoer()
    assert run(["edexml", folder, str(bestand), "--json", "--stdin"]) == 0
    assert json.loads(capsys.readouterr().out)["leerlingen_nieuw"] == 12
    invoer()
    assert run(["edexml", folder, str(bestand), "--toepassen", "--stdin"]) == 0
    capsys.readouterr()
    invoer()
    assert run(["edexml", folder, str(bestand), "--json", "--stdin"]) == 0
    uit = json.loads(capsys.readouterr().out)
    assert (uit["leerlingen_nieuw"], uit["leerlingen_ongewijzigd"]) == (0, 12)


def _losse(codering: str, *woorden: str) -> subprocess.CompletedProcess[bytes]:
    """Run it as a program of its own, where the code page is not UTF-8; the passphrase goes in as asked."""
    return subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "desktop", *woorden, "--stdin"],
        input="één losse zin hiër\n".encode(codering),
        capture_output=True,
        cwd=Path(__file__).parents[3],
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        check=False,
    )


def test_pipes_are_utf8_whatever_the_code_page(tmp_path: Path, invoer, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(tmp_path / "Ağaç ë.kluis")
    invoer("één losse zin hiër")
    assert run(["kluis", "nieuw", folder, "--stdin"]) == 0
    for codering in ("utf-8", "utf-8-sig"):
        klaar = _losse(codering, "kluis", "controleer", folder)
        assert (klaar.returncode, klaar.stderr) == (0, b"")
        assert b"In orde." in klaar.stdout
    klaar = _losse("utf-8", "kluis", "backup", folder, str(tmp_path / "Ağaç.kluisbackup"))
    assert "Ağaç.kluisbackup" in klaar.stdout.decode()
    klaar = _losse("cp1252", "kluis", "controleer", folder)
    assert klaar.returncode == 1
    assert "UTF-8" in klaar.stderr.decode()
    assert "Traceback" not in klaar.stderr.decode()


def test_the_pdf_of_an_invitation_holds_every_letter_and_of_a_pupil_there_is_none(
    demo, invoer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, zin = demo
    invoer(zin)
    assert run(["lijst", str(folder), "uitnodiging", "--json", "--stdin"]) == 0
    brief = next(v for v in json.loads(capsys.readouterr().out) if v["status"] == "vastgesteld")
    pdf = tmp_path / "brieven.pdf"
    invoer(zin)
    assert run(["pdf", str(folder), brief["record"], str(pdf), "--stdin"]) == 0
    document = pypdfium2.PdfDocument(pdf)
    assert "nodigen wij u uit" in document[0].get_textpage().get_text_range()
    document.close()
    capsys.readouterr()
    invoer(zin)
    assert run(["lijst", str(folder), "leerling", "--json", "--stdin"]) == 0
    leerling = json.loads(capsys.readouterr().out)[0]
    invoer(zin)
    assert run(["pdf", str(folder), leerling["record"], str(pdf), "--stdin"]) == 1
    assert "een ander soort stuk: leerling" in capsys.readouterr().err


def test_anything_of_a_dossier_has_its_pdf(tmp_path: Path, invoer, capsys: pytest.CaptureFixture[str]) -> None:
    folder, ids = tmp_path / "proef.kluis", Uuid7()
    kluizen = Kluizen(SysteemKlok(), ids, ids.new(), "testmachine")
    school = {"naam": "OBS De Proef", "bestuur": "Stichting Lichtkring"}
    kluis, _ = kluizen.nieuw(folder, school, "Iris Beheer", Rol.IB, ZIN, KdfParams(64 * 1024, 3, 1))
    session = kluizen.sessie(kluis)
    d = diensten(session, Beheer(session, kluis))
    kind, _ = d.personen.bewaar(Leerling, None, {"roepnaam": "Noor", "achternaam": "Proef"})
    assert kind is not None
    signaal = d.dossier.nieuw_signaal(kind.record)
    een, _ = d.dossier.bewaar(signaal, {**signaal.values, "onderwerp": "Zonder jas in de sneeuw"})
    assert een is not None
    zaak = d.meldcode.begin(kind.record, [een.record])
    twee, _ = d.dossier.bewaar(zaak, {**zaak.values, "kort": "Zorgen thuis"})
    assert twee is not None
    rapport = d.rapportages.nieuw(twee.record)
    drie, _ = d.rapportages.bewaar(rapport, {**rapport.values, "ontbrak": "Een vervanger voor het bellen."})
    bundel = d.rapportages.nieuwe_bundel(schooljaar_van(session.vandaag()))
    vier, _ = d.rapportages.bewaar(bundel, {**bundel.values, "scholing": "Praten met kinderen."})
    assert drie is not None
    assert vier is not None
    kluis.sluit()
    for stored, woorden in (
        (een, "Zonder jas in de sneeuw"),
        (twee, "Zorgen thuis"),
        (drie, "Een vervanger voor het bellen."),
        (vier, "Praten met kinderen."),
    ):
        pdf = tmp_path / f"{stored.kind}.pdf"
        invoer()
        assert run(["pdf", str(folder), str(stored.record), str(pdf), "--stdin"]) == 0, capsys.readouterr().err
        document = pypdfium2.PdfDocument(pdf)
        tekst = "\n".join(pagina.get_textpage().get_text_range() for pagina in document)
        document.close()
        assert woorden in tekst
        # a case is never established, so it is no concept either
        assert ("CONCEPT" in tekst.upper()) is (stored is not twee)


def test_a_bug_names_its_place_and_never_what_it_was_about(
    demo, invoer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stuk(*_: object, **__: object) -> None:
        raise ValueError("Kanarie de Geheime")

    monkeypatch.setattr("desktop.services.zoeken.Zoeken.zoek", stuk)
    folder, zin = demo
    invoer(zin)
    assert run(["zoek", str(folder), "x", "--stdin"]) == 1
    fout = capsys.readouterr().err
    assert "ValueError" in fout
    assert "Kanarie" not in fout


def test_a_content_set_is_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    goed = maak_inhoudsmap(tmp_path / "goed")
    assert run(["inhoud", str(goed)]) == 0
    assert capsys.readouterr().out.startswith("In orde: 1 pagina's en ")
    fout = maak_inhoudsmap(tmp_path / "fout", "Zie [dit](plan:nergens).")
    assert run(["inhoud", str(fout)]) == 1
    assert capsys.readouterr().out == "onze-leerlingen.md:15: de koppeling 'plan:nergens' gaat nergens heen.\n"
    assert run(["inhoud"]) == 2


def test_the_program_itself_knows_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    opdrachten = re.findall(r"^    ([a-z]+) {2,}\S", capsys.readouterr().out, re.MULTILINE)
    assert len(opdrachten) >= 6
    for opdracht in opdrachten:
        assert main([opdracht, "--help"]) == 0, opdracht
        assert f"vangnet {opdracht}" in capsys.readouterr().out
