"""Slots: what opens them, what is noticed, and renewal without the secret."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from desktop.vault import slots
from desktop.vault.crypto import VaultKey, WrongSecret
from desktop.vault.slots import Slot, SlotTampered, Wrapped, make_slot, open_slot, settled, with_pending

VAULT, OTHER = UUID(int=1), UUID(int=2)
SECRET = b"s" * 32
KEY = VaultKey(bytes(64))


def _slot(id: int = 7, key: VaultKey = KEY, secret: bytes = SECRET, generation: int = 1) -> Slot:
    return make_slot(
        VAULT, key, generation, secret, id=UUID(int=id), kind="herstel", label="Herstelblad", account=None, kdf=None
    )


def test_its_secret_opens_it() -> None:
    assert open_slot(_slot(), VAULT, 1, SECRET) == KEY


def test_the_same_secret_never_seals_the_same() -> None:
    one, two = _slot(), _slot()
    assert one.salt != two.salt
    assert one.key != two.key
    assert one.commitment != two.commitment


@pytest.mark.parametrize("secret", [b"", b"s" * 31, b"t" * 32, b"s" * 33])
def test_another_secret_does_not(secret: bytes) -> None:
    with pytest.raises(WrongSecret):
        open_slot(_slot(), VAULT, 1, secret)


def test_it_belongs_to_one_vault_one_generation_one_place() -> None:
    slot = _slot()
    moved = [
        (slot, OTHER, 1),
        (slot, VAULT, 2),
        (replace(slot, id=UUID(int=8)), VAULT, 1),
        (replace(slot, kind="apparaat"), VAULT, 1),
        (replace(slot, account=UUID(int=3)), VAULT, 1),
    ]
    for each, vault, generation in moved:
        with pytest.raises(SlotTampered):
            open_slot(each, vault, generation, SECRET)


def test_exchanged_ciphertexts_are_noticed() -> None:
    one, two = _slot(7), _slot(8, secret=b"u" * 32)
    for field in ("key", "private", "public"):
        with pytest.raises(SlotTampered):
            open_slot(replace(one, **{field: getattr(two, field)}), VAULT, 1, SECRET)
    for field in ("salt", "commitment"):
        with pytest.raises(WrongSecret):
            open_slot(replace(one, **{field: getattr(two, field)}), VAULT, 1, SECRET)
    # all that has to do with keys at once: then it opens with the other secret's key pair only, and not at this place
    whole = replace(two, id=one.id)
    for secret in (SECRET, b"u" * 32):
        with pytest.raises((SlotTampered, WrongSecret)):
            open_slot(whole, VAULT, 1, secret)


def test_renewal_needs_no_secret_and_changes_nothing_until_it_is_settled() -> None:
    new = KEY.renewed()
    slot = with_pending(_slot(), VAULT, new, 2)
    both = open_slot(slot, VAULT, 1, SECRET)
    assert both == KEY
    assert both.pending == new
    assert open_slot(settled(slot, renewed=True), VAULT, 2, SECRET) == new
    back = open_slot(settled(slot, renewed=False), VAULT, 1, SECRET)
    assert (back, back.pending) == (KEY, None)


def test_renewal_repeats() -> None:
    slot, key = _slot(), KEY
    for generation in range(2, 5):
        key = key.renewed()
        slot = settled(with_pending(slot, VAULT, key, generation), renewed=True)
        assert open_slot(slot, VAULT, generation, SECRET) == key


def test_a_pending_key_of_another_slot_or_generation_is_noticed() -> None:
    new = KEY.renewed()
    mine, other = with_pending(_slot(7), VAULT, new, 2), with_pending(_slot(8), VAULT, new, 2)
    wrong = [other.pending, with_pending(_slot(7), VAULT, new, 3).pending, mine.key, Wrapped(bytes(32), bytes(92))]
    for pending in wrong:
        with pytest.raises(SlotTampered):
            open_slot(replace(mine, pending=pending), VAULT, 1, SECRET)


def test_the_old_key_tells_nothing_of_the_new_one() -> None:
    """Who left knows the old vault key and every byte of both headers, but no secret of a slot that stayed."""
    new = KEY.renewed()
    slot = settled(with_pending(_slot(), VAULT, new, 2), renewed=True)
    context = slots._context(slot, VAULT, 2)
    for known in (KEY.raw()[:32], KEY.raw()[32:], KEY.database_key(), KEY.header_key(), KEY.audit_key()):
        for info in ("vangnet/1/wrap", "vangnet/1/private", "vangnet/1/renew"):
            assert slots.unseal(slots.expand(known, info), slot.key.sealed, context) is None


def test_errors_are_new_each_time() -> None:
    """One that is kept would gather tracebacks, with all that stands in their frames."""
    caught = []
    for _ in range(2):
        with pytest.raises(WrongSecret) as error:
            open_slot(_slot(), VAULT, 1, b"no")
        caught.append(error.value)
    assert caught[0] is not caught[1]
