"""The papers of a dossier that are more than one record: chronology, case, weging, summary, blank forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from desktop import documents
from desktop.documents.kader import Gemaakt
from desktop.documents.papieren import (
    AndereWeging,
    Chronologie,
    Chronostuk,
    Inhoudregel,
    Stapblad,
    Stapregel,
    Weging,
    Zaakoverzicht,
    vraagtekst,
)
from desktop.models.core import Wie
from desktop.models.errors import UserError
from desktop.models.kenmerk import kenmerk
from desktop.models.melding import Melding
from desktop.models.namen import groepsnaam
from desktop.models.opmaak import Tekstblok, lees
from desktop.models.opslag import Stored
from desktop.models.personen import Leerling
from desktop.models.rechten import Actie
from desktop.models.vervolg import Vervolg
from desktop.models.weging import Vraag
from desktop.services.documenten import Documenten
from desktop.services.dossier import Dossier
from desktop.services.meldcode import Meldcode, Wegingstand, Zaak
from desktop.services.plan import Plan
from desktop.services.session import Session

Uitleg = Mapping[Vraag, Sequence[Tekstblok]]
"""What the plan says to explain each question."""
Blanco = Literal["signaal", "incident"]
_ZONDER_UITLEG: Uitleg = {}


@dataclass(frozen=True, slots=True)
class Papier:
    """One paper to show, print or save. `maak` needs no vault and may run on any lane.

    `record` and `leerling` are what the audit names when it is printed; None for a blank form, which is about nobody.
    """

    titel: str
    bestandsnaam: str
    maak: Callable[[], Gemaakt]
    record: UUID | None = None
    leerling: UUID | None = None
    openbaar: bool = False
    """It names nobody: a file of it needs no passphrase."""


def vraaguitleg(plan: Plan) -> Uitleg:
    """Return the explanation of the five questions from the pages of the plan, with the school's places filled in."""
    paginas = {vraag: plan.pagina(f"afweging-{vraag.value}") for vraag in Vraag}
    return {vraag: vraagtekst(lees(plan.tekst(pagina))) for vraag, pagina in paginas.items()}


