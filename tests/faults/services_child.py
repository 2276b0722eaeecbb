"""What the fault tests of the services run in a process of its own: a disk that is full, a folder that is protected."""

# Run as: python -m tests.faults.services_child MODE FOLDER; results go to standard output, a JSON object a line.

from __future__ import annotations

import json
import os
import resource
import stat
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from desktop.models.errors import UserError
from desktop.models.velden import naar_values
from desktop.models.vooroverleg import SoortGesprek
from desktop.services.beheer import Beheer
from desktop.services.diensten import Diensten, diensten
from desktop.services.gesprekken import Stuk
from desktop.services.kluis import Kluizen, OpenKluis
from desktop.services.systeem import Uuid7
from desktop.vault.folder import DATABASE
from tests import vaultkit

BIG = "Besproken wat er speelt. " * 20_000


class Stil:
    """A clock that stands still."""

    def now(self) -> datetime:
        """Return where it stands."""
        return datetime(2026, 3, 2, 9, tzinfo=timezone(timedelta(hours=1)))


def say(**facts: Any) -> None:
    """Print one result."""
    print(json.dumps(facts), flush=True)


def attempt(what: str, call: Callable[[], object]) -> None:
    """Do something and tell how it ended; anything but a sentence for a person ends this process with a traceback."""
    try:
        call()
        say(what=what, error="")
    except UserError as error:
        say(what=what, error=type(error).__name__, zin=error.zin, stap=error.stap)


def unlock(kit: vaultkit.Kit) -> tuple[OpenKluis, Diensten]:
    """Open the vault as its account, without deriving a key."""
    ids = Uuid7()
    kluizen = Kluizen(Stil(), ids, ids.new(), "testmachine")
    kluis = kluizen.open(kit.folder, kluizen.header(kit.folder), kit.slot, kit.key)
    session = kluizen.sessie(kluis)
    return kluis, diensten(session, Beheer(session, kluis))


def begin(kluis: OpenKluis, d: Diensten) -> Stuk:
    """A new report about some pupil that could be established, with a draft on disk."""
    kind = next(iter(kluis.vault.all("leerling"))).record
    periode = {"rij": str(d.session.ids.new()), "vanaf": "2020-01-01", "gezag": "ja"}
    d.personen.koppel(kind, {"roepnaam": "Els", "achternaam": "Bakker"}, {"soort": "moeder", "perioden": [periode]})
    stuk = d.gesprekken.nieuw_verslag(kind)
    inhoud = {"soort": SoortGesprek.ZORG.value, "onderwerp": "Kanarie", "besproken": "kort", "samengevat": True}
    ouders = [naar_values(kaart.wie) for kaart in d.personen.kaarten(kind)]
    stuk.values.update(inhoud | {"ouders": ouders, "afspraken": []})  # type: ignore[attr-defined]
    assert d.gesprekken.problemen(stuk, stuk.values) == []
    d.gesprekken.bewaar_draft(stuk, stuk.values)
    return stuk


def full(place: Path) -> None:
    """Save, establish and look on a disk that takes no more; then the same again when there is room."""
    kit = vaultkit.filled(place)
    kluis, d = unlock(kit)
    stuk = begin(kluis, d)
    getypt = {**stuk.values, "besproken": BIG}
    size = (kit.folder / DATABASE).stat().st_size
    _limit(size + 4096)
    attempt("bewaar", lambda: d.gesprekken.bewaar(stuk, getypt))
    attempt("draft", lambda: d.gesprekken.bewaar_draft(stuk, getypt))
    attempt("vast", lambda: d.gesprekken.stel_vast(stuk, getypt))
    attempt("bijlage", lambda: d.documenten.voeg_bijlage_toe("foto.jpg", _jpeg()))
    (draft,) = d.gesprekken.drafts()
    say(what="daarna", draft=draft.values["besproken"], getypt=getypt["besproken"] == BIG, gap=kluis.vault.audit_gap)
    _limit(resource.RLIM_INFINITY)
    stored, fout = d.gesprekken.bewaar(stuk, getypt)
    assert stored is not None, fout
    say(what="ruimte", lang=stored.value.besproken == BIG.strip() or stored.value.besproken == BIG)  # type: ignore[union-attr]
    _limit(0)  # not even a line in the log
    again = d.gesprekken.open(stored.record)
    say(what="lezen", same=again.stored == stored, gap=kluis.vault.audit_gap)
    kluis.sluit()  # the header cannot be written either: locking goes on all the same
    _limit(resource.RLIM_INFINITY)
    kluis, d = unlock(kit)
    say(
        what="weer",
        meldingen=kluis.meldingen,
        drafts=len(d.gesprekken.drafts()),
        findings=[finding.code for finding in kluis.vault.verify().findings],
    )
    kluis.sluit()


def protected(place: Path) -> None:
    """Unlock a vault that this user may read and not write; read, try to write, lock; then give the rights back."""
    kit = vaultkit.filled(place)
    kluis, d = unlock(kit)
    stuk = begin(kluis, d)
    stored, fout = d.gesprekken.bewaar(stuk, stuk.values)
    assert stored is not None, fout
    kluis.sluit()
    before = vaultkit.contents(kit.folder)
    root = os.geteuid() == 0
    for path in (*kit.folder.iterdir(), kit.folder):
        path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH | (0o111 if path.is_dir() else 0))
    if root:
        # root may write anywhere: become someone who may not
        _become(65534)
    kluis, d = unlock(kit)
    again = d.gesprekken.open(stored.record)
    say(what="open", meldingen=kluis.meldingen, same=again.stored == stored, alleen_lezen=kluis.vault.read_only)
    attempt("bewaar", lambda: d.gesprekken.bewaar(again, {**again.values, "besproken": "anders"}))
    attempt("draft", lambda: d.gesprekken.bewaar_draft(again, {**again.values, "besproken": "anders"}))
    say(what="zoek", hits=len(d.zoeken.zoek("Kanarie")), gap=kluis.vault.audit_gap)
    kluis.sluit()
    say(what="bytes", same=vaultkit.contents(kit.folder) == before)
    _become(0 if root else None)
    place.chmod(0o700)
    if root:
        _become(65534)
    else:
        place.chmod(0o000)
    attempt("dicht", lambda: unlock(kit))
    _become(0 if root else None)
    place.chmod(0o755)
    kit.folder.chmod(0o700)
    for path in kit.folder.iterdir():
        path.chmod(0o600)
    kluis, d = unlock(kit)
    attempt("weer", lambda: d.gesprekken.bewaar(d.gesprekken.open(stored.record), {**again.values, "besproken": "x"}))
    say(what="eind", meldingen=kluis.meldingen, findings=[f.code for f in kluis.vault.verify().findings])
    kluis.sluit()


def _become(user: int | None) -> None:
    """Go on as another user; None changes nothing."""
    if user is not None:
        os.seteuid(0)
        os.setegid(user)
        os.seteuid(user)


def _limit(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def _jpeg() -> bytes:
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.frombytes("RGB", (400, 400), os.urandom(480_000)).save(out, "JPEG", quality=95)
    return out.getvalue()


MODES: dict[str, Callable[[Path], None]] = {each.__name__: each for each in (full, protected)}

if __name__ == "__main__":
    MODES[sys.argv[1]](Path(sys.argv[2]))
