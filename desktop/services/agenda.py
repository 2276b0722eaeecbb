"""Everything with a date, derived from the records: per role, most urgent first, to do, to give away, as a calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from uuid import UUID, uuid5

from desktop.models.errors import UserError
from desktop.models.jaarcyclus import Jaartaak
from desktop.models.meldcode import MeldcodeDossier
from desktop.models.nazorg import WERK as WERK_NAZORG
from desktop.models.opslag import Append, Stored, Work
from desktop.models.rechten import Actie, Rol
from desktop.models.vervolg import AfspraakGedaan, Herverdeeld, Vervolg, WerkGedaan
from desktop.services.leesrecht import mag_lezen
from desktop.services.session import Session

SOORTEN: Mapping[str, str] = {
    "tekenen": "Nog te tekenen",
    "afspraak": "Afspraak nakomen",
    "evaluatie": "Evalueren",
    "veilig_thuis": "Veilig Thuis bellen",
    "melden": "Melden bij Veilig Thuis",
    "vt_besluit": "Besluit van Veilig Thuis verwacht",
    "cit": "CIT: afsluiting verwacht",
    "resultaat": "Afweging 5: resultaat beoordelen",
    "nazorg": "Nazorg: kijken hoe het gaat",
    WERK_NAZORG: "Nazorg: leg vast hoe het gaat",
    "volgen": "Blijven volgen",
    "contact": "Contact met de leerling",
    "terug": "Terugkomen op advies",
    "rapportage": "Rapportage meldcode invullen",
    "incident": "Incident registreren",
    "jaartaak": "Taak van het schooljaar",
    "monitoring": "Actie na de monitoring",
    "scholing": "Scholing gepland",
    "certificaat": "Certificaat verloopt",
    "vog": "VOG bekijken",
    "plan_nakijken": "Plan nakijken na een wetswijziging",
    "bestuurspakket": "Stukken naar bestuur en coördinator",
    "klacht": "Navragen of de klacht is opgelost",
    "correctie": "Antwoord op verzoek over dossier",
    "bestuurder_inlichten": "Directeur-bestuurder inlichten",
    "calamiteit_evaluatie": "Calamiteit evalueren",
    "draaiboek": "Stap van een draaiboek",
}
"""What each kind of open work is called; none of these says about whom."""


JAARTAAK_VOORUIT = timedelta(days=62)
"""From so long before its day a task of the school year is in the agenda; the wheel has the whole year."""

_ROLLEN_SCHOOL = (Rol.IB, Rol.DIRECTEUR, Rol.LEERKRACHT, Rol.AANDACHTSFUNCTIONARIS)
"""Who does what is in the agenda of a school; administration and vertrouwenspersoon have no part in it."""
_ROLLEN_KLACHT = (Rol.VERTROUWENSPERSOON,)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the agenda."""

    werk: Work
    wat: str
    te_laat: bool
    stuk: str = ""
    """The kind of the record that it is about."""


