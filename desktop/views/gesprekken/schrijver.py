"""Writes one record about a pupil: drafts while typing, concepts when asked or on leaving, and two versions at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal

from desktop.models.core import Problem, Record, Values
from desktop.models.errors import Conflict, UserError
from desktop.models.rechten import Actie
from desktop.models.velden import naar_values
from desktop.services.diensten import Diensten
from desktop.services.stuk import Stuk
from desktop.services.stukken import Stukken
from desktop.views.forms.bewaker import ConceptBewaker, Stand
from desktop.views.gesprekken.bewaren import Bewaard, Bewaarder, StelVast, Uitslag
from desktop.views.gesprekken.dialogen import VergelijkDialoog
from desktop.views.gesprekken.gegevens import Begin, Geladen
from desktop.views.gesprekken.schrijven import Schrijfvlak
from desktop.views.gesprekken.waarden import verschilt
from desktop.views.theme import Thema
from desktop.views.widgets import Bevestiging
from desktop.views.work import Work


@dataclass(frozen=True, slots=True)
class Schrijfsoort:
    """What differs between writing one kind of record and another.

    `nieuw` makes a new one on the vault's lane (raises UserError where there can be none), `titel` the heading from
    what is filled in. `sleutel` is the key of its page, `volgen` what adding to an established one asks; `pdf`: one
    PDF is made and kept when it is established. `stukken` is the service it goes by; `stel_vast` what establishes it
    where a kind asks more than that service does.
    """

    kind: type[Record]
    nieuw: Callable[[Diensten, Begin], Stuk]
    sleutel: str
    hoofdactie: str
    na_vaststellen: str
    titel: Callable[[Values], str]
    mag_vaststellen: Actie
    vraag_titel: str
    vraag: str
    volgen: Actie = Actie.VERSLAG_SCHRIJVEN
    pdf: bool = True
    stukken: Callable[[Diensten], Stukken] = field(default=lambda diensten: diensten.gesprekken)
    stel_vast: Callable[[Diensten, Stuk, Values], Uitslag] | None = None
    hele_kluis: bool = False
    """Whether its people are looked for among everyone in the vault, beside the parents and the staff."""
    versies: bool = False
    """Whether each stored revision is a version that people speak of: leaving then keeps the draft only."""


class Schrijver(QObject):
    """Joins a `Schrijfvlak` with the vault. One serves a page; `begin` and `stop` say which record it is about.

    Late answers about an earlier record are recognised by `_ronde` and dropped.
    """

    opgeslagen = Signal(object)
    """The record (UUID) stands in the vault now, as draft or concept."""
    veranderd = Signal()
    """The form shows other values, or a person changed them."""

    def __init__(
        self, diensten: Diensten, work: Work, thema: Thema, soort: Schrijfsoort, vlak: Schrijfvlak, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._d = diensten
        self._work = work
        self._thema = thema
        self._soort = soort
        self._vlak = vlak
        self._ronde = 0
        self._geladen: Geladen | None = None
        self._bewaarder: Bewaarder | None = None
        self._begin: Values = {}
        self._stand = Stand("schoon")
        self._gered: dict[UUID, Values] = {}
        self._bewaker = ConceptBewaker(vlak.formulier.values, self._bewaar_draft, diensten.session.nu, self)
        self._bewaker.stand.connect(self._toon_stand)
        vlak.formulier.gewijzigd.connect(self._anders)

    @property
    def bezig(self) -> bool:
        """Whether there is a record to write now."""
        return self._bewaarder is not None

    @property
    def stuk(self) -> Stuk:
        """The record as it was last loaded or stored; only while `bezig`."""
        assert self._geladen is not None
        return self._geladen.stuk

    @property
    def bewaarder(self) -> Bewaarder:
        """What saves it; only while `bezig`."""
        assert self._bewaarder is not None
        return self._bewaarder

    def gevuld(self) -> bool:
        """Whether a person wrote anything that is not stored as a concept."""
        return self.stuk.uit_concept or verschilt(self.stuk.kind, self._begin, self.values())

    def values(self) -> Values:
        """Return what the form holds and may be kept; what a source refuses is only on screen."""
        return self.stuk.kind.te_bewaren(self._vlak.formulier.values())

    def begin(self, geladen: Geladen) -> None:
        """Show a record and keep what is typed from now on."""
        self.stop()
        stuk, vlak = geladen.stuk, self._vlak
        self._geladen = geladen
        self._bewaarder = Bewaarder(self._soort.stukken(self._d), stuk, self._vaststellen())
        self._begin = dict(stuk.values)
        vlak.toon(geladen, self._soort.titel(stuk.values))
        stored = stuk.stored.value if stuk.stored is not None else None
        if (gered := self._gered.pop(stuk.record, None)) is not None:
            vlak.formulier.laad(gered)
            self._bewaker.veranderd()
        elif stuk.botst:
            self._toon_botsing(Conflict())
        elif stuk.draft is not None and (stored is None or verschilt(stuk.kind, naar_values(stored), stuk.values)):
            om = stuk.draft.updated_at.astimezone(self._d.session.nu().tzinfo).time()
            vlak.toon_hersteld(om, self._naar_bewaarde if stored is not None else None)
        self.veranderd.emit()

    def _vaststellen(self) -> StelVast | None:
        doe = self._soort.stel_vast
        return None if doe is None else lambda stuk, values: doe(self._d, stuk, values)

    def stop(self) -> None:
        """Let the record go; `berg` first keeps what is not saved."""
        self._ronde += 1
        self._geladen = None
        self._bewaarder = None
        self._bewaker.herstart()

    def hier(self, call: Callable[..., None]) -> Callable[..., None]:
        """Return `call` made deaf once another record is shown."""
        ronde = self._ronde

        def alleen_hier(*args: object) -> None:
            if ronde == self._ronde:
                call(*args)

        return alleen_hier

    # -- drafts

    def berg_op(self) -> None:
        """At lock: queue the save of what is not on disk yet. The lane runs what is queued before it closes."""
        if self.bezig and self._bewaker.flush():
            self.opgeslagen.emit(self.stuk.record)  # the way back after the lock leads to it, and to no empty form

    def mag_weg(self) -> bool:
        """Put it away on leaving; only where the disk said no a person is asked whether to go."""
        if not self.bezig:
            return True
        if self._stand.soort == "mislukt":
            zin = f"{self._stand.zin} Ga je weg en sluit je Vangnet, dan is die tekst verloren."
            titel = "Je laatste tekst is niet bewaard"
            if not Bevestiging(self._thema, titel, zin, "Ga toch weg", self._vlak, laten="Blijf hier").vraag():
                return False
        self._berg()
        return True

    def _berg(self) -> None:
        """A concept where it can be stored, else the draft; nothing at all for what stayed as it was."""
        bewaarder, stuk, values = self.bewaarder, self.stuk, self.values()
        getypt = self._stand.soort != "schoon"
        self._bewaker.herstart()
        if verschilt(stuk.kind, self._begin, values) or (stuk.uit_concept and not stuk.botst):
            self._begin = values

            def mislukt(fout: UserError) -> None:
                self._gered[stuk.record] = values
                self._work.fout.emit(UserError(fout.zin, "Ga terug naar het stuk: je tekst staat er nog."))

            berg = bewaarder.draft if self._soort.versies else bewaarder.berg
            self._work.kluis(self, lambda: berg(values), None, mislukt, urgent=True)
            self.opgeslagen.emit(stuk.record)
        elif getypt and not stuk.uit_concept:
            # typed and taken out again: what was saved in the meantime says nothing
            self._work.kluis(self, bewaarder.gooi_weg, urgent=True)

    def _bewaar_draft(self, values: Values, gelukt: Callable[[], None], mislukt: Callable[[UserError], None]) -> None:
        bewaarder, record = self.bewaarder, self.stuk.record
        noem = self.hier(lambda: self.opgeslagen.emit(record))

        def klaar(_: None) -> None:
            noem()
            gelukt()

        self._work.kluis(self, lambda: bewaarder.draft(values), klaar, mislukt, urgent=True)

    def _anders(self) -> None:
        self._bewaker.veranderd()
        self.veranderd.emit()

    def _toon_stand(self, stand: Stand) -> None:
        self._stand = stand
        self._vlak.blad.voet.zet_stand(stand)

    # -- concepts

    def bewaar(self, daarna: Callable[[Stuk], None] | None = None) -> None:
        """Store a concept; `daarna` gets it once it is stored. What keeps it from being stored shows at the fields."""
        if not self.bezig:
            return
        bewaarder, values = self.bewaarder, self.values()

        def klaar(bewaard: Bewaard) -> None:
            self._vlak.toon_problemen(bewaard.problemen)
            if not bewaard.problemen:
                self.is_bewaard(bewaard.stuk, values)
                if daarna is not None:
                    daarna(bewaard.stuk)

        self._work.kluis(
            self, lambda: bewaarder.concept(values), self.hier(klaar), self.hier(self.toon_fout), urgent=True
        )

    def is_bewaard(self, stuk: Stuk, values: Values) -> None:
        """Show that these values are stored; what was typed since then stays unsaved."""
        assert self._geladen is not None
        vlak = self._vlak
        self._geladen = replace(self._geladen, stuk=stuk)
        self._begin = values
        self._bewaker.herstart()
        vlak.banners.leeg()
        vlak.zet_opgeslagen(True)
        vlak.titel.setText(self._soort.titel(values))
        self._toon_stand(Stand("bewaard", self._d.session.nu().time()))
        if verschilt(stuk.kind, values, self.values()):
            self._bewaker.veranderd()
        self.opgeslagen.emit(stuk.record)

    def toon_fout(self, fout: UserError) -> None:
        """Show a fault at its place; the form stays open and nothing is lost."""
        if isinstance(fout, Conflict):
            self._bewaker.flush()
            self._toon_botsing(fout)
        else:
            self._vlak.banners.zet("fout", fout.zin, fout.stap)
            self._vlak.blad.schuif.ensureWidgetVisible(self._vlak.banners)

    def toon_problemen(self, problemen: Sequence[Problem]) -> None:
        """Show what is wrong at the fields; not in sections that are held back, for those cannot be filled in yet."""
        open_ = [p for p in problemen if self._kan_erbij(p)]
        self._vlak.toon_problemen(open_ or problemen)

    def _kan_erbij(self, probleem: Problem) -> bool:
        veld = self._vlak.formulier.veld(str(probleem.loc[0])) if probleem.loc else None
        return veld is None or veld.isEnabled()

    # -- two versions

    def _toon_botsing(self, fout: UserError) -> None:
        self._vlak.toon_botsing(self._vergelijk, self.neem_mijn, fout.zin, fout.stap)
        self._vlak.blad.schuif.verticalScrollBar().setValue(0)

    def _vergelijk(self) -> None:
        bewaarder = self.bewaarder
        self._work.kluis(self, bewaarder.andere, self.hier(self._toon_beide), self.hier(self.toon_fout))

    def _toon_beide(self, ander: Stuk) -> None:
        assert ander.stored is not None
        assert ander.stored.value is not None
        bewaard = naar_values(ander.stored.value)
        dialoog = VergelijkDialoog(self._thema, ander.kind, bewaard, self.values(), self._vlak)
        dialoog.accepted.connect(self.neem_mijn)
        dialoog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialoog.open()

    def neem_mijn(self) -> None:
        """Let what the form holds build on the newest version, and store it after that."""
        bewaarder, values = self.bewaarder, self.values()

        def klaar(stuk: Stuk) -> None:
            assert self._geladen is not None
            self._geladen = replace(self._geladen, stuk=stuk)
            self._vlak.banners.leeg()
            if stuk.vast:
                self.toon_fout(UserError("Dit is intussen vastgesteld.", "Kopieer je tekst en maak een aanvulling."))
            else:
                self.bewaar()

        self._work.kluis(
            self, lambda: bewaarder.herbaseer(values), self.hier(klaar), self.hier(self.toon_fout), urgent=True
        )

    def _naar_bewaarde(self) -> None:
        """Show the stored version in the place of unsaved text; that text can be taken back as long as one is here."""
        stuk = self.stuk
        assert stuk.stored is not None
        assert stuk.stored.value is not None
        onbewaard = self._vlak.formulier.values()
        self._zet(naar_values(stuk.stored.value))
        self._vlak.banners.leeg()
        self._vlak.banners.zet(
            "info", "Dit is de bewaarde versie.", "", "Zet mijn tekst terug", lambda: self._terug(onbewaard)
        )

    def _terug(self, values: Values) -> None:
        self._zet(values)
        self._vlak.banners.leeg()

    def _zet(self, values: Values) -> None:
        self._vlak.formulier.laad(values)
        self._vlak.blad.tel_ontbrekend()
        self._bewaker.veranderd()
        self.veranderd.emit()
