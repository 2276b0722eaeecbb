"""Writes the dossier of one child of the invented school: the signals of a story, and what else the story has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from random import Random
from typing import Any

from desktop.exchange.demo.dagen import eerste_lesdag, lesdag, lokaal
from desktop.exchange.demo.eigen import ADVISEUR
from desktop.exchange.demo.gesprek import Zinnen, over
from desktop.exchange.demo.opbouw import Demoleerling, Demoschool
from desktop.exchange.demo.signaal import Signalen
from desktop.exchange.demo.verhalen import Verhaal
from desktop.models.core import Bijlage, Ids, Record
from desktop.models.dossier import (
    Aanleiding,
    Handelingsplan,
    Kindcheck,
    KindcheckUitkomst,
    KindInZorg,
    OudStuk,
    Overdracht,
    Risico,
    Toestemming,
)
from desktop.models.opslag import Append
from desktop.models.overleg import AdviesGegeven, Deelnemer, Overleg, OverlegSoort
from desktop.models.personen import Gezag
from desktop.models.rechten import Rol
from desktop.models.veiligthuis import Informant, Meldcodestap, VtAdvies, Weg
from desktop.models.vervolg import Herverdeeld

Scan = Callable[[], Bijlage]
"""Returns the next picture of old paper that lies ready in the vault."""


class Dossiers:
    """Makes the records of a story beside its signals. Without `scan` there is no old paper, for it is its scan."""

    def __init__(self, rnd: Random, school: Demoschool, ids: Ids, signalen: Signalen, scan: Scan | None) -> None:
        self._rnd = rnd
        self._school = school
        self._ids = ids
        self._signalen = signalen
        self._scan = scan

    def van(self, leerling: Demoleerling, verhaal: Verhaal) -> list[Append]:
        """Return the whole story about a pupil, in an order in which nothing points ahead."""
        uit = self._signalen.reeks(leerling, verhaal.signalen, self._signalen.dagen(leerling, verhaal.signalen))
        laatste = next(a for a in reversed(uit) if a.value.KIND == "signaal")
        op = laatste.value.event_at()
        assert op is not None
        zin = Zinnen(self._rnd, leerling)
        for n, (soort, delen) in enumerate(verhaal.erbij):
            dag = min(eerste_lesdag(op.date() + timedelta(days=3 * n)), lesdag(self._school.today))
            value = self._stuk(soort, leerling, max(dag, op.date()), laatste, tuple(zin.vul(d) for d in delen))
            if value is not None:
                stuk = Append(self._ids.new(), value, None, "vastgesteld")
                uit += (stuk, *self._doorgegeven(stuk))
        return uit

    def _stuk(
        self, soort: str, leerling: Demoleerling, dag: date, signaal: Append, delen: tuple[str, ...]
    ) -> Record | None:
        wie = over(leerling)
        if soort == "overleg":
            return self.overleg(leerling, dag, *delen)
        if soort == "handelingsplan":
            doel, aanpak, uitkomst = delen
            # what has no outcome yet is looked at again in a while
            kijk = (
                dag + timedelta(days=42) if uitkomst else self._school.today + timedelta(days=self._rnd.randint(3, 30))
            )
            return Handelingsplan(
                leerling=wie,
                datum=dag,
                doel=doel,
                aanpak=aanpak,
                wie="De leerkracht doet het; de intern begeleider kijkt mee.",
                evaluatie=kijk,
                uitkomst=uitkomst,
            )
        if soort == "overdracht":
            return self.overdracht(leerling, dag, delen[0].split(), delen[1])
        if soort == "kindcheck":
            return self._kindcheck(leerling, dag, *delen)
        if soort == "toestemming":
            return self._toestemming(leerling, dag, *delen)
        if soort == "vtadvies":
            stap, ernst, advies, besluit = delen
            return VtAdvies(
                leerling=wie,
                datum=dag,
                bij=signaal.record,
                door=self._school.ib.naam,
                stap=Meldcodestap.van(stap),
                anoniem=False,
                kenmerk=f"VT-{self._rnd.randint(10_000, 99_999)}",
                medewerker="Medewerker van de advieslijn",
                ernst=ernst,
                advies=advies,
                besluit=besluit,
            )
        if soort == "informant":
            return Informant(
                leerling=wie,
                datum=dag,
                weg=Weg.TELEFOON,
                instemming=True,
                verstrekt=delen[0],
                verslag_op=dag,
                akkoord=True,
            )
        return self._oudstuk(leerling, *delen)

    def overleg(
        self, leerling: Demoleerling, dag: date, soort: str, onderwerp: str, inhoud: str, besluit: str, **anders: Any
    ) -> Overleg:
        """Return a consultation of a kind, with who takes part in that kind."""
        ib, leerkracht = self._school.ib.naam, self._signalen.leerkracht(leerling).naam
        af, ot = soort == OverlegSoort.AF.value, soort == OverlegSoort.OT.value
        mensen = [(ib, "intern begeleider"), (ADVISEUR, "aandachtsfunctionaris") if af else (leerkracht, "leerkracht")]
        velden: dict[str, Any] = {"anoniem": True} if af else {}
        if ot:
            ouder = leerling.kaarten[0][1]
            mensen += [(ouder.naam, ouder.hoedanigheid()), ("Fenna Straat", "onderwijsspecialist")]
            velden = {"anoniem": False, "ouders_erbij": True, "groeidocument": True, "leerling_op": dag}
        return Overleg(
            leerling=over(leerling),
            soort=OverlegSoort.van(soort),
            datum=dag,
            onderwerp=onderwerp,
            deelnemers=tuple(Deelnemer(rij=self._ids.new(), naam=naam, rol=rol) for naam, rol in mensen),
            inhoud=inhoud,
            advies=besluit if af else "",
            besluit="" if af else besluit,
            **velden,
            **anders,
        )

    def overdracht(self, leerling: Demoleerling, dag: date, aanleiding: list[str], toelichting: str) -> Overdracht:
        """Return the hand-over from the teacher to the intern begeleider."""
        return Overdracht(
            leerling=over(leerling),
            datum=dag,
            aanleiding=tuple(Aanleiding.van(a) for a in aanleiding),
            van=self._signalen.leerkracht(leerling).naam,
            aan=self._school.ib.naam,
            leerling_op=dag,
            ouders_op=dag,
            toelichting=toelichting,
        )

    def _kindcheck(self, leerling: Demoleerling, dag: date, risico: str, uitkomst: str, toelichting: str) -> Kindcheck:
        v = leerling.value
        jongste = " ".join(
            d for d in (self._rnd.choice(("Pip", "Bo", "Jip", "Mees")), v.voorvoegsel, v.achternaam) if d
        )
        kinderen = (
            *(
                (w.titel(), w.geboortedatum, "")
                for w in (v, *(b.value for b in self._signalen.broers_zussen(leerling)))
            ),
            (jongste, dag - timedelta(days=self._rnd.randint(200, 900)), "Opvang De Zandkuil"),
        )
        return Kindcheck(
            leerling=over(leerling),
            datum=dag,
            ouder=leerling.kaarten[0][1].wie(dag),
            risico=(Risico.van(risico),),
            kinderen=tuple(KindInZorg(rij=self._ids.new(), naam=n, geboren=g, school=s) for n, g, s in kinderen),
            met_ouder_op=dag,
            met_af=self._school.ib.naam,
            uitkomst=KindcheckUitkomst.van(uitkomst),
            toelichting=toelichting,
        )

    def _toestemming(
        self, leerling: Demoleerling, dag: date, waarvoor: str, ontvanger: str, wat: str
    ) -> Toestemming | None:
        """Return consent of those with gezag; None where nobody is known to have it."""
        gevers = tuple(k.wie(dag) for _, k in leerling.kaarten if k.gezag_op(dag) is Gezag.JA)
        if not gevers:
            return None
        return Toestemming(
            leerling=over(leerling),
            datum=dag,
            gegeven_door=gevers,
            gericht=True,
            waarvoor=waarvoor,
            gever="OBS De Wilgenboog",
            ontvanger=ontvanger,
            wat=wat,
        )

    def advies_gegeven(self) -> Append:
        """Return advice to a linked school, about a child that is not named."""
        dag = lesdag(self._school.today - timedelta(days=self._rnd.randint(5, 60)))
        advies = AdviesGegeven(
            school="OBS De Kreekhof",
            datum=dag,
            gevraagd_door="Intern begeleider",
            vraag="Een kind uit een middengroep vertelt elke week een ander verhaal over een blauw oog.",
            advies="Schrijf elk verhaal op in de woorden van het kind. Vraag niet door en praat morgen met ouders.",
        )
        return Append(self._ids.new(), advies, None, "vastgesteld")

    def _oudstuk(self, leerling: Demoleerling, wat: str, van: str, toelichting: str) -> OudStuk | None:
        if self._scan is None:
            return None
        return OudStuk(
            leerling=over(leerling),
            datum=leerling.value.instroomdatum,
            wat=wat,
            van=van,
            toelichting=toelichting,
            bijlagen=(self._scan(),),
        )

    def _doorgegeven(self, stuk: Append) -> list[Append]:
        """Return that the look at a plan is now the teacher's, for one in two that are still open."""
        plan = stuk.value
        if not isinstance(plan, Handelingsplan) or plan.uitkomst or plan.datum is None or self._rnd.random() < 0.5:
            return []
        geven = Herverdeeld(
            op=stuk.record,
            leerling=plan.leerling.persoon,
            moment=lokaal(plan.datum, time(16, 10)),
            soort="evaluatie",
            item="evaluatie",
            rol=Rol.LEERKRACHT,
        )
        return [Append(self._ids.new(), geven, None, "vastgesteld")]
