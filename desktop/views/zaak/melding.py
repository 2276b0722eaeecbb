"""The page of a melding: the phone first, then the document in its sections; and of what comes back."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.melding import Melding
from desktop.models.rechten import Actie
from desktop.models.veiligthuis import Terugkoppeling
from desktop.services.plan import Plan
from desktop.views.dossier.direct import veilig_thuis_nummer
from desktop.views.dossier.stuk import DossierPagina
from desktop.views.forms.basis import regel
from desktop.views.forms.lezen import toon_datum
from desktop.views.gesprekken.gegevens import Geladen, schrijf_begin
from desktop.views.kluispagina import sta_toe, waarom_niet
from desktop.views.navigatie import Plek
from desktop.views.theme import Thema
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.widgets import IcoonLabel, Kaart, Knop, SectieKop
from desktop.views.zaak.veiligthuis import MELDING


class ZaakstukPagina(DossierPagina):
    """A record that belongs to a case: its way leads by the case, and back to it."""

    rail = "meldcode"

    def toon(self, plek: Plek) -> None:
        """Show a record, or start one; who does not run the meldcode reads why not."""
        reden = waarom_niet(self._d, Actie.MELDCODE if plek.id is None else Actie.MELDCODE_LEZEN)
        if reden:
            self._plek = plek
            self._ronde += 1
            self.schrijver.stop()
            self._geladen = None
            self._meld("Dit hoort niet bij jouw rol", reden)
            return
        if plek.id is None and "leerling=" not in plek.extra:
            self._zoek_leerling(plek)
            return
        super().toon(plek)

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the case, or by the pupil where there is none."""
        zaak = self._zaak()
        if zaak is None or self._geladen is None:
            return super().kruimels()
        return (("Meldcode", Plek("meldcode")), ("Dossiers", Plek("zaken")), (self._geladen.naam, Plek("zaak", zaak)))

    def _zaak(self) -> UUID | None:
        """Return the case that the record belongs to."""
        return self._geladen.zaak if self._geladen is not None else None

    def _zoek_leerling(self, plek: Plek) -> None:
        """A place can name only the case ('dossier=UUID') or the signal ('signaal:UUID'): the pupil follows from it."""
        self._plek = plek
        self._ronde += 1
        ronde = self._ronde
        naam, _, record = plek.extra.replace(":", "=", 1).partition("=")
        self._geladen = None
        self.schrijver.stop()

        def haal() -> UUID | None:
            return self._d.dossier.leerling_van(UUID(record))

        def thuis(leerling: UUID | None) -> None:
            if ronde != self._ronde:
                return
            if leerling is None:
                self._meld("Voor welke leerling?", "Open eerst het signaal of het dossier. Daar begin je hiermee.")
                return
            vol = Plek(plek.page, extra=f"leerling={leerling};{naam}={record}")
            if self._navigator.huidige == plek:
                self._navigator.vervang(vol)
            self.toon(vol)

        try:
            UUID(record)
        except ValueError:
            self._meld("Voor welke leerling?", "Open eerst het signaal of het dossier. Daar begin je hiermee.")
            return
        self._work.kluis(self, haal, thuis, lambda fout: self._meld(fout.zin, fout.stap))