class Dossierdruk:
    """Gathers what a paper is made from, on the vault's lane; who reads what is on it is asked and logged here."""

    def __init__(self, session: Session, documenten: Documenten, dossier: Dossier, meldcode: Meldcode) -> None:
        self._s = session
        self._documenten = documenten
        self._dossier = dossier
        self._meldcode = meldcode

    def chronologie(
        self,
        leerling: UUID,
        *,
        volledig: bool = False,
        kinds: Sequence[str] = (),
        van: date | None = None,
        tot: date | None = None,
        keuze: str = "",
    ) -> Papier:
        """Return the chronology of a pupil, of what this account may read; `keuze` says the filters in words."""
        self._s.eis(Actie.AFDRUKKEN)
        self._s.eis(Actie.DOSSIER_LEZEN)
        # one line for all of it: nobody looks at the records one by one
        value = self._s.vault.view(self._s.actor, leerling, self._s.nu(), "chronologie van het dossier").value
        if not isinstance(value, Leerling):
            raise UserError("Deze leerling is er niet meer.", "Kies de leerling opnieuw in de lijst.")
        wie = Wie(persoon=leerling, naam=value.titel(), hoedanigheid=groepsnaam(value.groep_naam))
        rijen = self._dossier.rijen(self._dossier.tijdlijn(leerling, kinds=kinds, van=van, tot=tot))
        stukken = self._s.vault.get_many([rij.record for rij in rijen])
        return self._chronologie(wie, stukken, volledig, keuze=keuze)

    def chronologie_zaak(self, dossier: UUID, *, volledig: bool = False) -> Papier:
        """Return the chronology of one case, the case itself and its closings included."""
        self._s.eis(Actie.AFDRUKKEN)
        zaak = self._meldcode.zaak(dossier)
        naam = f"{kenmerk(zaak.stored.record)}, {zaak.dossier.kort}"
        stukken = [zaak.stored, *zaak.stukken, *zaak.vervolg]
        return self._chronologie(zaak.dossier.leerling, stukken, volledig, zaak=naam, record=zaak.stored.record)

    def _chronologie(
        self,
        wie: Wie,
        stukken: Sequence[Stored],
        volledig: bool,
        *,
        keuze: str = "",
        zaak: str = "",
        record: UUID | None = None,
    ) -> Papier:
        namen = {account.id: account.name for account in self._s.vault.accounts()}
        bladen = [self._chronostuk(stored, namen.get(stored.account, "")) for stored in stukken]
        inhoud = Chronologie(
            school=self._documenten.school(),
            over=wie,
            stukken=bladen,
            gemaakt_op=self._s.nu(),
            volledig=volledig,
            zaak=zaak,
            keuze=keuze,
            audit_head=self._s.vault.audit_head,
        )
        return Papier(
            "Chronologie",
            f"chronologie-{self._s.nu():%Y-%m-%d}.pdf",
            lambda: documents.render_chronologie(inhoud),
            record or wie.persoon,
            wie.persoon,
        )

    def _chronostuk(self, stored: Stored, door: str) -> Chronostuk:
        vault = self._s.vault
        vervolg = tuple(f.value for f in vault.followups(stored.record) if isinstance(f.value, Vervolg))
        reden = ""
        if stored.state == "ingetrokken":
            reden = next((r.reason for r in vault.audit(record=stored.record, action="ingetrokken", limit=1)), "")
        return Chronostuk(stored, door, vervolg, reden)

    def zaak(self, dossier: UUID) -> Papier:
        """Return the overview of a case: steps, contents, and what it says itself."""
        zaak = self._meldcode.zaak(dossier)
        opdracht = self._documenten.opdracht(zaak.stored)
        overzicht = Zaakoverzicht(
            [
                Stapblad(s.nummer, s.naam, [Stapregel(r.op, r.wat, r.wie) for r in s.gedaan], s.ontbreekt)
                for s in self._meldcode.stappen(zaak)
            ],
            [Inhoudregel(p.nummer, p.naam, len(p.records), p.gevuld) for p in self._meldcode.inhoud(zaak)],
        )
        return self._van_zaak(
            zaak,
            "Overzicht van het dossier",
            "dossier",
            lambda: documents.render_zaak(zaak.dossier, opdracht.kader, overzicht, vervolg=opdracht.vervolg),
        )

    def weging(self, dossier: UUID, weging: UUID, uitleg: Uitleg = _ZONDER_UITLEG) -> Papier:
        """Return one walk through the afwegingskader, with the other walks of the case named beside it."""
        zaak = self._meldcode.zaak(dossier)
        standen = self._meldcode.wegingen(zaak)
        stand = next((s for s in standen if s.weging == weging), None)
        if stand is None:
            raise UserError("Deze weging heeft nog geen vastgesteld antwoord.", "Beantwoord eerst de eerste vraag.")
        opdracht = self._documenten.opdracht(stand.antwoorden[-1])
        inhoud = Weging(
            leerling=zaak.dossier.leerling,
            zaak=kenmerk(zaak.stored.record),
            antwoorden=stand.antwoorden,
            uitleg=uitleg,
            volgende=stand.volgende,
            andere=[_andere(s) for s in standen if s.weging != weging],
        )
        return self._van_zaak(zaak, "Weging", "weging", lambda: documents.render_weging(inhoud, opdracht.kader))

    def samenvatting(self, dossier: UUID, tekst: str) -> Papier:
        """Return the text that a person read through as a PDF, for who is asked for advice."""
        self._s.eis(Actie.AFDRUKKEN)
        zaak = self._meldcode.zaak(dossier)
        school, nu = self._documenten.school().naam, self._s.nu()
        nummer = kenmerk(zaak.stored.record)
        return self._van_zaak(
            zaak,
            "Samenvatting zonder namen",
            "samenvatting",
            lambda: documents.render_samenvatting(tekst, school, nu, nummer),
        )

    def _van_zaak(self, zaak: Zaak, titel: str, naam: str, maak: Callable[[], Gemaakt]) -> Papier:
        record = zaak.stored.record
        return Papier(titel, f"{naam}-{kenmerk(record)}.pdf", maak, record, zaak.dossier.leerling.persoon)

    def apart_blad(self, melding: UUID) -> Papier:
        """Return the separate sheet of a melding, a PDF of its own. Raises UserError where nothing is on it."""
        stuk = self._dossier.open(melding)
        if stuk.stored is None or not isinstance(stuk.stored.value, Melding) or not stuk.stored.value.apart.strip():
            raise UserError("Er is geen apart blad bij deze melding.", "Schrijf het eerst in de melding zelf.")
        opdracht = self._documenten.opdracht(stuk.stored)
        naam = f"apart-blad-{kenmerk(melding)}.pdf"
        return Papier("Apart blad", naam, lambda: self._documenten.apart_blad(opdracht), melding, stuk.leerling)

    def formulier(self, wat: Blanco) -> Papier:
        """Return a blank form, for who has no account."""
        school, nu = self._documenten.school(), self._s.nu()
        if wat == "signaal":
            return Papier(
                "Signaalformulier", "formulier-signaal.pdf", lambda: documents.render_signaalformulier(school, nu)
            )
        return Papier(
            "Incidentformulier", "formulier-incident.pdf", lambda: documents.render_incidentformulier(school, nu)
        )


def _andere(stand: Wegingstand) -> AndereWeging:
    if stand.volgende is not None:
        return AndereWeging(stand.begonnen, f"loopt, vraag {stand.volgende.nummer} volgt")
    return AndereWeging(stand.begonnen, stand.gevolg.uitkomst.label if stand.gevolg else "nog geen uitkomst")
