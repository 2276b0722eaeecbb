"""Fault 46: hostile EDEXML is refused in bounded time and memory, with a sentence and a step, and never half read."""

from __future__ import annotations

import os
import time
import tracemalloc
from collections.abc import Iterable
from pathlib import Path

import pytest

from desktop.exchange.edexml import read
from desktop.exchange.edexml_stream import MAX_BYTES
from desktop.models.errors import UserError

KOP = b'<EDEX><leerlingen><leerling key="1"><roepnaam>'
STAART = b"</roepnaam></leerling></leerlingen></EDEX>"
GOED = KOP + b"Jip" + STAART


def _weiger(pad: Path, woord: str, meet: bool = True) -> None:
    """Expect a refusal that says `woord`, within 10 s of computing and, where measured, 20 MB of Python's memory."""
    if meet:  # slows every small text down, so not where there are millions
        tracemalloc.start()
    begin = time.process_time()
    try:
        with pytest.raises(UserError) as fout:
            read(pad)
        piek = tracemalloc.get_traced_memory()[1] if meet else 0
    finally:
        tracemalloc.stop()
    assert time.process_time() - begin < 10
    assert piek < 20_000_000
    assert woord in fout.value.zin and fout.value.stap
    assert pad.exists()


def _schrijf(pad: Path, delen: Iterable[bytes]) -> Path:
    with pad.open("wb") as bestand:
        bestand.writelines(delen)
    return pad


def _dtd(body: str) -> bytes:
    return f"<!DOCTYPE EDEX [{body}]>".encode() + GOED


BOM = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))


@pytest.mark.parametrize(
    "inhoud",
    [
        _dtd(BOM).replace(b"Jip", b"&l9;"),
        _dtd('<!ENTITY a SYSTEM "file:///etc/passwd">').replace(b"Jip", b"&a;"),
        _dtd('<!ENTITY % p SYSTEM "http://example.invalid/x.dtd"> %p;'),
        _dtd(f'<!ENTITY a "{"x" * 100_000}">').replace(b"Jip", b"&a;" * 10_000),
        b'<!DOCTYPE EDEX SYSTEM "http://example.invalid/edex.dtd">' + GOED,
        b"<!DOCTYPE EDEX>" + GOED,
    ],
    ids=["bomb", "local file", "parameter entity", "quadratic", "external dtd", "bare doctype"],
)
def test_documenttype_en_entiteiten(tmp_path: Path, inhoud: bytes) -> None:
    """No document type at all, so no entity can be declared, opened or fetched."""
    _weiger(_schrijf(tmp_path / "in.xml", [inhoud]), "documenttype")


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        (b'<?xml version="1.0" encoding="UTF-8"?>' + GOED.replace(b"Jip", b"Zo\xeb"), "verkeerd gecodeerd"),
        (b'<?xml version="1.0" encoding="klingon"?>' + GOED, "tekencodering"),
        (b'<?xml version="1.0" encoding="zlib_codec"?>' + GOED, "tekencodering"),
        (b'<?xml version="1.0" encoding="utf-7"?>' + GOED, "tekencodering"),
        (GOED[:-12], "beschadigd"),
        (bytes(4000), "beschadigd"),
        (GOED.replace(b"Jip", b"&geheim;"), "beschadigd"),
        (b"", "leeg"),
        (b"PK\x03\x04" + bytes(100), "zip"),
        (b"<html><body><p>Log in</p></body></html>", "geen EDEXML"),
    ],
)
def test_ander_of_stuk_bestand(tmp_path: Path, inhoud: bytes, woord: str) -> None:
    """Each kind of wrong file has its own sentence."""
    _weiger(_schrijf(tmp_path / "in.xml", [inhoud]), woord)


def test_geen_bestand(tmp_path: Path) -> None:
    """A folder, a pipe, or nothing: refused without waiting."""
    assert "geen gewoon bestand" in _zin(tmp_path)
    assert "geen gewoon bestand" in _zin(tmp_path / "weg.xml")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pijp")
        assert "geen gewoon bestand" in _zin(tmp_path / "pijp")


def _zin(pad: Path) -> str:
    with pytest.raises(UserError) as fout:
        read(pad)
    return fout.value.zin


def test_500_megabyte(tmp_path: Path) -> None:
    """Refused by its size, before a byte is read. The file is sparse: it takes no room."""
    pad = _schrijf(tmp_path / "in.xml", [KOP])
    os.truncate(pad, 500_000_000)
    _weiger(pad, "groter dan 200 MB")
    assert MAX_BYTES < 500_000_000


MB = 1_000_000


@pytest.mark.parametrize(
    ("delen", "woord"),
    [
        ([b"<EDEX><!--", *[b"x" * MB] * 30, b"--><leerlingen/></EDEX>"], "geen school"),
        ([b'<EDEX><leerlingen a="', *[b"x" * MB] * 30, b'"/></EDEX>'], "geen school"),
        ([b"<EDEX><", *[b"x" * MB] * 30, b"/></EDEX>"], "geen school"),
        ([b"<EDEX><leerlingen>", *[b"<n%d/>" % n for n in range(50_000)], b"</leerlingen></EDEX>"], "geen school"),
        ([b"<EDEX><leerlingen>", *[b"<a/>" * (MB // 4)] * 10, b"</leerlingen></EDEX>"], "te veel"),
        ([KOP, *[b"\n" * MB] * 10, STAART], "te veel"),
        ([b"<EDEX>", *[b"<a>" * MB]], "te diep"),
    ],
    ids=["comment", "attribute", "tag", "names", "elements", "texts", "depth"],
)
def test_te_veel_van_iets(tmp_path: Path, delen: list[bytes], woord: str) -> None:
    """One thing without end, or things without number: stopped long before the file is done."""
    _weiger(_schrijf(tmp_path / "in.xml", delen), woord, meet=woord != "te veel")


def test_te_veel_leerlingen(tmp_path: Path) -> None:
    """No school has more than 50,000 pupils."""
    lln = (b'<leerling key="%d"><roepnaam>Z</roepnaam></leerling>' % n for n in range(50_001))
    pad = _schrijf(tmp_path / "in.xml", [b"<EDEX><leerlingen>", *lln, b"</leerlingen></EDEX>"])
    assert "50.000" in _zin(pad)


def test_groot_maar_eerlijk_bestand_wordt_gestroomd(tmp_path: Path) -> None:
    """A hundred megabytes of remarks that are not ours to keep pass by without being held."""
    lln = (
        b'<leerling key="%d"><roepnaam>Kind</roepnaam><toevoegingen><blok><o>%s</o></blok></toevoegingen></leerling>\n'
    )
    pad = _schrijf(
        tmp_path / "in.xml",
        [b"<EDEX><leerlingen>\n", *(lln % (n, b"o" * 100_000) for n in range(1000)), b"</leerlingen></EDEX>"],
    )
    assert pad.stat().st_size > 100_000_000
    tracemalloc.start()
    try:
        uit = read(pad)
        piek = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(uit.leerlingen) == 1000 and uit.leerlingen[-1].regel == 1001
    assert piek < 5_000_000
