"""Running a vault: accounts, passphrases, the recovery sheet, settings, backup, checking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from desktop import documents
from desktop.documents.kader import Gemaakt
from desktop.models.check import check
from desktop.models.core import Problem, Values
from desktop.models.errors import UserError
from desktop.models.opslag import Account, Append, AuditRow, Report, Stored
from desktop.models.rechten import Actie, Rol, past_niet
from desktop.models.school import Schoolprofiel
from desktop.services.kluis import OpenKluis
from desktop.services.session import Session
from desktop.vault import backup, device_secret, recovery, rekey
from desktop.vault import folder as map_
from desktop.vault.backup import Receipt


@dataclass(frozen=True, slots=True)
class Apparaat:
    """Whether the vault opens here without a passphrase; how many other ways like it this account has; why not here."""

    hier: bool
    andere: int
    reden: str = ""


class Beheer:
    """What the settings pages ask for."""

    def __init__(self, session: Session, kluis: OpenKluis) -> None:
        self._s = session
        self._k = kluis

    def _nieuwe_header(self, header: map_.Header, actie: str = "", account: UUID | None = None) -> None:
        """Mirror a written header, and log what it was for unless that is logged elsewhere."""
        self._k.header = header
        self._s.vault.set_meta("header_generation", str(header.generation))
        if actie:
            self._s.vault.log(self._s.actor, actie, self._s.nu(), record=account)

    # -- school

    def school(self) -> Stored:
        """Return the school's profile."""
        return next(iter(self._s.vault.all(Schoolprofiel.KIND)))

    def bewaar_school(self, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Check and store the profile."""
        self._s.eis(Actie.SCHOOL)
        value, problems = check(Schoolprofiel, values, "bewaren", self._s.vandaag())
        if value is None:
            return None, problems
        oud = self.school()
        return self._s.vault.append(self._s.actor, Append(oud.record, value, oud.revision), self._s.nu()), []

    # -- accounts

    def accounts(self) -> Sequence[Account]:
        """Return all accounts, closed ones too."""
        return self._s.vault.accounts()

    def eerste_rol(self) -> Rol:
        """Return the role that the vault was made for: that of a school, or of complaints."""
        return Rol.VERTROUWENSPERSOON if self._is_klachtenkluis() else Rol.DIRECTEUR

    def _is_klachtenkluis(self) -> bool:
        return any(account.role == Rol.VERTROUWENSPERSOON.value for account in self.accounts())

    def voeg_account_toe(self, naam: str, rol: Rol, wachtwoordzin: str) -> Account:
        """Add an account with a passphrase of its own. Slow: it derives a key."""
        self._s.eis(Actie.ACCOUNTS)
        if not naam.strip():
            raise UserError("Vul de naam van het account in.")
        if waarom := past_niet(rol, self.eerste_rol()):
            raise UserError(waarom, "Maak voor klachten een eigen kluis: vergrendel, en kies Nieuwe kluis.")
        account = Account(self._s.ids.new(), naam.strip(), rol.value, True)
        gelijk = sum(1 for s in self._k.header.slots if s.label.split(" (")[0] == rol.label)
        label = rol.label if not gelijk else f"{rol.label} ({gelijk + 1})"
        header = map_.add_passphrase_slot(
            self._k.folder, self._k.header, self._k.key, account=account.id, label=label, passphrase=wachtwoordzin
        )
        self._s.vault.put_account(self._s.actor, account, self._s.nu())
        self._nieuwe_header(header)  # storing the account logged it
        return account

    def sluit_account(self, account: UUID) -> None:
        """Close an account: its slot goes, its name stays with what it wrote. Never the own or the last one."""
        self._s.eis(Actie.ACCOUNTS)
        if account == self._s.actor.account:
            raise UserError("Je kunt je eigen account niet sluiten.", "Laat een collega met beheerrechten dit doen.")
        bestaand = next(a for a in self.accounts() if a.id == account)
        slot = next((s.id for s in self._k.header.of_kind("wachtwoordzin") if s.account == account), None)
        if slot is not None:
            header = map_.remove_slot(self._k.folder, self._k.header, self._k.key, slot=slot)
            # who had the passphrase may have kept an old header: from the next unlocking it opens nothing any more
            header, self._k.key = rekey.begin(self._k.folder, header, self._k.key)
            self._nieuwe_header(header, "account_gesloten", account)
        self._s.vault.put_account(self._s.actor, Account(account, bestaand.name, bestaand.role, False), self._s.nu())

    def wijzig_wachtwoordzin(self, oud: str, nieuw: str) -> None:
        """Change this account's passphrase. Raises WrongSecret when the old one is not right. Slow."""
        slot = self._eigen_slot().id
        map_.derive(self._k.header, slot, oud)
        header = map_.change_passphrase(self._k.folder, self._k.header, self._k.key, slot=slot, passphrase=nieuw)
        self._nieuwe_header(header, "wachtwoordzin_gewijzigd")

    def _eigen_slot(self) -> map_.Slot:
        return next(s for s in self._k.header.of_kind("wachtwoordzin") if s.account == self._s.actor.account)

    # -- opening without a passphrase on this computer (DESIGN: off by default, revocable, never the only slot)

    def apparaat(self) -> Apparaat:
        """Return whether this computer opens the vault for this account, and how many others do. [werk]"""
        header, account = self._k.header, self._s.actor.account
        slots = map_.device_slots(header, account)
        if not slots:
            return Apparaat(False, 0)
        try:
            map_.derive_device(header, account, device_secret.read(header.vault_id, account))
        except (device_secret.NoDeviceSecret, map_.WrongSecret) as fout:
            return Apparaat(False, len(slots), fout.zin)
        return Apparaat(True, len(slots) - 1)

    def apparaat_geheim(self, wachtwoordzin: str) -> bytes:
        """Have the system keep a new secret for this account, whose passphrase proves that it is its owner who asks.

        [werk] Slow. Raises WrongSecret, or NoDeviceSecret with the true cause.
        """
        map_.derive(self._k.header, self._eigen_slot().id, wachtwoordzin)
        return device_secret.keep(self._k.header.vault_id, self._s.actor.account)

    def onthoud_apparaat(self, geheim: bytes) -> None:
        """Let this computer open the vault for this account with the secret that the system now keeps."""
        label = f"Deze computer ({self._eigen_slot().label})"
        header = map_.add_device_slot(
            self._k.folder, self._k.header, self._k.key, account=self._s.actor.account, label=label, secret=geheim
        )
        self._nieuwe_header(header, "apparaat_onthouden")

    def vergeet_apparaten(self) -> None:
        """Revoke all of this account's computers: also the one that was stolen, or whose secret went with a reset."""
        slots = map_.device_slots(self._k.header, self._s.actor.account)
        if not slots:
            return
        for slot in slots:  # each kept in step at once: a disk that fills up half-way must not leave an older header
            self._nieuwe_header(
                map_.remove_device_slot(self._k.folder, self._k.header, self._k.key, slot=slot.id), "apparaat_vergeten"
            )
        # who copied the secret may have kept an old header too: from the next unlocking that opens nothing any more
        header, self._k.key = rekey.begin(self._k.folder, self._k.header, self._k.key)
        self._nieuwe_header(header)

    def wis_apparaat_geheim(self) -> None:
        """Let the system forget the secret. [werk] Where it refuses nothing is lost: the secret opens nothing."""
        with suppress(device_secret.NoDeviceSecret):
            device_secret.forget(self._k.header.vault_id, self._s.actor.account)

    # -- recovery sheet

    def herstel_bevestigd(self) -> bool:
        """Whether a part of the printed sheet was typed back; until then setup is not finished."""
        return self._k.header.recovery_confirmed

    def nieuw_herstelblad(self) -> str:
        """Make a new recovery code; the old sheet no longer opens anything. Returns the code to print."""
        self._s.eis(Actie.HERSTELBLAD)
        header, code = map_.new_recovery_slot(self._k.folder, self._k.header, self._k.key)
        self._nieuwe_header(header, "herstelblad_gemaakt")
        return code

    def herstelblad_pdf(self, code: str) -> Gemaakt:
        """Render the sheet. It exists in memory only, until the person prints or saves it."""
        school = self.school().value
        assert isinstance(school, Schoolprofiel)
        return documents.render_herstelblad(school.naam, recovery.lines(code), self._s.nu(), self._s.actor.naam)

    def vraag_terug(self, code: str) -> tuple[int, str]:
        """Return which line of the sheet (from 1) is to be typed back, and what it says."""
        nummers, regels = recovery.part_to_type(code)
        return nummers[0], regels[0]

    def klopt(self, getypt: str, regel: str) -> bool:
        """Whether a typed line is the printed one; spaces, case and look-alikes do not matter."""
        return recovery.same(getypt, regel)

    def bevestig_herstel(self) -> None:
        """Note that the sheet was printed and typed back."""
        header = map_.confirm_recovery(self._k.folder, self._k.header, self._k.key)
        self._nieuwe_header(header, "herstelblad_bevestigd")

    # -- backup and checking

    def backup(self, doel: Path, between: Callable[[], bool]) -> Receipt:
        """Write a verified, encrypted backup. `between` runs queued saves and returns False to cancel."""
        self._s.eis(Actie.BACKUP)
        bon = backup.make(self._s.vault, self._k.folder, self._k.header, self._k.key, doel, between, self._s.nu())
        self._s.vault.set_meta("backup_op", self._s.nu().isoformat())
        self._s.vault.log(self._s.actor, "reservekopie", self._s.nu())
        return bon

    def laatste_backup(self) -> datetime | None:
        """Return when the last backup was made."""
        gezet = self._s.vault.meta("backup_op")
        return datetime.fromisoformat(gezet) if gezet else None

    def controleer(self, voortgang: Callable[[int, int], bool] | None = None) -> Report:
        """Check the whole vault: both integrity checks, digests, audit chain, derived tables."""
        return self._s.vault.verify(voortgang)

    def logboek(self, record: UUID | None = None, limit: int = 500) -> Sequence[AuditRow]:
        """Return who did what, newest first; of one record, or of all."""
        self._s.eis(Actie.LOGBOEK_ZIEN)
        return self._s.vault.audit(record=record, limit=limit)


__all__ = ["Apparaat", "Beheer", "Receipt"]
