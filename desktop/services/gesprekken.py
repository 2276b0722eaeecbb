"""Conversations: inviting, writing, establishing, withdrawing, and what follows an established report."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid5

from desktop.models.actieplan import Actieplan, namen_van
from desktop.models.core import Problem, Record, Values, Wie
from desktop.models.errors import UserError
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.logregel import RegelSoort
from desktop.models.namen import groepsnaam
from desktop.models.opslag import Append, Query, Row, Stored
from desktop.models.personen import Leerling
from desktop.models.rechten import Actie, Rol
from desktop.models.uitnodiging import Uitnodiging
from desktop.models.velden import naar_values
from desktop.models.vervolg import Aanvulling, AfspraakGedaan, InParnasSys, Ondertekening, Vervolg
from desktop.models.vooroverleg import SoortGesprek
from desktop.services.documenten import Documenten
from desktop.services.personen import Personen
from desktop.services.regels import Regels
from desktop.services.session import Session
from desktop.services.stuk import GESPREKSDRAFTS, Ouderstand, Stuk
from desktop.services.stukken import Recht, Stukken

# whoever invites must be able to read the invitation again, without reading reports
_RECHTEN: dict[type[Record], Recht] = {
    Uitnodiging: Recht(Actie.UITNODIGEN, Actie.UITNODIGEN, Actie.UITNODIGEN),
    Gespreksverslag: Recht(Actie.VERSLAG_LEZEN, Actie.VERSLAG_SCHRIJVEN, Actie.VASTSTELLEN),
}


class Gesprekken(Stukken):
    """The way of a conversation from invitation to signed report."""

    def __init__(self, session: Session, personen: Personen, documenten: Documenten) -> None:
        super().__init__(session, documenten, _RECHTEN, _VERVOLG_ACTIE, GESPREKSDRAFTS)
        self._personen = personen
        self._log = Regels(session)

    # -- starting

    def nieuwe_uitnodiging(
        self, leerling: UUID, soort: SoortGesprek | None = None, *, dossier: UUID | None = None
    ) -> Stuk:
        """Return an unsaved invitation for a pupil, with every parent who has gezag on it.

        Begun in a case (`dossier`) it belongs to that case. Raises UserError for a pupil who has left: invitations
        stop then. Of one who died it is held back until somebody writes down why it goes out all the same.
        """
        self._s.eis(Actie.UITNODIGEN)
        wie = self._leerling(leerling, uitnodigen=True)
        # each once, also where a merge left two cards
        ouders = {k.persoon.record: k.wie for k in self._personen.kaarten(leerling) if k.wie.gezag == "ja"}
        ontvangers = [
            {"rij": str(self._s.ids.new()), "wie": naar_values(wie_), "reden": ""} for wie_ in ouders.values()
        ]
        values = {
            "leerling": naar_values(wie),
            "dossier": str(dossier) if dossier else None,
            "soort": soort.value if soort else None,
            "ontvangers": ontvangers,
            "ondertekenaar": self._s.actor.naam,
            "ondertekenaar_functie": self._functie(),
        }
        stuk = self._nieuw(Uitnodiging, values, leerling)
        return replace(stuk, values=self._met_overleden(stuk, stuk.values))

    def nieuw_verslag(
        self,
        leerling: UUID,
        soort: SoortGesprek | None = None,
        uitnodiging: UUID | None = None,
        *,
        dossier: UUID | None = None,
        calamiteit: UUID | None = None,
        te_voeren: UUID | None = None,
    ) -> Stuk:
        """Return an unsaved report, filled with what is known: the invitation's data, the parents, this account.

        Begun in a case (`dossier`), or to an invitation of a case, it belongs to that case. So it belongs to the
        `calamiteit` in which it was begun; `te_voeren` is the row of its action plan.
        """
        self._s.eis(Actie.VERSLAG_SCHRIJVEN)
        wie = self._leerling(leerling, uitnodigen=False)
        values: dict[str, object] = {
            "leerling": naar_values(wie),
            "dossier": str(dossier) if dossier else None,
            "calamiteit": str(calamiteit) if calamiteit else None,
            "te_voeren": str(te_voeren) if te_voeren else None,
            "soort": soort.value if soort else None,
            "datum": self._s.vandaag().isoformat(),
            "school": [naar_values(Wie(naam=self._s.actor.naam, hoedanigheid=self._functie()))],
            "notulist": "",
            "geleid_door": self._s.actor.role if self._s.actor.role != "administratie" else "ib",
        }
        if calamiteit is not None and te_voeren is not None and self._s.mag(Actie.CALAMITEIT):
            values |= self._uit_actieplan(calamiteit, te_voeren)
        if uitnodiging is not None:
            bron = self._s.vault.view(self._s.actor, uitnodiging, self._s.nu()).value
            assert isinstance(bron, Uitnodiging)
            ruw = naar_values(bron)
            values.update({naam: ruw[naam] for naam in _OVER if naam in ruw})
            values["uitnodiging"] = str(uitnodiging)
            values["ouders"] = [naar_values(o.wie) for o in bron.ontvangers]
            values["school"] = [naar_values(w) for w in bron.ook_aanwezig] or values["school"]
        return self._nieuw(Gespreksverslag, values, leerling)

    # -- a pupil who died: a letter to the parents is held back

    def open(self, record: UUID, reden: str = "") -> Stuk:
        """Open a conversation; of an invitation that did not go out yet it says whether the pupil has died since."""
        stuk = super().open(record, reden)
        if stuk.kind is not Uitnodiging or (stuk.stored is not None and stuk.stored.state != "concept"):
            return stuk
        return replace(stuk, values=self._met_overleden(stuk, stuk.values))

    def problemen(self, stuk: Stuk, values: Values) -> list[Problem]:
        """Return what still keeps a form from being established."""
        return super().problemen(stuk, self._met_overleden(stuk, values))

    def stel_vast(self, stuk: Stuk, values: Values) -> tuple[Stored | None, list[Problem]]:
        """Establish; a letter to the parents of a pupil who died only with a reason, which is kept with it."""
        return super().stel_vast(stuk, self._met_overleden(stuk, values))

    def _samen(self, record: UUID, value: Record) -> Sequence[Append]:
        """A talk of a calamity is told in its log (plan, logboek: each talk that was held, with its report)."""
        if not isinstance(value, Gespreksverslag) or value.calamiteit is None:
            return ()
        # closed, or not this account's to write in: the report is established all the same, and its card shows it
        with suppress(UserError):
            return (self._in_logboek(record, value, value.calamiteit),)
        return ()

    def _in_logboek(self, record: UUID, verslag: Gespreksverslag, calamiteit: UUID) -> Append:
        """Return the line: with whom, as the action plan says it, and when; nothing of what was said."""
        met = str(self._uit_actieplan(calamiteit, verslag.te_voeren).get("onderwerp", "")) if verslag.te_voeren else ""
        wie = met or ("de leerling" if verslag.soort is SoortGesprek.LEERLING else "ouders")
        om = datetime.combine(verslag.datum, verslag.tijd) if verslag.datum and verslag.tijd else None
        zin = f"Gesprek gevoerd met: {wie}. Het verslag is vastgesteld."
        return self._log.maak(calamiteit, zin, RegelSoort.GESPREK, om, stuk=record)

    def gepland(self, leerling: UUID) -> Sequence[Row]:
        """Return the invitations of a pupil of which the talk is still to come, or that wait as a concept."""
        self._s.eis(Actie.UITNODIGEN)
        rijen = self._s.vault.rows(self._s.vault.ids(Query(kinds=(Uitnodiging.KIND,), target=leerling)))
        vandaag = self._s.vandaag().isoformat()
        return [rij for rij in rijen if rij.state == "concept" or (rij.event_at or "")[:10] >= vandaag]

    def _met_overleden(self, stuk: Stuk, values: Values) -> Values:
        """Add to the values of an invitation whether its pupil has died, as the vault has it now."""
        if stuk.kind is not Uitnodiging or stuk.leerling is None:
            return values
        value = self._s.vault.get(stuk.leerling).value
        return {**values, "overleden": isinstance(value, Leerling) and value.overleden_op is not None}

    def _uit_actieplan(self, calamiteit: UUID, rij: UUID) -> dict[str, object]:
        """Return what the plan says of a talk: with whom, and who hold it, this account under its own name."""
        plannen = (s.value for s in self._s.vault.followups(calamiteit))
        gesprekken = (g for plan in plannen if isinstance(plan, Actieplan) for g in plan.gesprekken)
        gesprek = next((g for g in gesprekken if g.rij == rij), None)
        if gesprek is None:
            return {}
        ik = Wie(naam=self._s.actor.naam, hoedanigheid=self._functie())
        mijn = {ik.naam.casefold(), ik.naam.split()[0].casefold()}
        namen = namen_van(gesprek.voert)
        school = [ik if naam.casefold() in mijn else Wie(naam=naam) for naam in namen]
        return {"onderwerp": gesprek.met, **({"school": [naar_values(w) for w in school]} if school else {})}

    def _nieuw(self, kind: type[Record], values: dict[str, object], leerling: UUID) -> Stuk:
        return Stuk(self._s.ids.new(), kind, None, values, False, (), leerling)  # type: ignore[arg-type]

    def _leerling(self, leerling: UUID, *, uitnodigen: bool) -> Wie:
        value = self._s.vault.get(leerling).value
        if not isinstance(value, Leerling):
            raise UserError("Deze leerling is er niet meer.", "Kies de leerling opnieuw in de lijst.")
        if uitnodigen and not value.overleden_op and value.is_weg(self._s.vandaag()):
            raise UserError(
                "Deze leerling is van school. Er gaan geen uitnodigingen meer uit.",
                "Klopt dat niet? Pas dan de gegevens van de leerling aan.",
            )
        return Wie(persoon=leerling, naam=value.titel(), hoedanigheid=groepsnaam(value.groep_naam))

    def _functie(self) -> str:
        return Rol.van(self._s.actor.role).label

    # -- what follows

    def ouders(self, stuk: Stuk) -> list[Ouderstand]:
        """Return where each parent stands; the newest outcome counts, earlier ones stay in the file."""
        assert stuk.stored is not None
        verslag = stuk.stored.value
        assert isinstance(verslag, Gespreksverslag)
        standen = []
        for wie in verslag.tekenaars():
            van_hem = [
                s
                for s in stuk.vervolg
                if isinstance(s.value, Ondertekening)
                and (s.value.ouder.persoon or s.value.ouder.naam) == (wie.persoon or wie.naam)
            ]
            laatste = van_hem[-1] if van_hem else None
            waarde = laatste.value if laatste else None
            standen.append(Ouderstand(wie, waarde if isinstance(waarde, Ondertekening) else None, laatste))
        return standen

    def zet_alle_in_parnassys(self, records: Sequence[UUID], datum: date) -> Sequence[Stored]:
        """Tick for several established reports at once, all or none. Raises UserError for a day still to come."""
        self._s.eis(self._vervolg[InParnasSys])
        nu = self._s.nu()
        items: list[Append] = []
        for stored in self._s.vault.get_many(records):
            verslag = stored.value
            if not isinstance(verslag, Gespreksverslag) or stored.state != "vastgesteld":
                raise UserError(
                    "Een van deze verslagen is niet (meer) vastgesteld.", "Ververs de lijst en kies opnieuw."
                )
            vervolg = InParnasSys(
                op=stored.record,
                revisie=stored.digest.hex(),
                leerling=verslag.leerling.persoon,
                moment=nu,
                datum=datum,
            )
            if problems := vervolg.regels(self._s.vandaag()):
                raise UserError(problems[0].zin, "Kies vandaag of een eerdere dag.")
            items.append(Append(self._s.ids.new(), vervolg, None, "vastgesteld"))
        return self._s.vault.append_many(self._s.actor, items, nu, action=InParnasSys.KIND)

    def haal_uit_parnassys(self, gezet: Sequence[UUID]) -> None:
        """Take ticks back that were set by mistake; they stay in the history as withdrawn."""
        self._s.eis(self._vervolg[InParnasSys])
        items = [
            Append(s.record, s.value, s.revision, "ingetrokken")
            for s in self._s.vault.get_many(gezet)
            if isinstance(s.value, InParnasSys)
        ]
        self._s.vault.append_many(self._s.actor, items, self._s.nu(), action="parnassys_teruggenomen")

    def zet_in_parnassys(self, stuk: Stuk, datum: date) -> tuple[Stored | None, list[Problem]]:
        """Tick that the PDF stands in ParnasSys since a day."""
        return self.volg(stuk, InParnasSys, {"datum": datum.isoformat()})

    def tekendraft(self, stuk: Stuk, wie: Wie) -> Values:
        """Return what this account has half-written about the outcome of one parent; nothing where it has not."""
        draft = self._s.vault.draft(self._s.actor.account, _tekendraft(stuk, wie))
        return draft.values if draft is not None else {}

    def bewaar_tekendraft(self, stuk: Stuk, wie: Wie, values: Values) -> None:
        """Keep the half-written words about one parent's outcome; no values drop them. Strokes are never kept so."""
        record = _tekendraft(stuk, wie)
        if not values:
            self._s.vault.drop_draft(self._s.actor.account, record)
            return
        values = {**values, "op": str(stuk.record)}
        self._s.vault.save_draft(self._s.actor, record, Ondertekening.KIND, None, stuk.leerling, values, self._s.nu())

    # -- lists

    def tijdlijn(self, leerling: UUID) -> Sequence[int]:
        """Return row ids of the reports and invitations about a pupil that this account may read, newest first.

        Withdrawn ones too.
        """
        kinds = tuple(kind.KIND for kind, recht in _RECHTEN.items() if self._s.mag(recht.lezen))
        if not kinds:
            return ()
        return self._s.vault.ids(
            Query(
                kinds=kinds,
                target=leerling,
                link_role="betreft",
                states=("concept", "vastgesteld", "ingetrokken"),
            )
        )

    def lijst(self, vraag: Query) -> Sequence[int]:
        """Return row ids of reports and invitations for a question of a list page."""
        self._s.eis(Actie.VERSLAG_LEZEN)
        return self._s.vault.ids(vraag)

    def rijen(self, ids: Sequence[int]) -> Sequence[Row]:
        """Return list rows."""
        return self._s.vault.rows(ids)

    def rijen_van(self, records: Sequence[UUID]) -> Sequence[Row]:
        """Return the list rows of these records."""
        return self._s.vault.rows_of(records)

    def account(self, account: UUID) -> str:
        """Return the name of an account of this vault; '' where it is not known here."""
        return next((a.name for a in self._s.vault.accounts() if a.id == account), "")

    def niet_in_parnassys(self) -> Sequence[int]:
        """Return row ids of established reports whose PDF is not ticked as being in ParnasSys."""
        return self.lijst(Query(kinds=(Gespreksverslag.KIND,), niet_in_parnassys=True))


_OVER = (
    "soort onderwerp datum tijd plaats af_wie af_datum gevaar gevaar_gronden gevaar_reden vt_wie vt_datum vt_besluit "
    "vt_doorgang"
).split()

_VERVOLG_ACTIE: dict[type[Vervolg], Actie] = {
    Ondertekening: Actie.ONDERTEKENEN,
    Aanvulling: Actie.VERSLAG_SCHRIJVEN,
    InParnasSys: Actie.VERSLAG_SCHRIJVEN,
    AfspraakGedaan: Actie.VERSLAG_SCHRIJVEN,
}


def _tekendraft(stuk: Stuk, wie: Wie) -> UUID:
    """The same name for the same parent every time: the follow-up itself does not exist yet."""
    return uuid5(stuk.record, str(wie.persoon or wie.naam))
