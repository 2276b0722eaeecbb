"""The draaiboeken: runs that are open on top, every protocol with its steps below, and those that are elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.core import Bijlage, Problem, Values
from desktop.models.draaiboek import EigenDraaiboek, ElderDocument, Loop
from desktop.models.errors import UserError
from desktop.models.opslag import Draft, Row, Stored
from desktop.models.rechten import Actie
from desktop.services.diensten import Diensten
from desktop.services.draaiboekeneigen import Boekversie, Uitgave
from desktop.views.draaiboek.boekkaart import Boekkaart
from desktop.views.draaiboek.dialogen import Klaar, StartDialoog
from desktop.views.draaiboek.typen import INTUSSEN, Half, HalveMeldingen, TypDialoog
from desktop.views.draaiboek.versies import VersiesDialoog
from desktop.views.draaiboek.woorden import aantal_stappen
from desktop.views.forms.basis import regel
from desktop.views.gesprekken.acties import open_dialoog
from desktop.views.gesprekken.omgeving import Omgeving
from desktop.views.kluispagina import KluisPagina, sta_toe
from desktop.views.navigatie import Navigator, Plek
from desktop.views.theme import Thema
from desktop.views.werkomgeving import Druk
from desktop.views.widgets import Bladvlak, Knop, KnopKaart, Label, SectieKop, maak_leeg
from desktop.views.work import Work

_BREEDST = 920
_BIJ, _PAGINA = "calamiteit=", "pagina="


@dataclass(frozen=True, slots=True)
class _Gelezen:
    """What the page shows, read in one go."""

    uitgaven: Sequence[Uitgave]
    lopen: Sequence[Row]
    standen: Mapping[UUID, tuple[int, int, str]]
    elders: Sequence[ElderDocument]
    calamiteiten: Sequence[tuple[UUID, str]]
    halve: dict[UUID, Draft]
    """What was typed in a dialog and not stored, by the record under which it is kept."""


class DraaiboekenPagina(KluisPagina):
    """Plek('draaiboeken'); extra 'calamiteit=UUID' starts for that calamity; a draaiboek's key, or
    'pagina=' with a page of the plan, brings one into sight.

    `plaats` tells where the school's own plan says that a document is, '' where it does not.
    """

    handleiding = "draaiboeken"
    rail = "calamiteiten"

    def __init__(
        self,
        diensten: Diensten,
        work: Work,
        navigator: Navigator,
        thema: Thema,
        *,
        druk: Druk,
        bijlage: Callable[[Bijlage], None],
        plaats: Callable[[str], str],
    ) -> None:
        super().__init__(diensten, work, navigator, thema)
        self._druk = druk
        self._plaats = plaats
        self._extra = ""
        self.kaarten: dict[str, Boekkaart] = {}
        self._gelezen: _Gelezen | None = None
        self._meldingen = HalveMeldingen(self.banners)
        self.kop_lopen = SectieKop(thema, "Loopt nu")
        self.gesloten = Knop("Toon ook afgesloten", thema, "stil")
        self.gesloten.setCheckable(True)
        self.nieuw_knop = Knop("Nieuw draaiboek van de school", thema, icoon="plus")
        self._context = Omgeving(
            diensten, work, thema, self, bijlage, lambda zin: self.meld_fout(UserError(zin)), hele_kluis=True
        ).context
        px = thema.px
        self._blad = Bladvlak()
        buiten = QHBoxLayout(self._blad.vlak)
        buiten.setContentsMargins(px(32), px(8), px(32), px(24))
        binnen = QWidget()
        binnen.setMaximumWidth(px(_BREEDST))
        kolom = QVBoxLayout(binnen)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(px(12))
        kop = QHBoxLayout()
        kop.addWidget(Label("Draaiboeken", "kop"), 1)
        kop.addWidget(self.nieuw_knop)
        kolom.addLayout(kop)
        kolom.addWidget(self.banners)
        uitleg = "Een draaiboek zet de stappen van een protocol klaar. Afwijken mag: je schrijft dan op waarom."
        kolom.addWidget(regel(uitleg, "zacht"))
        lopen = QHBoxLayout()
        lopen.addWidget(self.kop_lopen, 1)
        lopen.addWidget(self.gesloten)
        kolom.addLayout(lopen)
        self._lopen = QVBoxLayout()
        self._lopen.setSpacing(px(12))
        kolom.addLayout(self._lopen)
        self._lijst = QVBoxLayout()
        self._lijst.setSpacing(px(12))
        kolom.addLayout(self._lijst)
        kolom.addStretch(1)
        buiten.addWidget(binnen, 1000)
        buiten.addStretch(1)
        self._vak.addWidget(self._blad)
        self.gesloten.clicked.connect(self._lees)
        self.nieuw_knop.clicked.connect(lambda: self._schrijf_nieuw())

    def titel(self) -> str:
        """Return the name of the page."""
        return "Draaiboeken"

    def toon(self, plek: Plek) -> None:
        """Read the draaiboeken and show them."""
        self.begin()
        self._extra = plek.extra
        sta_toe(self.nieuw_knop, self.reden(Actie.SCHOOL))
        reden = self.reden(Actie.DRAAIBOEK)
        if reden:
            maak_leeg(self._lopen)
            maak_leeg(self._lijst)
            self.banners.zet("waarschuwing", "Draaiboeken zijn niet voor dit account.", reden, sluitbaar=False)
            return
        self._lees()

    def _lees(self) -> None:
        self.vraag(self._haal, self._zet)

    def _haal(self) -> _Gelezen:
        d = self._d
        lopen = d.draaiboeken.lopen(ook_gesloten=self.gesloten.isChecked())
        mag = d.session.mag(Actie.LOGBOEK_SCHRIJVEN)
        return _Gelezen(
            d.draaiboeken.uitgaven(ook_uit=d.session.mag(Actie.SCHOOL)),
            lopen,
            d.draaiboeken.voortgang([rij.record for rij in lopen]),
            d.draaiboeken.elders(),
            [(c.row.record, c.row.title) for c in d.calamiteiten.lopende()] if mag else [],
            dict(d.draaiboeken.halve()),
        )

    def _zet(self, gelezen: _Gelezen) -> None:
        self._gelezen = gelezen
        maak_leeg(self._lopen)
        maak_leeg(self._lijst)
        self.kaarten = {}
        self._zet_lopen(gelezen)
        self._lijst.addWidget(SectieKop(self._thema, "Start een draaiboek"))
        rechten = {
            actie: self.reden(recht)
            for actie, recht in (("start", Actie.DRAAIBOEK), ("leeg", Actie.AFDRUKKEN), ("school", Actie.SCHOOL))
        }
        for uitgave in gelezen.uitgaven:
            kaart = Boekkaart(self._thema, uitgave, rechten)
            kaart.daad.connect(lambda daad, u=uitgave: self._daad(u, daad))
            self.kaarten[uitgave.draaiboek.sleutel] = kaart
            self._lijst.addWidget(kaart)
        if gelezen.elders:
            self._lijst.addWidget(SectieKop(self._thema, "Elders: een document van de school of het bestuur"))
            for ander in gelezen.elders:
                self._lijst.addWidget(self._elder(ander))
        self._zet_half(gelezen)
        gezocht = self._gezocht(gelezen)
        if gezocht is not None:
            self._blad.schik()
            self._blad.ensureWidgetVisible(gezocht)
            self.neem_focus(gezocht.start)

    def _gezocht(self, gelezen: _Gelezen) -> Boekkaart | None:
        """Return the card that one came for: by key, or by the page of the plan that explains it."""
        if self._extra.startswith(_PAGINA):
            pagina = self._extra.removeprefix(_PAGINA)
            boeken = [u.draaiboek for u in gelezen.uitgaven if u.draaiboek.pagina]
            passend = [d for d in boeken if pagina == d.pagina or pagina.startswith(f"{d.pagina}-")]
            return self.kaarten[passend[0].sleutel] if passend else None
        return self.kaarten.get(self._extra)

    def _zet_lopen(self, gelezen: _Gelezen) -> None:
        self.kop_lopen.zet_tekst("Gestart" if self.gesloten.isChecked() else "Loopt nu")
        for rij in gelezen.lopen:
            gedaan, totaal, volgende = gelezen.standen.get(rij.record, (0, 0, ""))
            stand = "afgesloten" if rij.closed else f"nu: {volgende}" if volgende else "alle stappen gedaan"
            kaart = KnopKaart(
                self._thema,
                rij.title,
                f"{gedaan} van {aantal_stappen(totaal)} · {stand}",
                "folder" if rij.closed else "clipboard-text",
                "zacht" if rij.closed else "accent",
            )
            plek = Plek("draaiboek", rij.record)
            kaart.clicked.connect(lambda _=False, plek=plek: self._navigator.ga(plek))
            self._lopen.addWidget(kaart)
        if not gelezen.lopen:
            self._lopen.addWidget(regel("Er loopt nu geen draaiboek.", "zacht"))

    def _elder(self, ander: ElderDocument) -> KnopKaart:
        plaats = self._plaats(ander.plaats) if ander.plaats else ""
        onder = f"{ander.kort} Bij jullie: {plaats}" if plaats else ander.kort
        kaart = KnopKaart(self._thema, ander.titel, onder, "book-open", "koppeling")
        if ander.pagina:
            plek = Plek("plan", extra=ander.pagina)
            kaart.clicked.connect(lambda: self._navigator.ga(plek))
        return kaart

    def _zet_half(self, gelezen: _Gelezen) -> None:
        """Say what was typed and not stored, with a way back to it."""
        boeken = self._d.draaiboeken
        verder: dict[UUID, tuple[str, Callable[[], None]]] = {}
        for u in gelezen.uitgaven:
            d = u.draaiboek
            verder[boeken.naam_van_half(Loop, d.sleutel)] = (f"het starten van ‘{d.titel}’", partial(self._start, u))
            half = self._half_eigen(u)
            verder[half.record] = (f"het aanpassen van ‘{d.titel}’", partial(self._schrijf, half, {}))
        nieuw = self._half_eigen(None)
        verder[nieuw.record] = ("een nieuw draaiboek", partial(self._schrijf, nieuw, {}))
        mag_niet = bool(self.reden(Actie.SCHOOL))
        for record, draft in gelezen.halve.items():
            if record in verder and not (mag_niet and draft.kind == EigenDraaiboek.KIND):
                wat, doe = verder[record]
                self._meldingen.zet(record, wat, doe)
                self._blad.verticalScrollBar().setValue(0)  # the page may be as far down as it was left

    # -- doing

    def _daad(self, uitgave: Uitgave, daad: str) -> None:
        d, sleutel = self._d.draaiboeken, uitgave.draaiboek.sleutel
        if daad == "start":
            self._start(uitgave)
        elif daad == "leeg":
            self._druk(lambda: self._d.draaiboekdruk.leeg(sleutel))
        elif daad == "plan":
            self._navigator.ga(Plek("plan", extra=uitgave.draaiboek.pagina))
        elif daad == "bevestig":
            self.vraag(lambda: d.bevestig(sleutel), lambda _: self._klaar("Bevestigd voor jullie school"), urgent=True)
        elif daad == "versies":
            self.vraag(lambda: d.versies(sleutel), lambda v: self._versies(uitgave, v))
        else:
            self.vraag(lambda: d.eigen_waarden(sleutel), lambda v: self._schrijf(self._half_eigen(uitgave), v))

    def _versies(self, uitgave: Uitgave, versies: Sequence[Boekversie]) -> None:
        d, titel = self._d.draaiboeken, uitgave.draaiboek.titel

        def terug(versie: Boekversie) -> None:
            def gelukt(_: Stored) -> None:
                dialoog.accept()
                self._klaar("Teruggezet als nieuwe versie")

            self.vraag(
                lambda: d.zet_terug(uitgave.draaiboek.sleutel, versie, uitgave.revisie),
                gelukt,
                dialoog.toon_fout,
                urgent=True,
            )

        if versies:
            dialoog = VersiesDialoog(self._thema, titel, versies, terug, self.reden(Actie.SCHOOL), self)
            open_dialoog(dialoog)

    def _klaar(self, zin: str) -> None:
        self.toast(zin)
        self._lees()

    def _start(self, uitgave: Uitgave) -> None:
        gelezen = self._gelezen
        if gelezen is None:
            return
        gekozen = UUID(self._extra.removeprefix(_BIJ)) if self._extra.startswith(_BIJ) else None
        nu = self._d.session.nu()
        om = nu.time().replace(second=0, microsecond=0, tzinfo=None)
        begin: Values = {"begonnen_op": nu.date().isoformat(), "begonnen_om": om.isoformat()}
        titel = next((titel for record, titel in gelezen.calamiteiten if record == gekozen), "")
        begin = {**begin, "aanleiding": titel} if titel else begin

        def bewaar(values: Values, ja: tuple[str, ...], klaar: Klaar) -> None:
            def uit(uitslag: tuple[Stored | None, list[Problem]]) -> None:
                stored, problemen = uitslag
                klaar(problemen)
                if stored is not None:
                    self._navigator.ga(Plek("draaiboek", stored.record))

            self.vraag(
                lambda: self._d.draaiboeken.begin(uitgave.draaiboek.sleutel, values, ja),
                uit,
                lambda fout: dialoog.toon_fout(f"{fout.zin} {fout.stap}"),
                urgent=True,
            )

        half = Half(self._d.draaiboeken.naam_van_half(Loop, uitgave.draaiboek.sleutel), Loop)
        draft = self._neem_half(half)
        eerder = draft.values if draft is not None else None
        dialoog = StartDialoog(self._context, uitgave, gelezen.calamiteiten, gekozen, begin, bewaar, self, eerder)
        dialoog.bewaak(half, self._d, self._work, self)
        open_dialoog(dialoog)

    def nieuw(self) -> bool:
        """Ctrl+N: a new draaiboek of the school."""
        if self.nieuw_knop.isEnabled():
            self._schrijf_nieuw()
        return self.nieuw_knop.isEnabled()

    def _schrijf_nieuw(self) -> None:
        self._schrijf(self._half_eigen(None), {})

    def _half_eigen(self, uitgave: Uitgave | None) -> Half:
        """Return how the school's own version of a draaiboek is kept while it is typed; None: a new one."""
        if uitgave is not None and uitgave.record is not None:
            return Half(uitgave.record, EigenDraaiboek, uitgave.revisie)
        sleutel = uitgave.draaiboek.sleutel if uitgave is not None else ""
        return Half(self._d.draaiboeken.naam_van_half(EigenDraaiboek, sleutel), EigenDraaiboek)

    def _neem_half(self, half: Half) -> Draft | None:
        self._meldingen.weg(half.record)
        return self._gelezen.halve.pop(half.record, None) if self._gelezen is not None else None

    def _schrijf(self, half: Half, begin: Values) -> None:
        record = half.record if half.base is not None else None

        def bewaar(values: Values, klaar: Klaar) -> None:
            def uit(uitslag: tuple[Stored | None, list[Problem]]) -> None:
                klaar(uitslag[1])
                if uitslag[0] is not None:
                    self._klaar("Opgeslagen")

            self.vraag(
                lambda: self._d.draaiboeken.bewaar_eigen(values, record, half.base),
                uit,
                lambda fout: dialoog.toon_fout(f"{fout.zin} {fout.stap}"),
                urgent=True,
            )

        uitleg = "Wat al loopt, gaat door met de versie waarmee het begon. Elke eerdere versie blijft bewaard."
        eerder = self._neem_half(half)
        if eerder is not None:
            begin = eerder.values
            uitleg = f"{uitleg} {INTUSSEN}" if eerder.base != half.base else uitleg
        dialoog = TypDialoog(
            EigenDraaiboek,
            self._context,
            "Draaiboek van de school",
            uitleg,
            "Bewaar",
            bewaar,
            self,
            values=begin,
            hersteld=eerder is not None,
        )
        dialoog.bewaak(half, self._d, self._work, self)
        open_dialoog(dialoog)
