"""The page of one pupil: reading the file, and adding or changing the pupil's own data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from pydantic import JsonValue
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.models.core import Problem, Record
from desktop.models.errors import Conflict, UserError
from desktop.models.opslag import Draft, Query, Row, Stored
from desktop.models.personen import Groep, Leerling
from desktop.models.rechten import Actie
from desktop.models.velden import naar_values
from desktop.services.diensten import Diensten
from desktop.services.dossierdruk import Papier
from desktop.views.dossier.soorten import ADVIES_GEGEVEN, SOORTEN
from desktop.views.incidenten.soorten import INCIDENT
from desktop.views.kluispagina import KluisPagina
from desktop.views.leerlingen.botsing import toon_beide
from desktop.views.leerlingen.concept import Concept
from desktop.views.leerlingen.dossier import Dossier, DossierVlak, Verboden
from desktop.views.leerlingen.invulblad import Invulblad, form_context
from desktop.views.leerlingen.tijdlijnrij import jaargrenzen
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Label
from desktop.views.work import Work

_LIJST = ("Leerlingen", Plek("leerlingen"))


class LeerlingPagina(KluisPagina):
    """Plek('leerling', id) shows a pupil; with extra 'wijzig' its data as a form, without id a form for a new one."""

    handleiding = "leerlingen"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        parent: QWidget | None = None,
        *,
        papier: Callable[[Callable[[], Papier]], None] | None = None,
    ) -> None:
        super().__init__(diensten, work, navigator, thema, parent)
        self._papier = papier
        self._record: UUID | None = None
        self._naam = ""
        self._groepen: Sequence[tuple[UUID, Groep]] = ()
        self._stapel = QStackedWidget()
        self.dossier = DossierVlak(thema)
        self.dossier.gekozen.connect(navigator.ga)
        self.dossier.chronologie.connect(self._druk_chronologie)
        self.blad: Invulblad | None = None
        self.concept: Concept | None = None
        self._bladkop = Label("", "kop")
        self._leeg = QWidget()
        for deel in (self._leeg, self.dossier):
            self._stapel.addWidget(deel)
        boven = QVBoxLayout()
        boven.setContentsMargins(thema.px(32), 0, thema.px(32), 0)
        boven.addWidget(self.banners)
        self._vak.addLayout(boven)
        self._vak.addWidget(self._stapel, 1)

    def titel(self) -> str:
        """Return the name of the pupil, or what the form is for."""
        if self._invullen():
            return f"{self._naam}: gegevens wijzigen" if self._record else "Nieuwe leerling"
        return self._naam or "Leerling"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the list."""
        if self._invullen() and self._record:
            return (_LIJST, (self._naam, Plek("leerling", self._record)))
        return (_LIJST,)

    def toon(self, plek: Plek) -> None:
        """Show a pupil, or the form for one."""
        self.begin()
        self._record = plek.id
        self._naam = ""
        self._stapel.setCurrentWidget(self._leeg)
        if plek.id is None or plek.extra == "wijzig":
            self._toon_blad(plek.id)
        else:
            record = plek.id
            self.vraag(lambda: self._lees(record), self._zet)

    def mag_weg(self) -> bool:
        """What is half-filled is kept as a draft."""
        self.berg_op()
        return True

    def berg_op(self) -> None:
        """Queue what is half-filled for saving."""
        if self._invullen() and self.concept is not None:
            self.concept.berg_op()

    def nieuw(self) -> bool:
        """Ctrl+N: ask what to record about this pupil."""
        if self._invullen() or not self._naam:
            return False
        if self.dossier.vastlegknop.isEnabled():
            self.dossier.open_vastleggen()
        elif self.dossier.gesprekknop.isEnabled():
            self.dossier.open_menu()
        else:
            return False
        return True

    def druk_af(self) -> bool:
        """Ctrl+P: the chronology, in short."""
        kan = not self._invullen() and self.dossier.tijdlijn.chronologieknop.isVisibleTo(self)
        if kan and self.dossier.tijdlijn.chronologieknop.isEnabled():
            self._druk_chronologie(False)
            return True
        return False

    def _druk_chronologie(self, volledig: bool) -> None:
        """Print what the filters leave; gathered on the vault's lane and rendered on the other."""
        record, papier = self._record, self._papier
        if record is None or papier is None:
            return
        kinds, jaar, keuze = self.dossier.tijdlijn.gefilterd()
        van, tot = jaargrenzen(jaar)
        druk = self._d.dossierdruk
        papier(lambda: druk.chronologie(record, volledig=volledig, kinds=kinds, van=van, tot=tot, keuze=keuze))

    def _invullen(self) -> bool:
        return self.blad is not None and self._stapel.currentWidget() is self.blad

    def _lees(self, record: UUID) -> Dossier:
        gesprekken, dossier, session = self._d.gesprekken, self._d.dossier, self._d.session
        beeld = self._d.personen.leerling(record)
        te_tekenen: Sequence[int] = ()
        if session.mag(Actie.VERSLAG_LEZEN):
            te_tekenen = gesprekken.lijst(Query(target=record, link_role="betreft", due_kind="tekenen"))
        rijen = dossier.rijen(dossier.tijdlijn(record, rol=""))
        ander = any(record not in rij.subjects for rij in rijen)
        rollen = dossier.andere_rollen(record) if ander else {}
        anderen = sorted({p for rij in rijen if rij.id in rollen for p in rij.subjects})
        drafts = [d for d in (*gesprekken.drafts(), *dossier.drafts()) if d.subject == record]
        zaken: Sequence[Row] = ()
        if session.mag(Actie.MELDCODE_LEZEN):
            zaken = self._d.meldcode.zaken(leerling=record)
        return Dossier(
            beeld,
            rijen,
            frozenset(te_tekenen),
            [*sorted(drafts, key=lambda d: d.updated_at, reverse=True), *self._d.personen.drafts_bij(record)],
            rollen,
            {rij.record: rij.title for rij in gesprekken.rijen_van(anderen)},
            zaken,
        )

    def _zet(self, dossier: Dossier) -> None:
        self._naam = dossier.beeld.leerling.titel()
        self.dossier.zet(
            dossier,
            self._d.session.vandaag(),
            Verboden(
                schrijven=self.reden(Actie.VERSLAG_SCHRIJVEN),
                uitnodigen=self.reden(Actie.UITNODIGEN),
                beheren=self.reden(Actie.PERSONEN_BEHEREN),
                lezen=self.reden(Actie.VERSLAG_LEZEN),
                vastleggen=self.reden(Actie.SIGNAAL_GEVEN),
                afdrukken=self.reden(Actie.AFDRUKKEN) or self.reden(Actie.DOSSIER_LEZEN),
            ),
            [s for s in (*SOORTEN.values(), INCIDENT) if s is not ADVIES_GEGEVEN and self._mag_schrijven(s.kind)],
        )
        self._stapel.setCurrentWidget(self.dossier)
        self.neem_focus(self.dossier.vastlegknop if self.dossier.vastlegknop.isEnabled() else self.dossier.gesprekknop)
        self.veranderd.emit()

    def _mag_schrijven(self, kind: type[Record]) -> bool:
        return self._d.stukken(kind).mag_schrijven(kind)

    # -- the form

    def _toon_blad(self, record: UUID | None) -> None:
        personen = self._d.personen

        def lees() -> tuple[Stored | None, Sequence[tuple[UUID, Groep]], Draft | None]:
            stored = personen.leerling(record).stored if record else None
            return stored, personen.groepen(), personen.draft(Leerling, record)

        self.vraag(lees, lambda uitkomst: self._vul_blad(*uitkomst))

    def _vul_blad(self, stored: Stored | None, groepen: Sequence[tuple[UUID, Groep]], draft: Draft | None) -> None:
        self._groepen = groepen
        if self.blad is None:
            self.blad = self._bouw_blad()
            self.concept = Concept(self._d, self._work, self.blad, Leerling, self._waarden)
        assert self.concept is not None
        waarde = stored.value if stored else None
        self._naam = waarde.titel() if waarde else ""
        values = draft.values if draft else naar_values(waarde) if waarde else {}
        self.blad.laad({"leerling": values}, nieuw=waarde is None)
        self.concept.begin(self._record, stored.revision if stored else None, None, draft)
        self._bladkop.setText("Gegevens wijzigen" if stored else "Nieuwe leerling")
        self._vul_aan(groepen)
        self._stapel.setCurrentWidget(self.blad)
        self.blad.formulieren["leerling"].focus_veld("roepnaam")
        self.veranderd.emit()

    def _bouw_blad(self) -> Invulblad:
        blad = Invulblad(form_context(self._d, self._thema), "Bewaar", {"leerling": (Leerling, "")})
        blad.kop.addWidget(self._bladkop)
        blad.verboden = self.reden(Actie.PERSONEN_BEHEREN)
        blad.bewaren.connect(self._bewaar)
        blad.annuleren.connect(self._terug)
        blad.opnieuw.connect(self._begin_opnieuw)
        self._stapel.addWidget(blad)
        return blad

    def _vul_aan(self, groepen: Sequence[tuple[UUID, Groep]]) -> None:
        """Offer the school's groups while typing one."""
        assert self.blad is not None
        veld = self.blad.formulieren["leerling"].veld("groep_naam")
        invoer = veld.editor.widgets()[0] if veld is not None else None
        if isinstance(invoer, QLineEdit):
            namen = QCompleter([groep.naam for _, groep in groepen], invoer)
            namen.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            # Qt counts a choice from the list as no typing
            namen.activated.connect(lambda _: veld.editor.gewijzigd.emit() if veld is not None else None)
            invoer.setCompleter(namen)

    def _bewaar(self) -> None:
        assert self.blad is not None
        assert self.concept is not None
        record, blad, base = self._record, self.blad, self.concept.base
        values = self._met_groep(self._waarden())
        self.berg_op()
        blad.zet_bezig()
        self.vraag(
            lambda: self._d.personen.bewaar(Leerling, record, values, base),
            lambda uitkomst: self._bewaard(*uitkomst),
            self._niet_bewaard,
            urgent=True,
        )

    def _niet_bewaard(self, fout: UserError) -> None:
        assert self.blad is not None
        if isinstance(fout, Conflict):
            self.blad.toon_botsing(fout, self._vergelijk)
        else:
            self.blad.toon_fout(fout)

    def _vergelijk(self) -> None:
        record = self._record
        assert record is not None
        self.vraag(lambda: self._d.personen.leerling(record).stored, self._toon_beide)

    def _toon_beide(self, bewaard: Stored) -> None:
        def neem_mijn() -> None:
            assert self.concept is not None
            self.concept.bouw_op(bewaard.revision)
            self._bewaar()

        toon_beide(self._thema, bewaard, self._met_groep(self._waarden()), neem_mijn, self)

    def _bewaard(self, stored: Stored | None, problemen: list[Problem]) -> None:
        assert self.blad is not None
        if stored is None:
            self.blad.toon_problemen({"leerling": problemen})
            return
        assert self.concept is not None
        self.concept.klaar()
        self.blad.zet_schoon()
        self.toast("De gegevens zijn bewaard" if self._record else "De leerling is toegevoegd")
        self._navigator.rond_af(Plek("leerling", stored.record))

    def _met_groep(self, values: dict[str, JsonValue]) -> dict[str, JsonValue]:
        """Tie the name of the group to the group itself, where the school has one of that name."""
        naam = str(values.get("groep_naam") or "").strip().casefold()
        gevonden = next((record for record, groep in self._groepen if groep.naam.casefold() == naam), None)
        return {**values, "groep": str(gevonden) if gevonden else None}

    def _waarden(self) -> dict[str, JsonValue]:
        assert self.blad is not None
        return self.blad.waarden("leerling")

    def _begin_opnieuw(self) -> None:
        assert self.concept is not None
        self.concept.klaar()
        self.toon(Plek("leerling", self._record, "wijzig" if self._record else "nieuw"))

    def _terug(self) -> None:
        assert self.blad is not None
        if not self.blad.geeft_op():
            return
        if self.blad.vuil() and self.concept is not None:
            self.concept.klaar()
        self.blad.zet_schoon()
        self._navigator.rond_af(Plek("leerling", self._record) if self._record else Plek("leerlingen"))
