"""The afwegingskader: one question at a time, with what the dossier says beside it and what follows from the answer."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent

from desktop.models.afweging import Afweging
from desktop.models.errors import UserError
from desktop.models.opslag import Stored
from desktop.models.plan import BEGRIP, KAART, PLAN
from desktop.models.rechten import Actie
from desktop.models.weging import Gevolg, Uitkomst, Vraag
from desktop.services.documenten import Opdracht
from desktop.services.dossierdruk import vraaguitleg
from desktop.services.plan import Plan
from desktop.services.wegen import Weegbeeld
from desktop.views.forms.bewaker import Stand
from desktop.views.forms.voet import FormVoet
from desktop.views.gesprekken.omgeving import Mensen, Omgeving
from desktop.views.kluispagina import KluisPagina
from desktop.views.navigatie import Plek
from desktop.views.plan.begrip import Begripvlak
from desktop.views.plan.tekst import leesbaar
from desktop.views.werkomgeving import Werkomgeving
from desktop.views.widgets import Bevestiging, LeegStaat, sneltoets
from desktop.views.widgets.buitenlink import vraag_buiten
from desktop.views.zaak.antwoord import GevolgBalk
from desktop.views.zaak.feiten import naast
from desktop.views.zaak.leesantwoord import Leesantwoord
from desktop.views.zaak.naast import Dossierpaneel
from desktop.views.zaak.stappenrij import Stappenrij
from desktop.views.zaak.uitleg import Uitleg
from desktop.views.zaak.weegraam import Weegraam
from desktop.views.zaak.weegschrijver import Weegschrijver
from desktop.views.zaak.weegvelden import Weegvelden
from desktop.views.zaak.woorden import PAGINA, VRAAG, hoofdactie, waarheen, waarom_toch


class WegingPagina(KluisPagina):
    """Plek('weging', dossier, '<weging>:<vraag>'); without `extra` the walk that runs, else a new one ('nieuw').

    Plek('afweging', record) shows that answer. What is filled in is on disk within two seconds.
    """

    handleiding = "afwegingskader"
    rail = "meldcode"

    def __init__(self, om: Werkomgeving, plan: Plan) -> None:
        super().__init__(*om.kern)
        thema = om.thema
        self._plan = plan
        self._druk_papier = om.druk
        self._plek = Plek("weging")
        self._beeld: Weegbeeld | None = None
        self._omgeving = Omgeving(
            om.diensten, om.work, thema, self, om.bijlage, lambda zin: self.meld_fout(UserError(zin, ""))
        )
        self.balk, self.leesbalk = GevolgBalk(thema), GevolgBalk(thema)
        self.velden = Weegvelden(self._omgeving.context, self.balk)
        self.stappen = Stappenrij(thema)
        self.uitleg = Uitleg(thema, plan)
        self.lezen = Leesantwoord(thema, self.leesbalk)
        self.paneel = Dossierpaneel(thema)
        self.voet = FormVoet("Leg vast", thema)
        self.schrijver = Weegschrijver(om.diensten, om.work, self.velden, self.voet, self)
        self.vorige = self.voet.voeg_knop("Vorige vraag")
        self.print = self.voet.voeg_knop("PDF van de weging", "printer")
        self.verder = self.voet.voeg_knop("Naar het dossier")
        self.verder.setProperty("soort", "primair")
        zin = "Deze vraag is nog niet beantwoord. De intern begeleider en de directeur leggen de weging vast."
        self.leeg = LeegStaat(thema, "scales", "Nog geen antwoord", zin, "Naar het dossier")
        delen = (self.uitleg, self.velden, self.lezen, self.leeg)
        self.blad = Weegraam(thema, self.banners, self.stappen, delen, self.paneel)
        self._vak.addWidget(self.blad, 1)
        self._vak.addWidget(self.voet)
        self.begrip = Begripvlak(thema, self, lambda pagina: leesbaar(plan.tekst(pagina), ()))
        self._verbind()

    # -- the page

    def titel(self) -> str:
        """Return what is weighed."""
        return "Wegen: het afwegingskader"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by the case."""
        delen = [("Meldcode", Plek("meldcode")), ("Dossiers", Plek("zaken"))]
        if self._beeld is not None:
            zaak = self._beeld.zaak
            delen.append((zaak.dossier.titel(), Plek("zaak", zaak.stored.record)))
        return tuple(delen)

    def toon(self, plek: Plek) -> None:
        """Show a question."""
        self.begin()
        self.schrijver.stop()
        self.begrip.sluit()
        self._plek = plek
        self._beeld = None
        self.blad.inhoud.hide()
        self.voet.hide()
        self.leeg.hide()
        if reden := self.reden(Actie.MELDCODE_LEZEN):
            self.banners.zet("info", reden, sluitbaar=False)
            return
        self.vraag(lambda: self._haal(plek), self._ontvang)

    def mag_weg(self) -> bool:
        """Keep what is half-written."""
        return self.schrijver.mag_weg(self._thema, self)

    def berg_op(self) -> None:
        """At lock: queue what is not on disk yet."""
        self.schrijver.berg_op()

    def druk_af(self) -> bool:
        """Ctrl+P: the PDF of the walk."""
        kan = self.print.isEnabled() and not self.print.isHidden()
        if kan:
            self.print.click()
        return kan

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what the dossier says goes below the question."""
        super().resizeEvent(event)
        self.begrip.pas_aan()
        self.blad.pas_aan(self.width())

    # -- loading

    def _haal(self, plek: Plek) -> Weegbeeld:
        d = self._d
        if plek.page == "afweging":
            assert plek.id is not None
            antwoord = d.wegen.open(plek.id).stored
            if antwoord is None or not isinstance(antwoord.value, Afweging):
                raise UserError("Dit antwoord is nog niet vastgelegd.", "Open het dossier en ga daar verder met wegen.")
            return d.wegen.beeld(antwoord.value.dossier, antwoord.value.weging, antwoord.value.vraag)
        if plek.id is None:
            raise UserError("Voor welk dossier?", "Open eerst het dossier meldcode. Daar begin je een weging.")
        if plek.extra == "nieuw":
            return d.wegen.beeld(plek.id, d.meldcode.nieuwe_weging())
        weging, _, vraag = plek.extra.partition(":")
        return d.wegen.beeld(plek.id, _uuid(weging), next((v for v in Vraag if v.value == vraag), None))

    def _ontvang(self, beeld: Weegbeeld) -> None:
        self._beeld = beeld
        plek = Plek("weging", beeld.zaak.stored.record, f"{beeld.weging}:{beeld.vraag.value}")
        if self._navigator.huidige == self._plek:
            self._navigator.vervang(plek)
            self._plek = plek
        vraag, vast, schrijf = beeld.vraag, beeld.vast, beeld.stuk is not None and not beeld.vast
        beantwoord = [a.vraag for a in _antwoorden(beeld) if a.vraag is not None]
        self._omgeving.mensen = Mensen((), beeld.mensen)
        self.blad.over.setText(self._over(beeld))
        self.blad.pil.zet(*(("Vastgelegd", "goed", "lock-simple") if vast else ("Nog te wegen", "info", "scales")))
        self.stappen.zet(vraag, beantwoord, beeld.volgende)
        self.blad.kopje.setText(f"Vraag {vraag.nummer} · {vraag.label}")
        self.blad.vraag.setText(VRAAG[vraag])
        self.uitleg.zet(vraag)
        eerder = [a for a in _antwoorden(beeld) if a.vraag is not None and a.vraag.nummer < vraag.nummer]
        self.paneel.zet(naast(beeld.zaak, vraag, eerder), beeld.gezin, waarschuw=vraag.nummer <= 2)
        self.velden.setVisible(schrijf)
        self.lezen.setVisible(vast)
        self.leeg.setVisible(beeld.stuk is None)
        if schrijf and beeld.stuk is not None:
            self.schrijver.begin(beeld)
        if vast and beeld.stuk is not None and beeld.stuk.stored is not None:
            self.lezen.zet(beeld.stuk.stored)
        self._toon_balk()
        self._zet_voet()
        self.blad.inhoud.show()
        self.voet.show()
        self.blad.schik()
        self.blad.verticalScrollBar().setValue(0)
        eerste = next((v for v in self.velden.op_volgorde() if schrijf and not v.isHidden()), None)
        self.neem_focus(eerste.editor.widgets()[0] if eerste is not None else self.stappen.knoppen[vraag])
        QTimer.singleShot(0, self, lambda: self.blad.verticalScrollBar().setValue(0))
        self.veranderd.emit()

    def _over(self, beeld: Weegbeeld) -> str:
        wie = beeld.zaak.dossier.leerling
        begonnen = next((a.datum for a in _antwoorden(beeld)), None)
        eerder = (
            f"naast {len(beeld.andere)} eerdere weging{'en' if len(beeld.andere) > 1 else ''}" if beeld.andere else ""
        )
        sinds = f"begonnen op {begonnen:%d-%m-%Y}" if begonnen else "nieuwe weging"
        return " · ".join(deel for deel in (wie.naam, wie.hoedanigheid, sinds, eerder) if deel)

    # -- the answer

    def _gevolg(self) -> tuple[Gevolg | None, str]:
        """Return what follows from the answer that shows, and the norm that people chose."""
        beeld = self._beeld
        if beeld is None or beeld.stuk is None:
            return None, ""
        if beeld.vast:
            value = beeld.stuk.stored.value if beeld.stuk.stored is not None else None
            assert isinstance(value, Afweging)
            norm = value.meldnorm()
            return value.gevolg(), norm.label if norm else ""
        return self.schrijver.gevolg()

    def _toon_balk(self) -> None:
        beeld = self._beeld
        if beeld is None:
            return
        uit, norm = self._gevolg()
        invoer, antwoord = beeld.invoer, self.schrijver.antwoord() if not beeld.vast else None
        if beeld.vast and beeld.stuk is not None and beeld.stuk.stored is not None:
            value = beeld.stuk.stored.value
            assert isinstance(value, Afweging)
            invoer, antwoord = value.invoer(), value.antwoord
        waarom = waarom_toch(beeld.vraag, antwoord, invoer) if antwoord is not None else ""
        (self.leesbalk if beeld.vast else self.balk).zet(uit, beeld.vraag, waarom, norm)
        self.voet.hoofdknop.zet_tekst(hoofdactie(uit, beeld.vraag))
        streng = uit is not None and uit.uitkomst in (Uitkomst.MELDEN, Uitkomst.VEILIG_THUIS)
        self.voet.hoofdknop.setProperty("soort", "meldcode" if streng else "primair")
        self.voet.hoofdknop.style().polish(self.voet.hoofdknop)

    def _zet_voet(self) -> None:
        beeld = self._beeld
        assert beeld is not None
        vast = beeld.vast
        self.voet.hoofdknop.setHidden(vast or beeld.stuk is None)
        self.vorige.setHidden(beeld.vraag is Vraag.VERMOEDEN)
        self.verder.setHidden(not vast and beeld.stuk is not None)
        self.print.setHidden(not vast)
        if vast:
            verder = beeld.volgende is not None and beeld.volgende is beeld.vraag.volgende
            self.verder.zet_tekst(
                f"Naar vraag {beeld.volgende.nummer}" if verder and beeld.volgende else "Naar het dossier"
            )
            self.voet.zet_ontbrekend(())
            self.voet.zet_stand(Stand("schoon"))
            self.voet.stand.setText("Vastgelegd: verandert niet meer")

    def _anders(self) -> None:
        self._toon_balk()

    def _leg_vast(self) -> None:
        """Check, ask, establish; then go where the answer leads."""
        self.schrijver.kijk_na(self._vraag_vast, self.meld_fout)

    def _vraag_vast(self) -> None:
        uit, _ = self.schrijver.gevolg()
        assert self._beeld is not None
        zin = (
            "Het antwoord kan daarna niet meer gewijzigd worden. Komt er nieuwe informatie, dan begin je een nieuwe "
            "weging ernaast."
        )
        vraag = Bevestiging(
            self._thema, "Dit antwoord vastleggen?", zin, hoofdactie(uit, self._beeld.vraag), self, gevaar=False
        )
        vraag.accepted.connect(lambda: self.schrijver.leg_vast(self._vastgelegd, self.meld_fout))
        vraag.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        vraag.open()

    def _vastgelegd(self, stored: Stored) -> None:
        afweging = stored.value
        assert isinstance(afweging, Afweging)
        self.toast(f"Antwoord op vraag {afweging.vraag.nummer if afweging.vraag else ''} is vastgelegd")
        self._houd_pdf(stored.record)
        self._navigator.rond_af(waarheen(afweging))

    def _houd_pdf(self, record: UUID) -> None:
        """Keep the PDF of an answer as it was established; where it does not come to that it is made again later."""
        wegen, documenten = self._d.wegen, self._d.documenten

        def leg_vast(pdf: bytes) -> None:
            self._work.kluis(self, lambda: wegen.leg_pdf_vast(record, pdf))

        def maak(opdracht: Opdracht | None) -> None:
            if opdracht is not None:
                self._work.werk(self, lambda: documenten.maak(opdracht).pdf, leg_vast)

        self._work.kluis(self, lambda: wegen.opdracht_vastgesteld(record), maak)

    # -- ways out

    def _terug(self) -> None:
        beeld = self._beeld
        if beeld is not None and beeld.vraag.nummer > 1:
            self._naar(list(Vraag)[beeld.vraag.nummer - 2])

    def _verder(self) -> None:
        beeld = self._beeld
        if beeld is None:
            return
        if beeld.vast and beeld.volgende is not None and beeld.volgende is beeld.vraag.volgende:
            self._naar(beeld.volgende)
        else:
            self._navigator.ga(Plek("zaak", beeld.zaak.stored.record))

    def _naar(self, vraag: Vraag) -> None:
        beeld = self._beeld
        if beeld is not None and vraag is not beeld.vraag:
            self._navigator.ga(Plek("weging", beeld.zaak.stored.record, f"{beeld.weging}:{vraag.value}"))

    def _druk(self) -> None:
        beeld = self._beeld
        if beeld is not None and beeld.antwoorden:
            dossier, weging, uitleg = beeld.zaak.stored.record, beeld.weging, vraaguitleg(self._plan)
            self._druk_papier(lambda: self._d.dossierdruk.weging(dossier, weging, uitleg))

    def _volg(self, doel: str) -> None:
        """A term pops up over the question; the rest is a page, or a website that is asked about."""
        schema, _, naam = doel.partition(":")
        schema += ":"
        if schema == BEGRIP and self._plan.bestaat(naam):
            self.begrip.open(self._plan.pagina(naam))
        elif schema in (PLAN, KAART):
            self._navigator.ga(Plek("plan" if schema == PLAN else "sociale-kaart", extra=naam))
        else:
            vraag_buiten(self._thema, doel, self)

    def _lees_in_plan(self) -> None:
        if self._beeld is not None:
            self._navigator.ga(Plek("plan", extra=PAGINA[self._beeld.vraag]))

    def _verbind(self) -> None:
        self.velden.gewijzigd.connect(self._anders)
        self.stappen.gekozen.connect(self._naar)
        self.uitleg.gevolgd.connect(self._volg)
        self.paneel.gekozen.connect(self._navigator.ga)
        for balk in (self.balk, self.leesbalk):
            balk.plan.connect(self._lees_in_plan)
        self.voet.hoofdknop.clicked.connect(self._leg_vast)
        self.voet.naar_ontbrekend.connect(self.schrijver.ga_naar_ontbrekend)
        self.vorige.clicked.connect(self._terug)
        self.verder.clicked.connect(self._verder)
        self.print.clicked.connect(self._druk)
        self.leeg.gekozen.connect(self._verder)
        for toetsen in ("Ctrl+Return", "Ctrl+Enter"):
            sneltoets(self, toetsen, self.voet.hoofdknop.click, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.begrip.gevolgd.connect(self._volg)
        self.begrip.als_pagina.connect(lambda sleutel: self._navigator.ga(Plek("plan", extra=sleutel)))
        self.begrip.dicht.connect(lambda: self.uitleg.tekst.setFocus(Qt.FocusReason.OtherFocusReason))


def _antwoorden(beeld: Weegbeeld) -> list[Afweging]:
    return [s.value for s in beeld.antwoorden if isinstance(s.value, Afweging)]


def _uuid(tekst: str) -> UUID | None:
    try:
        return UUID(tekst) if tekst else None
    except ValueError:
        return None
