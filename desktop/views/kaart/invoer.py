"""The form of one organisation of the school's own: beside the shipped ones, or in the place of one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout
from shiboken6 import isValid

from desktop.models.core import Problem, Values
from desktop.models.errors import UserError
from desktop.models.opslag import Draft, Stored
from desktop.models.rechten import Actie
from desktop.models.sociale_kaart import Groep, KaartOrganisatie, Organisatie
from desktop.models.velden import naar_values
from desktop.services.diensten import Diensten
from desktop.services.plan import Plan
from desktop.views.forms.bewaker import Stand
from desktop.views.kaart.pagina import SLEUTEL
from desktop.views.kluispagina import sta_toe
from desktop.views.leerlingen.invulblad import Invulblad, form_context
from desktop.views.navigatie import Navigator, Plek
from desktop.views.plan.eigeninvoer import EigenInvoer, Uitkomst
from desktop.views.theme import Thema
from desktop.views.widgets import Alinea, Bevestiging, Label, Toast, sneltoets
from desktop.views.work import Work

_ERBIJ = "Nee, deze komt erbij"


@dataclass(frozen=True, slots=True)
class _Beeld:
    """What is shown: the stored entry where there is one, and what was half-written."""

    stored: Stored | None
    draft: Draft | None


class KaartInvoerPagina(EigenInvoer):
    """`extra` of the place is the key of an organisation: one's own is changed, a shipped one gets one's own in its
    place; '' makes a new one.
    """

    handleiding = "sociale-kaart"
    kind = KaartOrganisatie
    bewaard_zin = "Bewaard op de sociale kaart"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        plan: Plan,
        herlees: Callable[[], None],
    ) -> None:
        super().__init__(diensten, work, navigator, thema, plan, herlees)
        self._sleutel = ""
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
        if not blad.verboden:
            blad.veranderd.connect(self.bewaker.veranderd)
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
        self._sleutel = plek.extra
        self._geladen = False
        self._lees()

    def _lees(self) -> None:
        sleutel = self._sleutel
        self.blad.setEnabled(False)

        def lees() -> _Beeld:
            eigenplan = self._d.eigenplan
            stored = eigenplan.organisatie(sleutel) if sleutel else None
            if stored is not None:
                return _Beeld(stored, eigenplan.draft(KaartOrganisatie, stored.record))
            return _Beeld(None, eigenplan.draft(KaartOrganisatie, None, vervangt=sleutel))

        self.vraag(lees, self._zet)

    def waarden(self) -> Values:
        """Return what the form and the choice above it hold."""
        return {**self.blad.waarden("organisatie"), "vervangt": self.vervangt.currentData() or ""}

    # -- showing

    def _zet(self, beeld: _Beeld) -> None:
        stored, draft = beeld.stored, beeld.draft
        self._begin(stored, draft)
        meegeleverd = self._plan.meegeleverd().get(self._sleutel)
        values: Values = {"groep": Groep.HULP.value, "feestdagen": False, "gratis": False, "rollen": []}
        if stored is not None and stored.value is not None:
            values = naar_values(stored.value)
        elif meegeleverd is not None:
            values = _uit(meegeleverd)
        if draft is not None:
            values = draft.values
        self._zet_keuzes(str(values.get("vervangt") or ""))
        self._kop.setText(self.titel())
        self._uitleg.setText(
            "Deze organisatie staat alleen op de kaart van jullie school. "
            "Namen van mensen horen hier niet: het nummer van de dienst is genoeg."
        )
        self.verwijderknop.setVisible(stored is not None)
        self.verwijderknop.zet_tekst("Zet terug wat meegeleverd is…" if meegeleverd else "Verwijder…")
        self.blad.setEnabled(True)
        self.blad.laad({"organisatie": values}, nieuw=stored is None and meegeleverd is None)
        if draft is not None:
            self.blad.zet_hersteld(verouderd=draft.base != (stored.revision if stored else None))
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

    def _opdracht(self, record: UUID) -> Callable[[], Uitkomst]:
        # built on what is stored, not on what the draft was begun from: above the form it says that they differ
        values, base = self.waarden(), self._stored.revision if self._stored else None
        return lambda: self._d.eigenplan.bewaar_organisatie(record, values, base)

    def _nieuwste(self) -> Callable[[], Stored | None]:
        sleutel = self._sleutel
        return lambda: self._d.eigenplan.organisatie(sleutel)

    def _zet_stand(self, stand: Stand) -> None:
        self.blad.zet_stand(stand)

    def _toon_bezig(self) -> None:
        self.blad.zet_bezig()

    def _toon_problemen(self, problemen: list[Problem]) -> None:
        self.blad.toon_problemen({"organisatie": problemen})

    def _toon_fout(self, fout: UserError) -> None:
        self.blad.toon_fout(fout)

    def _hierna(self, stored: Stored | None) -> Plek:
        value = stored.value if stored is not None else None
        if stored is None or not isinstance(value, KaartOrganisatie):
            return Plek(SLEUTEL, extra=self._sleutel)
        return Plek(SLEUTEL, extra=value.vervangt or str(stored.record))

    def _laat_los(self) -> None:
        self.blad.zet_schoon()
        super()._laat_los()

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
        self._laat_los()
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
            self._laat_los()
            self._navigator.rond_af(self._hierna(None))


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
