"""Opening without a passphrase on this computer: off, on, refused by the system, revoked."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail, null
from keyring.errors import KeyringLocked

from desktop.models.errors import UserError
from desktop.models.rechten import Rol
from desktop.services.beheer import Apparaat, Beheer
from desktop.services.kluis import Kluizen, OpenKluis, WrongSecret
from desktop.services.logboek import in_woorden
from desktop.vault.crypto import KdfParams
from desktop.vault.device_secret import NoDeviceSecret
from tests.conftest import CountedIds, StepClock
from tests.sleutelring import Sleutelring, in_plaats_van_het_systeem

ZIN, NIEUW = "vier losse woorden hier", "heel andere woorden dan eerst"


@pytest.fixture
def ring() -> Iterator[Sleutelring]:
    ring = Sleutelring()
    with in_plaats_van_het_systeem(ring):
        yield ring


@pytest.fixture
def kluizen(clock: StepClock, ids: CountedIds) -> Kluizen:
    return Kluizen(clock, ids, ids.new(), "testmachine")


@pytest.fixture
def kluis(kluizen: Kluizen, tmp_path: Path) -> Iterator[OpenKluis]:
    kluis, _ = kluizen.nieuw(tmp_path / "a.kluis", {"naam": "OBS De Proef"}, "Iris", Rol.IB, ZIN, KdfParams())
    yield kluis
    kluis.sluit()


def _beheer(kluizen: Kluizen, kluis: OpenKluis) -> Beheer:
    return Beheer(kluizen.sessie(kluis), kluis)


def _zet_aan(beheer: Beheer, zin: str = ZIN) -> None:
    beheer.onthoud_apparaat(beheer.apparaat_geheim(zin))


def _acties(kluis: OpenKluis) -> list[str]:
    return [rij.action for rij in kluis.vault.audit()]


def test_it_is_off_and_the_system_is_not_even_asked(kluizen: Kluizen, kluis: OpenKluis, ring: Sleutelring) -> None:
    assert _beheer(kluizen, kluis).apparaat() == Apparaat(False, 0)
    slot = kluizen.ingangen(kluis.header)[0].slot
    assert kluizen.apparaat(kluis.header, slot) is None
    assert ring.gevraagd == 0


def test_switched_on_it_opens_the_vault_as_that_account_and_is_audited(
    kluizen: Kluizen, kluis: OpenKluis, ring: Sleutelring
) -> None:
    beheer = _beheer(kluizen, kluis)
    collega = beheer.voeg_account_toe("Sam", Rol.DIRECTEUR, NIEUW)
    _zet_aan(beheer)
    assert beheer.apparaat() == Apparaat(True, 0)
    assert "Iris" not in "".join(s.label for s in kluis.header.slots)
    kluis.sluit()
    header = kluizen.header(kluis.folder)
    eigen, ander = (i.slot for i in kluizen.ingangen(header))  # a computer is no account to choose
    assert kluizen.apparaat(header, ander) is None
    slot = kluizen.apparaat(header, eigen)
    assert slot is not None
    gevonden, sleutel = kluizen.sleutel_apparaat(header, eigen)
    assert gevonden == slot
    geopend = kluizen.open(kluis.folder, header, slot, sleutel)
    try:
        assert geopend.actor.naam == "Iris"
        assert geopend.actor.account != collega.id
        assert {"apparaat_onthouden", "ontgrendeld_apparaat"} <= set(_acties(geopend))
        assert "zonder wachtwoordzin" in in_woorden("ontgrendeld_apparaat")
    finally:
        geopend.sluit()
    kluizen.ontgrendel(kluis.folder, eigen, ZIN).sluit()  # the passphrase as well, always


def test_two_accounts_at_one_computer_do_not_undo_each_other(
    kluizen: Kluizen, kluis: OpenKluis, ring: Sleutelring
) -> None:
    beheer = _beheer(kluizen, kluis)
    beheer.voeg_account_toe("Sam", Rol.DIRECTEUR, NIEUW)
    _zet_aan(beheer)
    eigen, ander = (i.slot for i in kluizen.ingangen(kluis.header))
    kluis.sluit()
    tweede = kluizen.ontgrendel(kluis.folder, ander, NIEUW)
    try:
        van_sam = _beheer(kluizen, tweede)
        _zet_aan(van_sam, NIEUW)
        assert kluizen.apparaat(tweede.header, eigen) != kluizen.apparaat(tweede.header, ander)
        van_sam.vergeet_apparaten()
        van_sam.wis_apparaat_geheim()
        assert kluizen.apparaat(tweede.header, eigen) is not None
        assert kluizen.apparaat(tweede.header, ander) is None
    finally:
        tweede.sluit()


def test_another_passphrase_leaves_it_as_it_is(kluizen: Kluizen, kluis: OpenKluis, ring: Sleutelring) -> None:
    beheer = _beheer(kluizen, kluis)
    _zet_aan(beheer)
    beheer.wijzig_wachtwoordzin(ZIN, NIEUW)
    assert beheer.apparaat() == Apparaat(True, 0)


def test_revoked_it_opens_nothing_also_not_with_an_older_header(
    kluizen: Kluizen, kluis: OpenKluis, ring: Sleutelring, tmp_path: Path
) -> None:
    beheer = _beheer(kluizen, kluis)
    _zet_aan(beheer)
    gekopieerd = dict(ring.bewaard)
    slot = kluizen.ingangen(kluis.header)[0].slot
    oud = tmp_path / "oud"
    shutil.copytree(kluis.folder, oud)
    beheer.vergeet_apparaten()
    beheer.wis_apparaat_geheim()
    assert beheer.apparaat() == Apparaat(False, 0)
    assert ring.bewaard == {}
    assert "apparaat_vergeten" in _acties(kluis)
    ring.bewaard.update(gekopieerd)
    kluis.sluit()
    assert kluizen.apparaat(kluizen.header(kluis.folder), slot) is None
    with pytest.raises(WrongSecret):
        kluizen.sleutel_apparaat(kluizen.header(kluis.folder), slot)
    kluizen.ontgrendel(kluis.folder, slot, ZIN).sluit()  # finishes the renewal of the key
    oude_header = kluizen.header(oud)
    apparaat, oude_sleutel = kluizen.sleutel_apparaat(oude_header, slot)
    with pytest.raises(UserError):
        kluizen.open(kluis.folder, oude_header, apparaat, oude_sleutel)


def test_revoking_needs_no_key_ring(kluizen: Kluizen, kluis: OpenKluis, ring: Sleutelring) -> None:
    """A stolen computer, or a Windows password that was reset: what the system keeps is out of reach then."""
    beheer = _beheer(kluizen, kluis)
    _zet_aan(beheer)
    ring.bewaard.clear()
    _zet_aan(beheer)
    assert beheer.apparaat() == Apparaat(True, 1)
    ring.fout = KeyringLocked("intern")
    beheer.vergeet_apparaten()
    beheer.wis_apparaat_geheim()
    assert not kluis.header.of_kind("apparaat")
    beheer.vergeet_apparaten()
    assert _acties(kluis).count("apparaat_vergeten") == 2  # one for each computer, none for nothing


@pytest.mark.parametrize(
    ("breek", "soort", "woorden"),
    [
        (lambda ring: ring.bewaard.clear(), NoDeviceSecret, "bewaart geen sleutel"),
        (lambda ring: setattr(ring, "fout", KeyringLocked("x")), NoDeviceSecret, "vergrendeld"),
        (lambda ring: setattr(ring, "fout", OSError("x")), NoDeviceSecret, "weigert"),
        (lambda ring: ring.bewaard.update(dict.fromkeys(ring.bewaard, "zz")), NoDeviceSecret, "beschadigd"),
        (lambda ring: ring.bewaard.update(dict.fromkeys(ring.bewaard, "00" * 32)), WrongSecret, "past niet meer"),
        (lambda _: keyring.set_keyring(null.Keyring()), NoDeviceSecret, "geen sleutelopslag"),
        (lambda _: keyring.set_keyring(fail.Keyring()), NoDeviceSecret, "geen sleutelopslag"),
    ],
)
def test_32_33_the_true_cause_and_the_passphrase(
    kluizen: Kluizen, kluis: OpenKluis, ring: Sleutelring, breek, soort: type[UserError], woorden: str
) -> None:
    beheer = _beheer(kluizen, kluis)
    _zet_aan(beheer)
    breek(ring)
    slot = kluizen.ingangen(kluis.header)[0].slot
    for vraag in (kluizen.apparaat, kluizen.sleutel_apparaat):
        with pytest.raises(soort, match=woorden) as gezegd:
            vraag(kluis.header, slot)
        assert "wachtwoordzin" in gezegd.value.stap
    stand = beheer.apparaat()
    assert (stand.hier, stand.andere) == (False, 1)
    assert woorden in stand.reden
    kluis.sluit()
    kluizen.ontgrendel(kluis.folder, slot, ZIN).sluit()


def test_a_system_without_a_store_gives_no_half_slot(kluizen: Kluizen, kluis: OpenKluis) -> None:
    with pytest.raises(NoDeviceSecret, match="geen sleutelopslag"):
        _zet_aan(_beheer(kluizen, kluis))
    assert not kluis.header.of_kind("apparaat")


def test_an_unknown_way_in_is_said(kluizen: Kluizen, kluis: OpenKluis, ring: Sleutelring) -> None:
    blad = kluis.header.of_kind("herstel")[0].id
    with pytest.raises(WrongSecret, match="er niet meer"):
        kluizen.sleutel_apparaat(kluis.header, blad)
    assert kluizen.apparaat(kluis.header, blad) is None


def test_a_closed_account_takes_its_computer_along(kluizen: Kluizen, kluis: OpenKluis, ring: Sleutelring) -> None:
    beheer = _beheer(kluizen, kluis)
    collega = beheer.voeg_account_toe("Sam", Rol.DIRECTEUR, NIEUW)
    kluis.sluit()
    tweede = kluizen.ontgrendel(kluis.folder, kluizen.ingangen(kluis.header)[1].slot, NIEUW)
    _zet_aan(_beheer(kluizen, tweede), NIEUW)
    tweede.sluit()
    weer = kluizen.ontgrendel(kluis.folder, kluizen.ingangen(kluis.header)[0].slot, ZIN)
    try:
        assert weer.header.of_kind("apparaat")
        _beheer(kluizen, weer).sluit_account(collega.id)
        assert not weer.header.of_kind("apparaat")
    finally:
        weer.sluit()