class BelKaart(QFrame):
    """Phone first: the number, large, and a button that says it was done."""

    gebeld = Signal()

    def __init__(self, thema: Thema, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.setProperty("gevolg", "streng")
        rij = QHBoxLayout(self)
        rij.setContentsMargins(thema.px(20), thema.px(16), thema.px(20), thema.px(16))
        rij.setSpacing(thema.px(16))
        rij.addWidget(IcoonLabel(thema, "phone-call", "op_meldcode", 32), 0, Qt.AlignmentFlag.AlignVCenter)
        tekst = QVBoxLayout()
        tekst.setSpacing(thema.px(2))
        self.kop = regel("", "sterk")
        self.kop.setProperty("gevolgkop", True)
        self.zin = regel(
            "Dag en nacht, gratis. Vertel wat er is, en vraag hoe je de ouders inlicht. Daarna volgt dit document; "
            "het is al ingevuld met wat in het dossier staat.",
            "basis",
        )
        for deel in (self.kop, self.zin):
            deel.setProperty("op", "streng")
            tekst.addWidget(deel)
        rij.addLayout(tekst, 1)
        self.knop = Knop("Ik heb gebeld", thema, icoon="check")
        self.knop.clicked.connect(self.gebeld)
        rij.addWidget(self.knop, 0, Qt.AlignmentFlag.AlignVCenter)
        self.ververs()

    def ververs(self) -> None:
        """Show the number that answers now."""
        self.kop.setText(f"Bel eerst Veilig Thuis: {veilig_thuis_nummer(self._plan)}")
        self.setAccessibleName(f"{self.kop.text()}. {self.zin.text()}")


class MeldingPagina(ZaakstukPagina):
    """Plek('melding', id), or a new one of a case ('dossier=UUID') or of a signal alone ('signaal:UUID')."""

    def __init__(self, om: Werkomgeving, plan: Plan) -> None:
        super().__init__(om, MELDING)
        self._druk = om.druk
        self.leesblad.erbij = self._naast
        self.bel = BelKaart(om.thema, plan)
        self.bel.gebeld.connect(self._gebeld)

    def _getoond(self) -> None:
        super()._getoond()
        if self.bel.parentWidget() is None:
            self.vlak.blad.kop.addWidget(self.bel)
        if self.schrijver.bezig:
            values = self.vlak.formulier.values()
            self.bel.setHidden(bool(values.get("gebeld_op")))
            self.bel.ververs()

    def _gebeld(self) -> None:
        """Fill in when; with whom is for the person."""
        if not self.schrijver.bezig:
            return
        nu = self._d.session.nu()
        for naam, waarde in (("gebeld_op", nu.date().isoformat()), ("gebeld_om", f"{nu:%H:%M}")):
            veld = self.vlak.formulier.veld(naam)
            if veld is not None:
                veld.editor.zet(waarde)
                veld.editor.gewijzigd.emit()
        self.vlak.formulier.focus_veld("gebeld_met")

    def _naast(self, geladen: Geladen) -> list[QWidget]:
        """Return what stands at the right while reading: what comes after a melding."""
        stored = geladen.stuk.stored
        melding = stored.value if stored is not None else None
        if not isinstance(melding, Melding) or stored is None or stored.state != "vastgesteld":
            return []
        thema = self._thema
        kaart = Kaart(thema)
        kaart.inhoud.addWidget(SectieKop(thema, "Na de melding", "phone-incoming", "meldcode"))
        antwoorden = [s.value for s in geladen.stuk.vervolg if isinstance(s.value, Terugkoppeling)]
        besluit = next((t for t in reversed(antwoorden) if t.besluit()), None)
        kaart.inhoud.addWidget(regel(_stand(melding, besluit), "basis"))
        if geladen.stuk.leerling is not None:
            extra = schrijf_begin(geladen.stuk.leerling, dossier=melding.dossier, melding=stored.record)
            terug = Knop("Terugkoppeling vastleggen", thema, "gewoon" if besluit else "primair", "phone-incoming")
            sta_toe(terug, waarom_niet(self._d, Actie.MELDCODE))
            terug.clicked.connect(lambda: self._navigator.ga(Plek(Terugkoppeling.KIND, extra=extra)))
            kaart.inhoud.addWidget(terug)
        if melding.apart.strip():
            record = stored.record
            apart = Knop("Apart blad (PDF)", thema, icoon="lock-simple")
            sta_toe(apart, waarom_niet(self._d, Actie.AFDRUKKEN))
            apart.clicked.connect(lambda: self._druk_apart(record))
            kaart.inhoud.addWidget(regel("Het aparte blad zit niet in de melding zelf. Stuur het apart.", "klein"))
            kaart.inhoud.addWidget(apart)
        return [kaart]

    def _druk_apart(self, melding: UUID) -> None:
        d = self._d
        self._druk(lambda: d.dossierdruk.apart_blad(melding))


def _stand(melding: Melding, besluit: Terugkoppeling | None) -> str:
    if besluit is not None:
        return f"{besluit.titel()}."
    if melding.verwacht_op is None:
        return "Wacht op het besluit van Veilig Thuis."
    op = toon_datum(melding.verwacht_op)
    return f"Het besluit van Veilig Thuis wordt verwacht op {op}. Komt er niets? Bel dan. Dit sluit niet vanzelf."
