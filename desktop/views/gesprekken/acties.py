"""What can be done with an established record about a pupil: each action stores a follow-up, the record stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from desktop.models.core import Problem, Record, Values
from desktop.models.dossier import Overdracht
from desktop.models.errors import UserError
from desktop.models.gespreksverslag import Afspraak, Gespreksverslag
from desktop.models.nazorg import Nazorg, NazorgKeer, volgende_keer
from desktop.models.opslag import Row
from desktop.models.signaal import Signaal
from desktop.models.uitnodiging import Uitnodiging
from desktop.models.vervolg import Aanvulling, AfspraakGedaan, InParnasSys, Vervolg
from desktop.services.stuk import Stuk
from desktop.services.stukken import Stukken
from desktop.views.forms.bewaker import ConceptBewaker
from desktop.views.forms.context import FormContext
from desktop.views.forms.dialoog import FormDialoog
from desktop.views.gesprekken.dialogen import IntrekDialoog, ZaakDialoog
from desktop.views.gesprekken.gegevens import schrijf_begin
from desktop.views.gesprekken.schrijver import Schrijfsoort
from desktop.views.gesprekken.waarden import verschilt
from desktop.views.navigatie import Plek
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.work import Work

DATALEK = (
    "Heeft iemand dit gezien of gekregen die het niet mocht zien? Dan kan het een datalek zijn. "
    "Meld het meteen bij de directeur of de privacy-medewerker van het bestuur."
)


class Leesacties(QObject):
    """Acts on the record that `zet` names. `opnieuw` is called once something changed, to read it again."""

    def __init__(
        self,
        om: Werkomgeving,
        context: FormContext,
        soort: Schrijfsoort,
        opnieuw: Callable[[], None],
        venster: QWidget,
    ) -> None:
        super().__init__(venster)
        self._d, self._work, self._navigator = om.diensten, om.work, om.navigator
        self._stukken = soort.stukken(om.diensten)
        self._context = context
        self._afdrukken = om.afdrukken
        self._opnieuw = opnieuw
        self._venster = venster
        self._stuk: Stuk | None = None

    def zet(self, stuk: Stuk) -> None:
        """Say which record it is about from now on."""
        self._stuk = stuk

    @property
    def _dit(self) -> Stuk:
        assert self._stuk is not None
        return self._stuk

    def druk_af(self) -> None:
        """Open the print dialog."""
        self._afdrukken(self._dit.record)

    def laat_tekenen(self) -> None:
        """Go to where the parents sign."""
        self._navigator.ga(Plek("ondertekenen", self._dit.record))

    def maak_verslag(self) -> None:
        """Start the report of the talk to which this invited."""
        stored = self._dit.stored
        assert stored is not None
        assert isinstance(stored.value, Uitnodiging)
        assert self._dit.leerling is not None
        extra = schrijf_begin(self._dit.leerling, stored.value.soort, self._dit.record)
        self._navigator.ga(Plek("verslag", extra=extra))

    def naar_zaak(self, dossier: UUID) -> None:
        """Go to the case that it belongs to."""
        self._navigator.ga(Plek("zaak", dossier))

    def open_zaak(self) -> None:
        """Begin a case with this signal or hand-over chosen."""
        stuk = self._dit
        assert stuk.leerling is not None
        signaal = stuk.record if stuk.kind is Signaal else None
        overdracht = stuk.record if stuk.kind is Overdracht else None
        extra = schrijf_begin(stuk.leerling, signaal=signaal, overdracht=overdracht)
        self._navigator.ga(Plek("zaak-nieuw", extra=extra))

    def voeg_bij_zaak(self, zaken: Sequence[Row]) -> None:
        """Ask which open case, and let it gather this record."""
        record = self._dit.record
        dialoog = ZaakDialoog(self._context.thema, zaken, self._venster)

        def doe() -> None:
            dossier = dialoog.gekozen()
            self._work.kluis(
                self._venster,
                lambda: self._d.meldcode.voeg_stuk_toe(dossier, record),
                lambda _: self._opnieuw(),
                self._work.fout.emit,
                urgent=True,
            )

        dialoog.accepted.connect(doe)
        open_dialoog(dialoog)

    def zet_in_parnassys(self) -> None:
        """Ask since when the PDF stands in ParnasSys."""
        vandaag = self._d.session.vandaag().isoformat()
        self._vraag(
            InParnasSys,
            "In ParnasSys gezet",
            "Zet de PDF eerst zelf in ParnasSys, bij de juiste leerling. Vul dan hier in wanneer dat was.",
            "Vink af",
            {"datum": vandaag},
        )

    def vul_aan(self) -> None:
        """Ask for an addendum; what is typed is kept as a draft until it is stored or thrown away."""
        stuk = self._dit
        draft = stuk.draft
        # the common words are neuter or not; the report is by far the most common
        naam = "Het verslag" if stuk.kind is Gespreksverslag else "Wat er staat,"
        verder = draft.values if draft is not None and draft.kind == Aanvulling.KIND else None
        self._vraag(
            Aanvulling,
            "Aanvulling",
            f"De aanvulling komt hierbij te staan, met de datum van vandaag. {naam} zelf verandert niet. "
            "Na het bewaren verandert ook de aanvulling niet meer.",
            "Bewaar de aanvulling",
            verder or {"tekst": "", "bijlagen": []},
            # a draft of the report itself (text that came too late) is not written over
            bewaak=draft is None or verder is not None,
        )

    def berg_op(self) -> None:
        """At lock: queue the save of an addendum that is half-written."""
        for bewaker in self.findChildren(ConceptBewaker):
            bewaker.flush()

    def gooi_draft_weg(self) -> None:
        """Drop the half-written text of this account."""
        record = self._dit.record
        self._work.kluis(self, lambda: self._stukken.gooi_draft_weg(record), lambda _: self._opnieuw(), urgent=True)

    def _bewaak(self, dialoog: FormDialoog, stuk: Stuk) -> None:
        """Keep what is typed in a dialog; the draft goes once the follow-up is stored, or nothing is left of it."""

        def bewaar(values: Values, gelukt: Callable[[], None], mislukt: Callable[[UserError], None]) -> None:
            self._work.kluis(
                self, lambda: self._stukken.bewaar_draft(stuk, values), lambda _: gelukt(), mislukt, urgent=True
            )

        def klaar(uitkomst: int) -> None:
            leeg = not verschilt(stuk.kind, {}, dialoog.formulier.values())
            if uitkomst == QDialog.DialogCode.Accepted or leeg:
                bewaker.herstart()
                self.gooi_draft_weg()
            elif bewaker.flush() or stuk.draft is None:
                self._opnieuw()
            bewaker.deleteLater()

        bewaker = ConceptBewaker(dialoog.formulier.values, bewaar, self._d.session.nu, self)
        dialoog.formulier.gewijzigd.connect(bewaker.veranderd)
        dialoog.finished.connect(klaar)

    def rond_af(self, afspraak: Afspraak) -> None:
        """Ask what came of an agreement."""
        self._vraag(
            AfspraakGedaan,
            "Afspraak afronden",
            afspraak.wat,
            "Rond af",
            {"gelukt": None, "toelichting": ""},
            vast={"afspraak": str(afspraak.rij)},
        )

    def loopt_nazorg(self) -> bool:
        """Whether this is aftercare that has not stopped."""
        stuk = self._dit
        nazorg = stuk.stored.value if stuk.stored is not None else None
        return isinstance(nazorg, Nazorg) and volgende_keer(nazorg, _volgden(stuk)) is not None

    def leg_keer_vast(self) -> None:
        """Ask what was seen this time, and when is looked again."""
        begin = {"datum": self._d.session.vandaag().isoformat(), "door": self._d.session.actor.naam}
        nazorg = self._dit.stored.value if self._dit.stored is not None else None
        verwacht = f"Verwacht: {nazorg.verwacht}" if isinstance(nazorg, Nazorg) and nazorg.verwacht else ""
        self._vraag(NazorgKeer, "Hoe gaat het", verwacht, "Leg vast", begin)

    def trek_in(self) -> None:
        """Ask why it is withdrawn, and withdraw it."""
        stuk = self._dit
        wat = "Verslag" if stuk.kind is Gespreksverslag else stuk.kind.NAAM
        gevolgen = [
            f"{wat} ‘{_titel(stuk)}’ verdwijnt uit de tijdlijn en uit het zoeken. Dat kan niet worden teruggedraaid. "
            "Dat het er was, en waarom het is ingetrokken, blijft te zien."
        ]
        if stuk.vast:
            gevolgen.append("Staat het ook in ParnasSys of op papier? Haal het daar zelf weg.")
            gevolgen.append(DATALEK)
        trek_in(self._stukken, self._work, self._context, stuk.record, wat, gevolgen, self._opnieuw, self._venster)

    def _vraag(
        self,
        kind: type[Vervolg],
        titel: str,
        uitleg: str,
        doen: str,
        values: Values,
        vast: Values | None = None,
        bewaak: bool = False,
    ) -> None:
        stuk = self._dit

        def bewaar(ingevuld: Values, klaar: Callable[[Sequence[Problem]], None]) -> None:
            alles = {**ingevuld, **(vast or {})}
            self._work.kluis(
                dialoog,
                lambda: self._stukken.volg(stuk, kind, alles)[1],
                klaar,
                lambda fout: dialoog.toon_fout(str(fout)),
                urgent=True,
            )

        dialoog = FormDialoog(kind, self._context, titel, uitleg, doen, bewaar, self._venster, values=values)
        if bewaak:
            self._bewaak(dialoog, replace(stuk, kind=kind))
        else:
            dialoog.accepted.connect(self._opnieuw)
        open_dialoog(dialoog)


def trek_in(
    stukken: Stukken,
    work: Work,
    context: FormContext,
    record: UUID,
    wat: str,
    gevolgen: Sequence[str],
    daarna: Callable[[], None],
    venster: QWidget,
) -> None:
    """Ask for the reason and withdraw a record; `daarna` once that is done."""
    dialoog = IntrekDialoog(context.thema, wat, gevolgen, venster)

    def doe() -> None:
        reden = dialoog.tekst()
        work.kluis(venster, lambda: stukken.trek_in(record, reden), lambda _: daarna(), _meld, urgent=True)

    def _meld(fout: UserError) -> None:
        work.fout.emit(fout)

    dialoog.accepted.connect(doe)
    open_dialoog(dialoog)


def open_dialoog(dialoog: QDialog) -> None:
    """Open a dialog that goes when it closes, without stopping what else goes on (a lock, a save)."""
    dialoog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialoog.open()


def _volgden(stuk: Stuk) -> list[Record]:
    return [s.value for s in stuk.vervolg if s.value is not None and s.state != "ingetrokken"]


def _titel(stuk: Stuk) -> str:
    assert stuk.stored is not None
    assert stuk.stored.value is not None
    return stuk.stored.value.titel()
