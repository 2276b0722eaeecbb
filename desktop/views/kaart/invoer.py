"""The form of one organisation of the school's own: beside the shipped ones, or in the place of one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout
from shiboken6 import isValid

from desktop.models.core import Problem, Values
from desktop.models.errors import Conflict, UserError
from desktop.models.opslag import Draft, Stored
from desktop.models.rechten import Actie
from desktop.models.sociale_kaart import Groep, KaartOrganisatie, Organisatie
from desktop.models.velden import naar_values
from desktop.services.diensten import Diensten
from desktop.services.plan import Plan
from desktop.views.botsing import leg_naast_elkaar
from desktop.views.kaart.pagina import INVOER, SLEUTEL
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.leerlingen.concept import Concept
from desktop.views.leerlingen.invulblad import Invulblad, form_context
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Bevestiging, Label, Toast, sneltoets
from desktop.views.work import Work

_ERBIJ = "Nee, deze komt erbij"


@dataclass(frozen=True, slots=True)
class _Beeld:
    """What is shown: the stored entry where there is one, and what was half-written."""

    stored: Stored | None
    draft: Draft | None


class KaartInvoerPagina(KluisPagina):
    """`extra` of the place is the key of an organisation: one's own is changed, a shipped one gets one's own in its
    place; '' makes a new one. `herlees` has everything that shows the plan read it again.
    """

    handleiding = "sociale-kaart"
    rail = "plan"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        plan: Plan,
        herlees: Callable[[], None],
    ) -> None:
        super().__init__(diensten, work, navigator, thema)
        self._plan = plan
        self._herlees = herlees
        self._sleutel = ""
        self._stored: Stored | None = None
        self._base: UUID | None = None
        self._geladen = False
        self._kop = Label("", "kop")
        self._kop.setWordWrap(True)
        self._uitleg = Alinea("", "zacht")
        self.vervangt = QComboBox()
        self.vervangt.setAccessibleName("In de plaats van")
        self.vervangt.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        kinds = {"organisatie": (KaartOrganisatie, "")}
        self.blad = Invulblad(form_context(diensten, thema), "Bewaar", kinds, "Verwijder…")
        assert self.blad.extraknop is not None
        self.verwijderknop = self.blad.extraknop
        self.concept = Concept(diensten, work, self.blad, KaartOrganisatie, self.waarden)
        self._bouw()

    def _bouw(self) -> None:
        thema, blad = self._thema, self.blad
        keuze = QVBoxLayout()
        keuze.setSpacing(thema.px(4))
        label = Label("In de plaats van", "veld")
        label.setBuddy(self.vervangt)
        keuze.addWidget(label)
        keuze.addWidget(Alinea("Een meegeleverde organisatie maakt dan plaats voor deze.", "klein"))
        keuze.addWidget(self.vervangt)
        blad.kop.addWidget(self._kop)
        blad.kop.addWidget(self._uitleg)
        blad.kop.addLayout(keuze)
        blad.zet_vooraf((self.vervangt,))
        rand = QVBoxLayout()
        rand.setContentsMargins(thema.px(32), 0, thema.px(32), 0)
        rand.addWidget(self.banners)
        self._vak.addLayout(rand)
        self._vak.addWidget(blad, 1)
        blad.bewaren.connect(self.bewaar)
        blad.annuleren.connect(self._annuleer)
        blad.opnieuw.connect(self._begin_opnieuw)
        self.vervangt.activated.connect(lambda _: blad.zet_vuil())
        self.verwijderknop.clicked.connect(self.verwijder)
        blad.verboden = self.reden(Actie.SCHOOL)
        sta_toe(self.verwijderknop, blad.verboden)
        sneltoets(self, "Ctrl+S", self.bewaar, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def titel(self) -> str:
        """Return what is done here."""
        return "Organisatie wijzigen" if self._stored is not None else "Organisatie toevoegen"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the sociale kaart."""
        return (("Plan", Plek("plan")), ("Sociale kaart", Plek(SLEUTEL)))

    def toon(self, plek: Plek) -> None:
        """Show the form for the organisation that `extra` names."""
        self.begin()
        self._sleutel = sleutel = plek.extra
        self._geladen = False
        self.blad.setEnabled(False)

        def lees() -> _Beeld:
            eigenplan = self._d.eigenplan
            stored = eigenplan.organisatie(sleutel) if sleutel else None
            if stored is not None:
                return _Beeld(stored, eigenplan.draft(KaartOrganisatie, stored.record))
            return _Beeld(None, eigenplan.draft(KaartOrganisatie, None, vervangt=sleutel))

        self.vraag(lees, self._zet)

    def mag_weg(self) -> bool:
        """What is half-filled is kept as a draft."""
        self.berg_op()
        return True

    def berg_op(self) -> None:
        """Queue what is half-filled for saving."""
        if self._geladen:
            self.concept.berg_op()

    def waarden(self) -> Values:
        """Return what the form and the choice above it hold."""
        return {**self.blad.waarden("organisatie"), "vervangt": self.vervangt.currentData() or ""}

    # -- showing

    def _zet(self, beeld: _Beeld) -> None:
        self._stored = beeld.stored
        self._base = beeld.stored.revision if beeld.stored else None
        meegeleverd = self._plan.meegeleverd().get(self._sleutel)
        values: Values = {"groep": Groep.HULP.value, "feestdagen": False, "gratis": False, "rollen": []}
        if beeld.stored is not None and beeld.stored.value is not None:
            values = naar_values(beeld.stored.value)
        elif meegeleverd is not None:
            values = _uit(meegeleverd)
        if beeld.draft is not None:
            values = beeld.draft.values
        self._zet_keuzes(str(values.get("vervangt") or ""))
        self._kop.setText(self.titel())
        self._uitleg.setText(
            "Deze organisatie staat alleen op de kaart van jullie school. "
            "Namen van mensen horen hier niet: het nummer van de dienst is genoeg."
        )
        self.verwijderknop.setVisible(beeld.stored is not None)
        self.verwijderknop.zet_tekst("Zet terug wat meegeleverd is…" if meegeleverd else "Verwijder…")
        self.blad.setEnabled(True)
        self.blad.laad({"organisatie": values}, nieuw=beeld.stored is None and meegeleverd is None)
        self.concept.begin(beeld.stored.record if beeld.stored else None, self._base, None, beeld.draft)
        self._geladen = True
        self.blad.formulieren["organisatie"].focus_veld("naam")
        self.veranderd.emit()

    def _zet_keuzes(self, gekozen: str) -> None:
        """Offer the shipped organisations by name, but not one that another entry stands in the place of."""
        eigen = self._plan.eigen
        bezet = set(eigen.organisaties if eigen else ()) - {gekozen}
        with QSignalBlocker(self.vervangt):
            self.vervangt.clear()
            self.vervangt.addItem(_ERBIJ, "")
            for sleutel, organisatie in self._plan.meegeleverd().items():
                if sleutel not in bezet:
                    self.vervangt.addItem(organisatie.naam, sleutel)
            if gekozen and self.vervangt.findData(gekozen) < 0:
                self.vervangt.addItem("Iets dat niet meer meegeleverd wordt", gekozen)
            self.vervangt.setCurrentIndex(max(0, self.vervangt.findData(gekozen)))

    # -- storing

    def bewaar(self) -> None:
        """Store what the form holds; problems show at their fields, and nothing typed is ever lost."""
        if not self._geladen or self.blad.verboden:
            return
        values, base = self.waarden(), self._base
        record = self._stored.record if self._stored else None
        self.banners.leeg()
        self.blad.zet_bezig()
        self.vraag(
            lambda: self._d.eigenplan.bewaar_organisatie(record, values, base),
            lambda uitkomst: self._bewaard(*uitkomst),
            self._mislukt,
            urgent=True,
        )

    def _bewaard(self, stored: Stored | None, problemen: list[Problem]) -> None:
        if stored is None:
            self.blad.toon_problemen({"organisatie": problemen})
            return
        assert isinstance(stored.value, KaartOrganisatie)
        self.blad.zet_schoon()
        self.concept.klaar()
        self._geladen = False
        self.toast("Bewaard op de sociale kaart")
        self._herlees()
        self._navigator.rond_af(Plek(SLEUTEL, extra=stored.value.vervangt or str(stored.record)))

    def _mislukt(self, fout: UserError) -> None:
        self.blad.toon_fout(fout)
        if isinstance(fout, Conflict) and self._stored is not None:
            sleutel = self._sleutel
            self.vraag(lambda: self._d.eigenplan.organisatie(sleutel), self._vergelijk)

    def _vergelijk(self, nu: Stored | None) -> None:
        if nu is not None:
            leg_naast_elkaar(self._thema, nu, self.waarden(), lambda: self._neem_mijn(nu), self.window())

    def _neem_mijn(self, nu: Stored) -> None:
        self._stored, self._base = nu, nu.revision
        self.bewaar()

    def verwijder(self) -> None:
        """Ask, then take the entry off the map; for a moment that can be undone."""
        stored = self._stored
        if stored is None or not isinstance(stored.value, KaartOrganisatie):
            return
        naam, terug = stored.value.naam, bool(stored.value.vervangt)
        zin = "Daarna staat er weer wat meegeleverd is." if terug else "De organisatie gaat van jullie kaart af."
        vraag = Bevestiging(self._thema, f"‘{naam}’ verwijderen?", zin, "Verwijder", self.window())
        vraag.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        vraag.accepted.connect(lambda: self._verwijder_echt(stored))
        vraag.open()

    def _verwijder_echt(self, stored: Stored) -> None:
        self.vraag(
            lambda: self._d.eigenplan.verwijder_organisatie(stored),
            lambda _: self._verwijderd(stored),
            self._mislukt,
            urgent=True,
        )

    def _verwijderd(self, stored: Stored) -> None:
        assert stored.value is not None
        values = naar_values(stored.value)
        self.blad.zet_schoon()
        self.concept.klaar()
        self._geladen = False
        toast = Toast(self._thema, "De organisatie is verwijderd", self.window(), undo=True)
        toast.ongedaan.connect(lambda: self._zet_terug(values))
        self._herlees()
        self._navigator.rond_af(Plek(SLEUTEL))

    def _zet_terug(self, values: Values) -> None:
        """Store it once more: what was withdrawn never changes again, so it comes back as a new one."""
        if not isValid(self):
            return  # the vault was locked meanwhile, and the word at the bottom stays a moment longer
        self._work.kluis(
            self,
            lambda: self._d.eigenplan.bewaar_organisatie(None, values, None),
            lambda _: self._herlees(),
            None,
            urgent=True,
        )

    def _annuleer(self) -> None:
        if self.blad.geeft_op():
            self._gooi_weg()
            self._navigator.rond_af(Plek(SLEUTEL, extra=self._sleutel))

    def _begin_opnieuw(self) -> None:
        self._gooi_weg()
        self.toon(Plek(INVOER, extra=self._sleutel))

    def _gooi_weg(self) -> None:
        self.blad.zet_schoon()
        self.concept.klaar()
        self._geladen = False


def _uit(organisatie: Organisatie) -> Values:
    """Return a shipped organisation as the values of the form, to begin from."""
    o = organisatie
    groep = next(groep for groep in Groep if groep.label == o.groep)
    return {
        "naam": o.naam,
        "voor": o.voor,
        "groep": groep.value,
        "vervangt": o.sleutel,
        "telefoon": o.telefoon,
        "telefoon_nacht": o.telefoon_nacht,
        "uren": o.uren_tekst,
        "feestdagen": o.feestdagen,
        "gratis": o.gratis,
        "mail": o.mail,
        "site": o.site,
        "rollen": list(o.rollen),
    }
