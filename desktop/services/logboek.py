"""The audit as a person reads it: who, what in plain words, about what; by the page, newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop.models.rechten import Actie
from desktop.services.session import Session

_ACHTERAF = "_achteraf"
_WOORDEN: Mapping[str, str] = {
    "kluis_gemaakt": "Kluis gemaakt",
    "demo": "Demo gemaakt",
    "ontgrendeld": "Kluis geopend",
    "ontgrendeld_apparaat": "Kluis geopend zonder wachtwoordzin",
    "opening_header_ouder": "Geopend met een ouder sleutelbestand",
    "opening_database_ouder": "Geopend met een oudere database",
    "hersteld_met_herstelblad": "Nieuwe wachtwoordzin met het herstelblad",
    "account_toegevoegd": "Account toegevoegd",
    "account_gewijzigd": "Account gewijzigd",
    "account_gesloten": "Account gesloten",
    "wachtwoordzin_gewijzigd": "Wachtwoordzin gewijzigd",
    "apparaat_onthouden": "Openen zonder wachtwoordzin aangezet",
    "apparaat_vergeten": "Openen zonder wachtwoordzin uitgezet",
    "herstelblad_gemaakt": "Nieuw herstelblad gemaakt",
    "herstelblad_bevestigd": "Herstelblad bevestigd",
    "reservekopie": "Reservekopie gemaakt",
    "klok_terug": "Klok van deze computer stond voor of is teruggezet",
    "edexml": "Ingelezen uit EDEXML",
    "bekeken": "Bekeken",
    "gemaakt": "Gemaakt",
    "gewijzigd": "Gewijzigd",
    "bewaard": "Bewaard",
    "vastgesteld": "Vastgesteld",
    "ingetrokken": "Ingetrokken",
    "kaart_ingetrokken": "Gezagskaart ingetrokken",
    "samengevoegd": "Personen samengevoegd",
    "samenvoeging_ongedaan": "Samenvoeging ongedaan gemaakt",
    "ondertekening": "Uitkomst van tekenen vastgelegd",
    "aanvulling": "Aanvulling geschreven",
    "parnassys": "Afgevinkt: staat in ParnasSys",
    "parnassys_teruggenomen": "Vinkje ParnasSys teruggenomen",
    "afspraak_gedaan": "Afspraak afgevinkt",
    "afgedrukt": "Afgedrukt",
    "geexporteerd": "Bewaard als PDF",
}


@dataclass(frozen=True, slots=True)
class Logregel:
    """One line: its number (the oldest is 1), when, who ('' where no account acted), what in words, about what, and the
    reason where one is kept.
    """

    nummer: int
    op: datetime
    wie: str
    wat: str
    titel: str
    reden: str


class Logboek:
    """Reads the audit for who may see it. The list grows at the new end only, so numbers from the old end hold."""

    def __init__(self, session: Session) -> None:
        self._s = session

    def aantal(self) -> int:
        """Return how many lines there are. Raises Geweigerd."""
        self._s.eis(Actie.LOGBOEK_ZIEN)
        nieuwste = self._s.vault.audit(limit=1)
        return nieuwste[0].seq if nieuwste else 0

    def blad(self, nieuwste: int, aantal: int) -> Sequence[Logregel]:
        """Return so many lines, newest first, from the one with the number `nieuwste`. Raises Geweigerd."""
        self._s.eis(Actie.LOGBOEK_ZIEN)
        vault = self._s.vault
        rijen = vault.audit(limit=aantal, before=nieuwste + 1)
        namen = {account.id: account.name for account in vault.accounts()}
        stukken = {rij.record for rij in rijen if rij.record} | {rij.subject for rij in rijen if rij.subject}
        titels = {row.record: row.title for row in vault.rows_of(tuple(stukken))}
        return [
            Logregel(
                nummer=rij.seq,
                op=rij.at.astimezone(self._s.nu().tzinfo),
                wie=namen.get(rij.account, "") if rij.account else "",
                wat=in_woorden(rij.action),
                titel=_over(rij.record, rij.subject, titels, namen),
                reden=rij.reason,
            )
            for rij in rijen
        ]


def in_woorden(actie: str) -> str:
    """Return what was done in plain Dutch; what this version does not know is shown as it is stored."""
    kern = actie.removesuffix(_ACHTERAF)
    woorden = _WOORDEN.get(kern, kern.replace("_", " ").capitalize())
    return f"{woorden} (later genoteerd)" if kern != actie else woorden


def _over(record: UUID | None, subject: UUID | None, titels: Mapping[UUID, str], namen: Mapping[UUID, str]) -> str:
    if record is None:
        return ""
    # an account is a record of the audit, and of no list
    stuk = titels.get(record) or namen.get(record, "")
    kind = titels.get(subject, "") if subject and subject != record else ""
    return " · ".join(deel for deel in (kind, stuk) if deel)
