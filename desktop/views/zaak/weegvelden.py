"""The fields of one answer of the afwegingskader: only those that this question and this answer ask for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from pydantic import JsonValue
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.afweging import Afweging
from desktop.models.core import Problem, Values, Wie
from desktop.models.velden import VeldSpec, is_leeg, past, velden, zichtbaar
from desktop.models.weging import Meldnorm, Vraag
from desktop.services.wegen import Weegbeeld
from desktop.views.forms.basis import Editor, regel
from desktop.views.forms.context import FormContext
from desktop.views.forms.fabriek import maak_editor
from desktop.views.forms.indeling import Twaalf
from desktop.views.forms.personen import PersonenVeld
from desktop.views.forms.veld import VeldWidget
from desktop.views.widgets import Knop, Label, maak_leeg
from desktop.views.widgets.volgorde import keten_in
from desktop.views.zaak.antwoord import AntwoordVeld

SPECS: Mapping[str, VeldSpec] = {spec.naam: spec for spec in velden(Afweging)}
_TOETS = (
    "hulp_mogelijk",
    "dreiging_weg",
    "aanvaard",
    "zet_zich_in",
    "resultaat_veilig",
    "resultaat_welzijn",
    "resultaat_herstel",
)
_WAAROM = ("reden", "wie", "datum", "directeur_op")
_BESLUIT = (
    "vt_wie",
    "vt_op",
    "termijn",
    "effect",
    "casemanager",
    "norm",
    "norm_reden",
    "nazorg",
    "nazorg_op",
    "cit_samen",
    "cit_geen_ander",
)
_TOETSKOP = {Vraag.RESULTAAT: "Het antwoord is alleen ja als alle drie bereikt zijn."}
_NAAST = ("hulp_mogelijk", "dreiging_weg", "aanvaard", "zet_zich_in")
"""Two short questions that stand beside each other here."""
_CIT = {
    True: "Het CIT kan in actie komen, naast de melding. Leg het contact vast in het dossier.",
    False: "Het CIT kan dan niet in actie komen. De melding bij Veilig Thuis gaat gewoon door.",
    None: "Het CIT komt alleen in actie als ouders meewerken en er geen andere hulp in het gezin is.",
}


class Weegvelden(QWidget):
    """Shows and reads the values of an `Afweging`; what the program fills in goes through untouched.

    `onder_antwoord` stands right below the answer: what follows from it.
    """

    gewijzigd = Signal()
    veld_in_focus = Signal(str)

    def __init__(self, context: FormContext, onder_antwoord: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._values: dict[str, JsonValue] = {}
        self._laadt = False
        self._vraag = Vraag.VERMOEDEN
        thema = context.thema
        self.antwoord = AntwoordVeld(thema)
        self._antwoordveld = VeldWidget(SPECS["antwoord"], self.antwoord, thema, toon_label=False)
        self._antwoordveld.gewijzigd.connect(self._anders)
        self.velden: dict[str, VeldWidget] = {"antwoord": self._antwoordveld}
        self._toetskop = regel("", "zacht")
        self._snel = QVBoxLayout()  # below each other: a row that wraps was cut off under its field
        self._snel.setContentsMargins(0, 0, 0, 0)
        self._snel.setSpacing(thema.px(8))
        self._citregel = regel("", "klein")
        self._citkop = Label("Crisis Interventie Team (CIT)", "sectie")
        vak = QVBoxLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setSpacing(thema.px(20))
        vak.addWidget(self._toetskop)
        self._toetsvak = self._raster(_TOETS)
        vak.addWidget(self._toetsvak)
        vak.addWidget(self._antwoordveld)
        vak.addWidget(onder_antwoord)
        vak.addWidget(self._raster(_WAAROM))
        vak.addWidget(self._raster(_BESLUIT[:9]))
        vak.addWidget(self._citkop)
        vak.addWidget(self._citregel)
        vak.addWidget(self._raster(_BESLUIT[9:]))

    def laad(self, beeld: Weegbeeld, values: Values) -> None:
        """Show a question with what is filled in already. Never emits `gewijzigd`."""
        self._laadt = True
        self._vraag = beeld.vraag
        self._values = dict.fromkeys(SPECS) | {"reden": "", "wie": []} | dict(values)
        self.antwoord.zet_vraag(beeld.vraag, beeld.invoer)
        for naam, veld in self.velden.items():
            veld.verberg_herstel()
            veld.toon_problemen(())
            veld.editor.zet(self._values.get(naam))
        self._vul_snel(beeld.voorgesteld)
        self._laadt = False
        self._pas_toe()

    def values(self) -> dict[str, JsonValue]:
        """Return what is filled in; what does not belong to this answer and is empty takes its default."""
        leeg = {naam: w for naam, w in self._values.items() if naam not in SPECS}
        gevuld = {naam: veld.editor.waarde() for naam, veld in self.velden.items()}
        kaal = {n: w for n, w in gevuld.items() if not is_leeg(w)}
        return {**leeg, "vraag": self._vraag.value, **kaal}

    def toon_problemen(self, problemen: Sequence[Problem]) -> Sequence[Problem]:
        """Show each problem at its field; returns those of no field that shows."""
        per: dict[str, list[Problem]] = {}
        rest = []
        for probleem in problemen:
            naam = str(probleem.loc[0]) if probleem.loc else ""
            if naam in self.velden and not self.velden[naam].isHidden():
                per.setdefault(naam, []).append(probleem)
            else:
                rest.append(probleem)
        for naam, veld in self.velden.items():
            veld.toon_problemen(per.get(naam, ()))
        return rest

    def focus_probleem(self) -> None:
        """Put the focus on the first problem."""
        for veld in self.op_volgorde():
            if not veld.isHidden() and veld.heeft_probleem():
                veld.focus_probleem()
                return

    def ontbrekend(self) -> list[VeldSpec]:
        """Return what is required here and empty, in the order on screen."""
        values = self.values()
        return [
            veld.spec
            for veld in self.op_volgorde()
            if veld.spec.veld.verplicht and past(veld.spec.veld, values) and is_leeg(values.get(veld.spec.naam))
        ]

    def focus_veld(self, naam: str) -> None:
        """Put the focus on a field."""
        widgets = self.velden[naam].editor.widgets()
        if widgets:
            widgets[0].setFocus()

    def op_volgorde(self) -> list[VeldWidget]:
        """Return the fields in the order on screen."""
        return [self.velden[naam] for naam in (*_TOETS, "antwoord", *_WAAROM, *_BESLUIT)]

    def _raster(self, namen: Collection[str]) -> QWidget:
        thema = self._context.thema
        vlak = QWidget()
        raster = Twaalf(vlak, thema.px(16), thema.px(20), thema.px(420))
        for naam in namen:
            spec = SPECS[naam]
            editor: Editor = maak_editor(spec, self._context)
            veld = VeldWidget(spec, editor, thema)
            veld.gewijzigd.connect(self._anders)
            editor.bouw_anders.connect(self._keten)
            if naam == "wie":
                snel = QWidget()
                snel.setLayout(self._snel)
                veld.zet_onder(snel)
            self.velden[naam] = veld
            raster.zet(veld, 6 if naam in _NAAST else spec.veld.breed)
        return vlak

    def _vul_snel(self, mensen: Sequence[Wie]) -> None:
        """Offer who usually weigh: one press each instead of a search."""
        maak_leeg(self._snel)
        veld = self.velden["wie"].editor
        assert isinstance(veld, PersonenVeld)
        for wie in mensen:
            knop = Knop(f"{wie.naam}, {wie.hoedanigheid}", self._context.thema, "chip", "plus")
            knop.setAccessibleName(f"Wie wegen mee: voeg {wie.naam}, {wie.hoedanigheid} toe")
            knop.clicked.connect(lambda _=False, w=wie: veld.voeg_toe(w))
            self._snel.addWidget(knop, 0, Qt.AlignmentFlag.AlignLeft)
            knop.show()

    def _anders(self, naam: str) -> None:
        if self._laadt:
            return
        if naam == "antwoord" and self._vraag is Vraag.ACCEPTATIE and self.antwoord.waarde() == "nee":
            veld = self.velden["norm"].editor
            if veld.waarde() is None:
                veld.zet(Meldnorm.TWEE.value)  # the plan names none: a proposal that can be changed
        self._pas_toe()
        self.gewijzigd.emit()

    def _pas_toe(self) -> None:
        """Show what this question and answer ask for."""
        values = self.values()
        for naam, veld in self.velden.items():
            toon = naam == "antwoord" or zichtbaar(veld.spec, values)
            if veld.isHidden() is toon:
                veld.setHidden(not toon)
            veld.zet_notitie("" if past(veld.spec.veld, values) else "Hoort niet bij dit antwoord. Het blijft bewaard.")
        kop = _TOETSKOP.get(self._vraag, "")
        self._toetskop.setText(kop)
        self._toetskop.setHidden(not kop)
        self._toetsvak.setHidden(all(self.velden[naam].isHidden() for naam in _TOETS))
        cit = not self.velden["cit_samen"].isHidden()
        delen = (values.get("cit_samen"), values.get("cit_geen_ander"))
        kan = False if False in delen else True if delen == (True, True) else None
        self._citregel.setText(_CIT[kan])
        for deel in (self._citkop, self._citregel):
            deel.setHidden(not cit)
        gekozen = {w.get("naam") for w in self._wie() if isinstance(w, dict)}
        for n in range(self._snel.count()):
            item = self._snel.itemAt(n)
            knop = item.widget() if item is not None else None
            if isinstance(knop, Knop):
                knop.setHidden(knop.text().replace("&&", "&").split(", ")[0] in gekozen)
        self._keten()

    def _wie(self) -> list[JsonValue]:
        waarde = self.velden["wie"].editor.waarde()
        return waarde if isinstance(waarde, list) else []

    def _keten(self) -> None:
        if not self._laadt:
            keten_in(self, [w for veld in self.op_volgorde() for w in veld.editor.widgets()])