class Agenda:
    """The list of open work. It is derived: nothing is kept but what was done with it."""

    def __init__(self, session: Session) -> None:
        self._s = session

    def items(self, rol: str | None = None, tot: date | None = None) -> Sequence[Item]:
        """Return open work of one role or of all, overdue first; `tot` leaves out what is due later.

        Tasks of the school year that are still far off are left out too: a year of them would hide the rest.
        """
        # a vault of complaints has work of its own, and nothing else
        self._s.eis(Actie.KLACHT if self._s.mag(Actie.KLACHT) else Actie.VERSLAG_LEZEN)
        vandaag = self._s.vandaag()
        werk = self._s.vault.work(role=rol, until=tot, limit=-1)
        soorten = {row.record: row.kind for row in self._s.vault.rows_of([w.record for w in werk])}
        return [
            Item(w, SOORTEN.get(w.kind, "Openstaand werk"), w.due_on < vandaag, soorten.get(w.record, ""))
            for w in werk
            if mag_lezen(self._s, soorten.get(w.record, "")) and not _ver_weg(w, vandaag)
        ]

    def dossier_van(self, werk: Work) -> UUID | None:
        """Return the meldcode dossier that a piece of work belongs to; None where it stands by itself."""
        stored = self._s.vault.get(werk.record)
        if isinstance(stored.value, MeldcodeDossier):
            return stored.record
        dossier = getattr(stored.value, "dossier", None)
        return dossier if isinstance(dossier, UUID) else None

    def klaar(self, werk: Work, toelichting: str = "", *, gelukt: bool = True) -> Stored:
        """Say that a piece of work is done (an agreement: whether it was kept); `maak_ongedaan` takes that back.

        A task of the school year goes by `Schooljaren.rond_af`, and aftercare by what was seen: raises UserError.
        """
        if werk.kind == Jaartaak.KIND:
            raise UserError("Deze taak hoort bij het schooljaar.", "Rond hem daar af.")
        if werk.kind == WERK_NAZORG:
            # a tick would end the round: the next day stands in what was seen
            raise UserError("Bij nazorg leg je vast hoe het gaat.", "Open de nazorg, en kies daar Leg vast.")
        if werk.kind == "afspraak":
            velden = {"afspraak": UUID(werk.item), "gelukt": gelukt, "toelichting": toelichting}
            return self._volg(AfspraakGedaan, werk, velden)
        return self._volg(WerkGedaan, werk, {"soort": werk.kind, "item": werk.item, "toelichting": toelichting})

    def rollen(self) -> Sequence[Rol]:
        """Return the roles that work can be given to: those that can be in this vault."""
        return _ROLLEN_KLACHT if self._s.mag(Actie.KLACHT) else _ROLLEN_SCHOOL

    def geef(self, werk: Work, rol: Rol) -> Stored:
        """Give a piece of work to another role; raises UserError for one that is not in this vault."""
        if rol not in self.rollen():
            raise UserError(f"De rol {rol.label.lower()} is er in deze kluis niet.", "Kies een andere rol.")
        return self._volg(Herverdeeld, werk, {"soort": werk.kind, "item": werk.item, "rol": rol})

    def maak_ongedaan(self, stored: Stored) -> None:
        """Take back that work was done or given away."""
        assert stored.value is not None
        terug = Append(stored.record, stored.value, stored.revision, "ingetrokken")
        self._s.vault.append(self._s.actor, terug, self._s.nu(), action="ingetrokken", reason="Ongedaan gemaakt")

    def _volg(self, kind: type[Vervolg], werk: Work, velden: Mapping[str, object]) -> Stored:

        self._s.eis(Actie.KLACHT if self._s.mag(Actie.KLACHT) else Actie.DOSSIER_SCHRIJVEN)
        op = self._s.vault.get(werk.record)
        values = {
            "op": werk.record,
            "revisie": op.digest.hex(),
            "leerling": werk.subject,
            "moment": self._s.nu(),
            **velden,
        }
        value = kind.model_validate(values)
        item = Append(self._s.ids.new(), value, None, "vastgesteld")
        return self._s.vault.append(self._s.actor, item, self._s.nu(), action=kind.KIND)

    def ics(self, rol: str | None = None) -> bytes:
        """Return a calendar file (RFC 5545) of the open work: what and when, never about whom.

        A calendar goes to phones and servers outside the vault: only the kind of work is in it, and an identifier from
        which neither record nor person can be found back.
        """
        regels = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vangnet//NL", "CALSCALE:GREGORIAN"]
        stempel = self._s.nu().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        for item in self.items(rol):
            dag = item.werk.due_on
            regels += [
                "BEGIN:VEVENT",
                f"UID:{uuid5(item.werk.record, item.werk.kind + item.werk.item)}@vangnet",
                f"DTSTAMP:{stempel}",
                f"DTSTART;VALUE=DATE:{dag:%Y%m%d}",
                f"DTEND;VALUE=DATE:{dag + timedelta(days=1):%Y%m%d}",
                f"SUMMARY:Vangnet: {item.wat}",
                "TRANSP:TRANSPARENT",
                "CLASS:PRIVATE",
                "END:VEVENT",
            ]
        return ("\r\n".join([*regels, "END:VCALENDAR"]) + "\r\n").encode()


def _ver_weg(werk: Work, vandaag: date) -> bool:
    return werk.kind == Jaartaak.KIND and werk.due_on > vandaag + JAARTAAK_VOORUIT
