"""Vaults as a person knows them: making one, unlocking, locking, recovering. Slow key work is apart from the rest."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from desktop.models.check import check
from desktop.models.core import Actor, Clock, Ids, Problem, Values
from desktop.models.errors import Afgebroken, AlleenLezen, SchijfVol, UserError
from desktop.models.opslag import Account, Append
from desktop.models.rechten import Rol
from desktop.models.school import Schoolprofiel
from desktop.services.ingang import Ingang, Ingangen
from desktop.services.session import Session
from desktop.vault import folder as map_
from desktop.vault import rekey
from desktop.vault.crypto import KdfParams, VaultKey, WrongSecret
from desktop.vault.header import Header, Pairing
from desktop.vault.location import check_location
from desktop.vault.lockfile import FolderLock
from desktop.vault.recovery import RecoveryCodeMistyped
from desktop.vault.store import Vault


@dataclass(slots=True)
class OpenKluis:
    """An unlocked vault: what must be given back at lock. `meldingen` are what the person must know about it now."""

    folder: Path
    header: Header
    key: VaultKey
    lock: FolderLock
    vault: Vault
    actor: Actor
    meldingen: tuple[str, ...] = ()
    dicht: bool = False

    def sluit(self) -> None:
        """Lock: write the audit head into the header, close the database, let the folder go. May be called twice."""
        if self.dicht:
            return
        self.dicht = True
        try:
            if not self.vault.read_only:
                self.header = map_.set_audit_head(self.folder, self.header, self.key, self.vault.audit_head)
                self.vault.set_meta("header_generation", str(self.header.generation))
        except UserError:
            pass  # a full or missing disk must not keep a vault unlocked; the next open notes the older head
        finally:
            self.vault.close()
            self.lock.release()


class Kluizen(Ingangen):
    """Makes and opens vaults for one PC."""

    def __init__(self, clock: Clock, ids: Ids, device: UUID, device_label: str) -> None:
        self._clock = clock
        self._ids = ids
        self._device = device
        self._label = device_label

    def nieuw(
        self,
        folder: Path,
        school: Values,
        naam: str,
        rol: Rol,
        wachtwoordzin: str,
        params: KdfParams | None = None,
    ) -> tuple[OpenKluis, str]:
        """Make a vault in a new folder, with the school's profile and a first account.

        Returns the open vault and the recovery code to print. Raises UserError for a bad place, a short passphrase or
        a profile that cannot be stored; then nothing is left behind.
        """
        check_location(folder)
        profiel, problems = check(Schoolprofiel, school, "bewaren", self._clock.now().date())
        if profiel is None:
            raise UserError(problems[0].zin)
        if not naam.strip():
            raise UserError("Vul de naam van het account in.")
        account = Account(self._ids.new(), naam.strip(), rol.value, True)
        header, key, code = map_.create_vault_folder(
            folder, account=account.id, label=rol.label, passphrase=wachtwoordzin, params=params or map_.calibrate()
        )
        lock = FolderLock.acquire(folder, self._label, self._clock.now())
        try:
            vault = Vault.create(
                folder / map_.DATABASE,
                key.database_key(),
                key.audit_key(),
                vault_id=header.vault_id,
                device=self._device,
                device_label=self._label,
                ids=self._ids,
            )
        except BaseException:
            lock.release()
            raise
        actor = Actor(account.id, account.name, account.role, self._device)
        nu = self._clock.now()
        vault.put_account(actor, account, nu)
        vault.append(actor, Append(self._ids.new(), profiel, None), nu, action="kluis_gemaakt")
        vault.set_meta("header_generation", str(header.generation))
        return OpenKluis(folder, header, key, lock, vault, actor), code

    def open(self, folder: Path, header: Header, slot: UUID, key: VaultKey) -> OpenKluis:
        """Open the database with a derived key. Raises UserError when it is in use, damaged or newer."""
        gevonden = header.slot(slot)
        if gevonden is None or gevonden.account is None:
            raise UserError("Deze ingang is er niet meer.", "Kies een ander account.")
        alleen_lezen = map_.is_read_only(folder)
        lock = FolderLock.acquire(folder, self._label, self._clock.now(), read_only=alleen_lezen)
        try:
            header = map_.newest(folder, header, key)
            if header.pending and not alleen_lezen:
                # a renewal that an earlier session began
                with suppress(SchijfVol, Afgebroken):
                    header, key = rekey.settle(folder, header, key)
            # where it cannot be finished now, how far it came says which key opens; the header goes by the old one
            opent = rekey.opener(folder, key, read_only=alleen_lezen)
            vault = Vault.open(
                folder / map_.DATABASE,
                opent.database_key(),
                key.audit_key(),
                device=self._device,
                device_label=self._label,
                ids=self._ids,
                read_only=alleen_lezen,
            )
        except BaseException:
            lock.release()
            raise
        try:
            if not vault.accounts() and not vault.read_only:
                self._maak_af(vault, gevonden.account, gevonden.label)
            account = next((a for a in vault.accounts() if a.id == gevonden.account and a.active), None)
            if account is None:
                raise UserError("Dit account is gesloten.", "Kies een ander account.")
            actor = Actor(account.id, account.name, account.role, self._device)
            koppeling = header.pair(int(vault.meta("header_generation") or 0))
            meldingen = _meldingen(folder, header, koppeling, vault)
            if not vault.read_only:
                nu = self._clock.now()
                if koppeling in (Pairing.HEADER_OUDER, Pairing.DATABASE_OUDER):
                    vault.log(actor, f"opening_{koppeling.value}", nu)  # the message shows once, this stays
                vault.set_meta("header_generation", str(header.generation))
                vault.log(actor, "ontgrendeld_apparaat" if gevonden.kind == "apparaat" else "ontgrendeld", nu)
            return OpenKluis(folder, header, key, lock, vault, actor, meldingen)
        except BaseException:
            vault.close()
            lock.release()
            raise

    def _maak_af(self, vault: Vault, account: UUID, label: str) -> None:
        """Finish a setup that was killed between database and first account; names are filled in at Instellingen."""
        rol = next((r for r in (Rol.IB, Rol.DIRECTEUR, Rol.VERTROUWENSPERSOON) if r.label == label), Rol.DIRECTEUR)
        nu = self._clock.now()
        vault.put_account(None, Account(account, label, rol.value, True), nu)
        actor = Actor(account, label, rol.value, self._device)
        vault.append(actor, Append(self._ids.new(), Schoolprofiel(naam="School"), None), nu, action="kluis_gemaakt")

    def sessie(self, kluis: OpenKluis) -> Session:
        """Return the session of the account that unlocked."""
        return Session(kluis.vault, kluis.actor, self._clock, self._ids)

    def ontgrendel(self, folder: Path, slot: UUID, wachtwoordzin: str) -> OpenKluis:
        """Read, derive and open in one go, for the command line and tests."""
        header = self.header(folder)
        return self.open(folder, header, slot, self.sleutel(header, slot, wachtwoordzin))

    def herstel_account(self, folder: Path, code: str, slot: UUID, wachtwoordzin: str) -> OpenKluis:
        """Give one account a new passphrase with the recovery sheet, and open the vault as that account; audited.

        Raises RecoveryCodeMistyped (names the lines), WrongSecret, and what `open` raises; then nothing has changed.
        """
        header = self.header(folder)
        # opened first: while another program holds the vault its header must stay as it is
        kluis = self.open(folder, header, slot, map_.derive_recovery(header, code))
        try:
            kluis.header = map_.change_passphrase(folder, kluis.header, kluis.key, slot=slot, passphrase=wachtwoordzin)
            kluis.vault.set_meta("header_generation", str(kluis.header.generation))
            kluis.vault.log(kluis.actor, "hersteld_met_herstelblad", self._clock.now())
        except BaseException:
            kluis.sluit()
            raise
        return kluis

    def keur_school(self, school: Values) -> Sequence[Problem]:
        """Return what is wrong with a school's profile, before there is a vault to keep it."""
        return check(Schoolprofiel, school, "bewaren", self._clock.now().date())[1]

    def keur_plek(self, folder: Path) -> None:
        """Raise UserError where no new vault can be made: synchronised, on the network, in use, not to be written."""
        check_location(folder)
        map_.check_free(folder)
        bestaand = next((p for p in (folder, *folder.parents) if p.exists()), None)
        if bestaand is None or not os.access(bestaand, os.W_OK):
            raise AlleenLezen("In deze map mag je niet schrijven.", "Kies een andere map.")

    def stel_plek_voor(self, mappen: Sequence[Path], naam: str) -> Path:
        """Return where a new vault can be made: in the first folder that will do, under a name that is still free."""
        woorden = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", naam).split()
        kort = " ".join(woorden).strip(" .")[:60].strip() or "Vangnet"
        plekken = [
            plaats / f"{kort}{volg}.kluis" for plaats in mappen for volg in ("", *(f" {n}" for n in range(2, 10)))
        ]
        for plek in plekken:
            try:
                self.keur_plek(plek)
            except UserError:
                continue
            return plek
        return plekken[0]


def _meldingen(folder: Path, header: Header, koppeling: Pairing, vault: Vault) -> tuple[str, ...]:
    """Return what is out of the ordinary at opening: an older file put back, a cut audit, copies of a sync program."""
    regels = []
    if header.from_previous:
        regels.append("De sleutelgegevens waren beschadigd; de vorige versie is gebruikt. Maak een reservekopie.")
    if koppeling is Pairing.HEADER_OUDER:
        regels.append("Er is een ouder sleutelbestand teruggezet. Controleer wie bij deze map kan.")
    if koppeling is Pairing.DATABASE_OUDER or (header.audit_head and not vault.holds_audit_head(header.audit_head)):
        regels.append("De kluis is ouder dan bij de laatste vergrendeling. Controleer de kluis bij Instellingen.")
    if map_.conflict_copies(folder):
        regels.append("In de map staan kopieën van een synchronisatieprogramma. Ze worden niet gebruikt; kijk ze na.")
    if vault.read_only:
        regels.append("Deze kluis kan alleen gelezen worden. Wat je nu schrijft, kan niet worden bewaard.")
    return tuple(regels)


__all__ = ["Header", "Ingang", "Kluizen", "OpenKluis", "RecoveryCodeMistyped", "VaultKey", "WrongSecret"]
