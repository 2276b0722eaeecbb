"""The page where parents sign: the kept PDF at the left, one parent at a time at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.models.core import Values, Wie
from desktop.models.errors import UserError
from desktop.models.handtekening import Handtekening
from desktop.models.rechten import Actie
from desktop.models.vervolg import Uitkomst
from desktop.services.diensten import Diensten
from desktop.services.documenten import Opdracht
from desktop.services.stuk import Ouderstand, Stuk
from desktop.views.afdrukken import PdfBeeld
from desktop.views.forms.basis import regel
from desktop.views.forms.bewaker import ConceptBewaker
from desktop.views.navigatie import Navigator, Pagina, Plek
from desktop.views.ondertekenen.gegevens import (
    Invoer,
    Tekenstuk,
    Vastlegging,
    haal,
    lees_handtekening,
    leg_vast,
    zelfde,
)
from desktop.views.ondertekenen.kolom import Tekenkolom
from desktop.views.ondertekenen.ouderscherm import Ouderscherm
from desktop.views.ondertekenen.werkvlak import Werkvlak
from desktop.views.ondertekenen.woorden import SCHOOL
from desktop.views.theme import Thema
from desktop.views.widgets import BannerVak, Bevestiging, Knop, LeegStaat, Pil, Toast, maak_leeg
from desktop.views.work import Work


class OndertekenPagina(Pagina):
    """Shows an established report to its parents and records what each does with it.

    `Plek.id` is the report. The bytes that show are those that were kept when it was established; their SHA-256 goes
    with every outcome. `afdrukken` opens the print dialog, with the copy that this parent signs on paper.
    """

    handleiding = "ondertekenen"
    rail = "leerlingen"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        *,
        afdrukken: Callable[[UUID, Wie | None], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._d = diensten
        self._work = work
        self._navigator = navigator
        self._thema = thema
        self._afdrukken = afdrukken
        self._plek = Plek("ondertekenen")
        self._ronde = 0
        self._stuk: Stuk | None = None
        self._leerling = ""
        self._pdf = b""
        self._standen: Sequence[Ouderstand] = ()
        self._nu: Wie | None = None
        self.ouderscherm: Ouderscherm | None = None
        self.beeld = PdfBeeld(thema, work)
        self.kolom = Tekenkolom(thema, work, diensten.session.vandaag, self._druk_af if afdrukken else None)
        self.banners = BannerVak(thema)
        self.pil = Pil(thema, "")
        self.over = regel("", "zacht")
        self.geef = Knop("Geef het scherm aan de ouder", thema, icoon="monitor")
        self._bewaker = ConceptBewaker(self._lees_draft, self._bewaar_draft, diensten.session.nu, self)
        self._bouw()
        self._verbind()

    # -- the page

    def titel(self) -> str:
        """Return what the page is called."""
        return "Laten tekenen"

    def kruimels(self) -> Sequence[tuple[str, Plek]]:
        """Return the way by pupil and report."""
        weg: list[tuple[str, Plek]] = [("Leerlingen", Plek("leerlingen"))]
        if self._stuk is not None:
            weg.append((self._leerling, Plek("leerling", self._stuk.leerling)))
            weg.append(("Gespreksverslag", Plek("verslag", self._stuk.record)))
        return weg

    def toon(self, plek: Plek) -> None:
        """Show a report for signing."""
        self._plek = plek
        self._ronde += 1
        ronde = self._ronde
        self._stuk, self._nu, self._pdf = None, None, b""
        self.banners.leeg()
        self.beeld.bezig()
        self._bewaker.herstart()
        self._stapel.setCurrentIndex(0)
        if plek.id is None:
            self._meld(UserError("Welk verslag?", "Open eerst het verslag. Daar laat je ouders tekenen."))
            return
        record = plek.id
        if not self._d.session.mag(Actie.ONDERTEKENEN):
            self._meld(UserError("Met jouw rol kun je geen uitkomst vastleggen.", "Vraag het de IB of directeur."))
            return
        self._work.kluis(
            self,
            lambda: haal(self._d, record),
            lambda stuk: self._ontvang(stuk, ronde) if ronde == self._ronde else None,
            lambda fout: self._meld(fout) if ronde == self._ronde else None,
        )

    def mag_weg(self) -> bool:
        """What was written is kept as a draft; a signature or scan that is not recorded goes, so that is asked."""
        self._bewaker.flush()
        return not self.kolom.paneel.vluchtig() or self._vraag_weg()

    def berg_op(self) -> None:
        """At lock: queue the words that are not on disk yet."""
        self._bewaker.flush()

    def druk_af(self) -> bool:
        """Ctrl+P: the print dialog, for a copy to sign on paper."""
        self._druk_af()
        return self._stuk is not None and self._afdrukken is not None

    def _druk_af(self) -> None:
        if self._stuk is not None and self._afdrukken is not None:
            self._afdrukken(self._stuk.record, self._nu)

    # -- building

    def _bouw(self) -> None:
        self._werk = Werkvlak(self._thema, self.pil, self.geef, self.over, self.banners, self.beeld, self.kolom)
        self._melding = QWidget()
        self._meldvak = QVBoxLayout(self._melding)
        self._stapel = QStackedWidget()
        for deel in (QWidget(), self._melding, self._werk):
            self._stapel.addWidget(deel)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(self._stapel)

    def _verbind(self) -> None:
        self.geef.clicked.connect(lambda _=False: self.geef_scherm())
        self.kolom.chips.gekozen.connect(self._kies_ouder)
        self.kolom.leg_vast.connect(self.leg_vast)
        self.kolom.naar_verslag.connect(self._naar_verslag)
        self.kolom.andere_uitkomst.connect(self._andere_uitkomst)
        self.kolom.paneel.gewijzigd.connect(self._bewaker.veranderd)
        self.beeld.alles_gezien.connect(self.kolom.zet_gelezen)
        QWidget.setTabOrder(self.geef, self.beeld.vorige)

    def _meld(self, fout: UserError) -> None:
        maak_leeg(self._meldvak)
        leeg = LeegStaat(self._thema, "info", fout.zin, fout.stap, "Naar het verslag" if self._plek.id else "")
        leeg.gekozen.connect(self._naar_verslag)
        self._meldvak.addWidget(leeg)
        self._stapel.setCurrentWidget(self._melding)
        self.veranderd.emit()

    def _naar_verslag(self) -> None:
        if self._plek.id is not None:
            self._navigator.ga(Plek("verslag", self._plek.id))

    # -- loading

    def _ontvang(self, geladen: Tekenstuk, ronde: int) -> None:
        self._stuk, self._leerling = geladen.stuk, geladen.leerling
        self.over.setText(f"{geladen.leerling} · {geladen.titel}")
        if not geladen.standen:
            self._meld(UserError("Bij dit verslag hoeft niemand te tekenen.", "Er waren geen ouders bij het gesprek."))
            return
        self._stapel.setCurrentWidget(self._werk)
        self._toon_standen(geladen.standen)
        if self.hasFocus():
            # one has just come here: the first Tab begins at the first thing to do
            self.kolom.focus_begin()
        self.veranderd.emit()
        if geladen.pdf is not None:
            self._zet_pdf(geladen.pdf)
        elif geladen.opdracht is not None:
            self._maak_pdf(geladen.opdracht, geladen.stuk.record, ronde)

    def _maak_pdf(self, opdracht: Opdracht, record: UUID, ronde: int) -> None:
        """A crash came between establishing and keeping: the same bytes are made from the stored revision."""

        def leg_vast(pdf: bytes) -> None:
            self._work.kluis(self, lambda: self._d.gesprekken.leg_pdf_vast(record, pdf), klaar, mislukt, urgent=True)

        def klaar(pdf: bytes) -> None:
            if ronde == self._ronde:
                self._zet_pdf(pdf)

        def mislukt(fout: UserError) -> None:
            if ronde == self._ronde:
                self.beeld.toon_fout(fout)

        self._work.werk(self, lambda: self._d.documenten.maak(opdracht).pdf, leg_vast, mislukt)

    def _zet_pdf(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.beeld.zet(pdf)
        self._zet_knoppen()

    # -- one parent at a time

    def _toon_standen(self, standen: Sequence[Ouderstand]) -> None:
        """Show where all stand, and the first who is still to answer."""
        self._standen = standen
        klaar = sum(not s.open for s in standen)
        alles = klaar == len(standen)
        ouders, alle = ("ouder", "De ouder is") if len(standen) == 1 else ("ouders", "Alle ouders zijn")
        wat = f"{alle} klaar" if alles else f"{klaar} van {len(standen)} {ouders} klaar"
        self.pil.zet(wat, "goed" if alles else "waarschuwing")
        nu = self._nu
        keuze = next((s for s in standen if s.open), standen[0])
        if alles and nu is not None:
            keuze = next((s for s in standen if zelfde(s.wie, nu)), keuze)
        self._toon_ouder(keuze)

    def _toon_ouder(self, stand: Ouderstand, *, opnieuw_vragen: bool = False) -> None:
        self._nu = stand.wie
        self._bewaker.herstart()
        self.kolom.zet(self._standen, stand, vraag=stand.open or opnieuw_vragen)
        self._zet_knoppen()
        ronde, nu, stuk = self._ronde, stand.wie, self._stuk
        assert stuk is not None
        tekening = stand.ondertekening
        if self.kolom.vraagt:
            self._work.kluis(
                self,
                lambda: self._d.gesprekken.tekendraft(stuk, nu),
                lambda draft: self._zet_draft(draft, nu) if ronde == self._ronde else None,
            )
        elif tekening is not None and tekening.strokes is not None:
            blob = tekening.strokes
            self._work.kluis(
                self,
                lambda: lees_handtekening(self._d, blob),
                lambda uit: self._zet_handtekening(uit, nu) if ronde == self._ronde else None,
            )

    def _zet_draft(self, draft: Values, wie: Wie) -> None:
        paneel = self.kolom.paneel
        if self._nu is wie and draft and not self._bewaker.vuil() and not paneel.vluchtig():
            paneel.zet(wie, draft)
            self._bewaker.herstart()

    def _zet_handtekening(self, handtekening: Handtekening | None, wie: Wie) -> None:
        if self._nu is wie and handtekening is not None and not self.kolom.vraagt:
            self.kolom.vastgelegd.toon_handtekening(handtekening)

    def _zet_knoppen(self) -> None:
        er_is = bool(self._pdf) and self.kolom.vraagt
        self.geef.setEnabled(er_is)
        self.geef.setToolTip("" if er_is else "Deze ouder is klaar, of de pagina's zijn er nog niet.")
        self.kolom.zet_klaar_om_vast_te_leggen(bool(self._pdf))

    def _kies_ouder(self, wie: object) -> None:
        assert isinstance(wie, Wie)
        self._bewaker.flush()
        if self.kolom.paneel.vluchtig() and not self._vraag_weg():
            return
        self._toon_ouder(next(s for s in self._standen if zelfde(s.wie, wie)))

    def _andere_uitkomst(self) -> None:
        stand = next(s for s in self._standen if self._nu is not None and zelfde(s.wie, self._nu))
        self._toon_ouder(stand, opnieuw_vragen=True)
        self.kolom.paneel.focus_begin()

    def _vraag_weg(self) -> bool:
        naam = self._nu.naam if self._nu is not None else "deze ouder"
        return Bevestiging(
            self._thema,
            "Nog niet vastgelegd",
            f"De handtekening of scan van {naam} is nog niet vastgelegd en verdwijnt.",
            "Ga weg zonder vast te leggen",
            self.window(),
            laten="Blijf hier",
        ).vraag()

    # -- recording

    def leg_vast(self) -> None:
        """Record what was filled in for this parent, unless something is missing."""
        if self.kolom.compleet():
            self.kolom.zet_bezig(True)
            self._bewaar(self.kolom.paneel.invoer(), self._mislukt)

    def _bewaar(self, invoer: Invoer, mislukt: Callable[[UserError], None]) -> None:
        stuk, wie, pdf, ronde = self._stuk, self._nu, self._pdf, self._ronde
        assert stuk is not None
        assert wie is not None

        def klaar(uit: Vastlegging) -> None:
            if ronde == self._ronde and uit.problemen:
                mislukt(UserError(uit.problemen[0].zin))
            elif ronde == self._ronde:
                self._vastgelegd(uit, wie, invoer.uitkomst)

        # what was typed last must not be saved as a draft behind this
        self._bewaker.herstart()
        self._work.kluis(
            self,
            lambda: leg_vast(self._d, stuk, wie, invoer, pdf),
            klaar,
            lambda fout: mislukt(fout) if ronde == self._ronde else None,
            urgent=True,
        )

    def _vastgelegd(self, uit: Vastlegging, wie: Wie, uitkomst: Uitkomst) -> None:
        self._stuk = uit.stuk
        self.kolom.zet_bezig(False)
        self.banners.leeg()
        # without a name: this stands over whatever page one goes to next
        Toast(self._thema, f"Vastgelegd: {SCHOOL[uitkomst].titel.lower()}", self.window())
        if self.ouderscherm is not None:
            self.ouderscherm.klaar(uitkomst)
        self._toon_standen(uit.standen)
        self.kolom.focus_begin()

    def _mislukt(self, fout: UserError) -> None:
        self.kolom.zet_bezig(False)
        self.banners.zet("fout", fout.zin, fout.stap)

    def _lees_draft(self) -> Values:
        paneel = self.kolom.paneel if self.ouderscherm is None else self.ouderscherm.paneel
        return paneel.draft()

    def _bewaar_draft(self, values: Values, gelukt: Callable[[], None], mislukt: Callable[[UserError], None]) -> None:
        stuk, wie = self._stuk, self._nu
        assert stuk is not None
        assert wie is not None
        self._work.kluis(
            self,
            lambda: self._d.gesprekken.bewaar_tekendraft(stuk, wie, values),
            lambda _: gelukt(),
            mislukt,
            urgent=True,
        )

    # -- the parent's screen

    def geef_scherm(self) -> None:
        """Show the parent the pages and the place to sign, and nothing else."""
        assert self._nu is not None
        wie, draft = self._nu, self.kolom.paneel.draft()
        self._bewaker.flush()
        scherm = Ouderscherm(self._thema, self._work, self._d.session.vandaag, wie, self._pdf, draft, self.window())
        self.ouderscherm = scherm
        scherm.bevestigd.connect(lambda: self._bewaar(scherm.paneel.invoer(), scherm.toon_fout))
        # what the parent writes is kept like what is typed here
        scherm.paneel.gewijzigd.connect(self._bewaker.veranderd)
        scherm.finished.connect(lambda _: self._scherm_terug(wie))
        scherm.begin()

    def _scherm_terug(self, wie: Wie) -> None:
        assert self.ouderscherm is not None
        draft = self.ouderscherm.paneel.draft()
        self.ouderscherm = None
        if self._nu is wie and self.kolom.vraagt:
            self.kolom.paneel.zet(wie, draft)
        (self.geef if self.geef.isEnabled() else self.kolom).setFocus()
