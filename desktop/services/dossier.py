"""The dossier of a pupil: signals and what else is recorded, in the order in which it happened."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from desktop.models.afweging import Afweging
from desktop.models.core import Record, State, Wie
from desktop.models.correctie import Correctieverzoek
from desktop.models.dossier import Handelingsplan, Kindcheck, OudStuk, Overdracht, Toestemming
from desktop.models.dossierdelen import BetrokkenRol
from desktop.models.errors import UserError
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.incident import Incident
from desktop.models.meldcode import Afsluiting, Heropening, MeldcodeDossier
from desktop.models.melding import Melding
from desktop.models.namen import groepsnaam
from desktop.models.nazorg import Nazorg, NazorgKeer
from desktop.models.opslag import Query, Row
from desktop.models.overleg import AdviesGegeven, Overleg
from desktop.models.personen import Leerling
from desktop.models.rechten import Actie, Rol
from desktop.models.signaal import Signaal
from desktop.models.uitnodiging import Uitnodiging
from desktop.models.veiligthuis import CitContact, Informant, Terugkoppeling, VtAdvies
from desktop.models.velden import naar_values
from desktop.models.vervolg import Aanvulling, AfspraakGedaan, Herverdeeld, InParnasSys, Vervolg, WerkGedaan
from desktop.models.vooroverleg import Gevaar
from desktop.models.woorden import fold
from desktop.services.documenten import Documenten
from desktop.services.session import Session
from desktop.services.stuk import Stuk
from desktop.services.stukken import Recht, Stukken

_DOSSIER = Recht(Actie.DOSSIER_LEZEN, Actie.DOSSIER_SCHRIJVEN, Actie.DOSSIER_SCHRIJVEN)
_MELDCODE = Recht(Actie.MELDCODE_LEZEN, Actie.MELDCODE, Actie.MELDCODE)
RECHTEN: Mapping[type[Record], Recht] = {
    Signaal: Recht(Actie.DOSSIER_LEZEN, Actie.SIGNAAL_GEVEN, Actie.SIGNAAL_GEVEN),
    Overleg: _DOSSIER,
    Overdracht: _DOSSIER,
    Kindcheck: _DOSSIER,
    Toestemming: _DOSSIER,
    Handelingsplan: _DOSSIER,
    OudStuk: _DOSSIER,
    VtAdvies: _DOSSIER,
    # anyone may write down what a parent asks; what the school answers is decided by who establishes
    Correctieverzoek: Recht(Actie.DOSSIER_LEZEN, Actie.DOSSIER_SCHRIJVEN, Actie.VASTSTELLEN),
    AdviesGegeven: _DOSSIER,
    MeldcodeDossier: _MELDCODE,
    Afweging: _MELDCODE,
    Melding: _MELDCODE,
    Terugkoppeling: _MELDCODE,
    Informant: _MELDCODE,
    CitContact: _MELDCODE,
    Nazorg: _MELDCODE,
}
"""What a dossier holds beside conversations, and who may do what with it."""
_ELDERS: Mapping[type[Record], Actie] = {
    Uitnodiging: Actie.UITNODIGEN,
    Gespreksverslag: Actie.VERSLAG_LEZEN,
    Incident: Actie.INCIDENT,
}
"""What a timeline shows beside it, and what reading that asks."""
_VERVOLG: Mapping[type[Vervolg], Actie] = {
    Aanvulling: Actie.DOSSIER_SCHRIJVEN,
    InParnasSys: Actie.DOSSIER_SCHRIJVEN,
    AfspraakGedaan: Actie.DOSSIER_SCHRIJVEN,
    WerkGedaan: Actie.DOSSIER_SCHRIJVEN,
    Herverdeeld: Actie.DOSSIER_SCHRIJVEN,
    Afsluiting: Actie.MELDCODE,
    Heropening: Actie.MELDCODE,
    NazorgKeer: Actie.MELDCODE,
}
ALLE_STATEN: tuple[State, ...] = ("concept", "vastgesteld", "ingetrokken")


class Dossier(Stukken):
    """Signals, consultations and the rest of what stands about a pupil."""

    def __init__(self, session: Session, documenten: Documenten) -> None:
        super().__init__(session, documenten, RECHTEN, _VERVOLG)

    # -- starting

    def nieuw_signaal(self, leerling: UUID, dossier: UUID | None = None) -> Stuk:
        """Return an unsaved signal; the one who writes stands as signaller until another is named.

        Begun in a case (`dossier`) it belongs to that case.
        """
        wie, weg = self._wie(leerling)
        eigen = self._s.actor.role == Rol.LEERKRACHT.value
        values = {
            "dossier": str(dossier) if dossier else None,
            "signaleerder": self._s.actor.naam,
            "functie": Rol.van(self._s.actor.role).label,
            "is_leerkracht": True if eigen else None,
            "weg": weg,
        }
        return self._nieuw(Signaal, wie, leerling, values)

    def nieuw(self, kind: type[Record], leerling: UUID, dossier: UUID | None = None, **voor: object) -> Stuk:
        """Return an unsaved record of any kind in a pupil's dossier, today's date in it; `voor` fills more fields.

        Raises UserError for a pupil who does not exist (any more) and Geweigerd where this account may not write it.
        """
        wie, _ = self._wie(leerling)
        values: dict[str, object] = {**voor}
        if dossier is not None:
            values["dossier"] = str(dossier)
        return self._nieuw(kind, wie, leerling, values)

    def nieuw_advies_gegeven(self) -> Stuk:
        """Return an unsaved line of the log of advice to other schools; it is about no pupil of this one."""
        self._s.eis(self._recht(AdviesGegeven).schrijven)
        values = {"datum": self._s.vandaag().isoformat()}
        return Stuk(self._s.ids.new(), AdviesGegeven, None, values, False, (), None)

    def adviezen_gegeven(self) -> Sequence[Row]:
        """Return the log of advice to other schools, newest first."""
        self._s.eis(self._recht(AdviesGegeven).lezen)
        return self._s.vault.rows(self._s.vault.ids(Query(kinds=(AdviesGegeven.KIND,))))

    def _nieuw(self, kind: type[Record], wie: Wie, leerling: UUID, voor: Mapping[str, object]) -> Stuk:
        self._s.eis(self._recht(kind).schrijven)
        values: dict[str, object] = {"leerling": naar_values(wie)}
        if "datum" in kind.model_fields:
            values["datum"] = self._s.vandaag().isoformat()
        values |= voor
        return Stuk(self._s.ids.new(), kind, None, values, False, (), leerling)  # type: ignore[arg-type]

    def _wie(self, leerling: UUID) -> tuple[Wie, bool]:
        """Return a pupil as the records name them, and whether they have left or died."""
        value = self._s.vault.get(leerling).value
        if not isinstance(value, Leerling):
            raise UserError("Deze leerling is er niet meer.", "Kies de leerling opnieuw in de lijst.")
        weg = value.overleden_op is not None or value.is_weg(self._s.vandaag())
        return Wie(persoon=leerling, naam=value.titel(), hoedanigheid=groepsnaam(value.groep_naam)), weg

    # -- looking back

    def soorten(self) -> tuple[str, ...]:
        """Return the kinds of a timeline that this account may read."""
        eigen = [kind.KIND for kind, recht in RECHTEN.items() if self._s.mag(recht.lezen)]
        return (*eigen, *(kind.KIND for kind, actie in _ELDERS.items() if self._s.mag(actie)))

    def tijdlijn(
        self,
        leerling: UUID,
        *,
        kinds: Sequence[str] = (),
        van: date | None = None,
        tot: date | None = None,
        rol: str = "betreft",
    ) -> Sequence[int]:
        """Return row ids of what stands about a pupil and this account may read, newest first, withdrawn ones too.

        `rol` '' also finds where the pupil had another part than being the one it is about.
        """
        mag = tuple(k for k in self.soorten() if not kinds or k in kinds)
        if not mag:
            return ()
        return self._s.vault.ids(Query(kinds=mag, target=leerling, link_role=rol, van=van, tot=tot, states=ALLE_STATEN))

    def rijen(self, ids: Sequence[int]) -> Sequence[Row]:
        """Return list rows."""
        return self._s.vault.rows(ids)

    def leerling_van(self, record: UUID) -> UUID | None:
        """Return the pupil that a record is about; None where there is no such record, or it is about nobody."""
        rijen = self._s.vault.rows_of([record])
        return rijen[0].subjects[0] if rijen and rijen[0].subjects else None

    def andere_rollen(self, leerling: UUID) -> Mapping[int, str]:
        """Return row ids of what is about someone else and in which this pupil had a part, with that part in words."""
        mag = self.soorten()
        if not mag:
            return {}
        eigen = set(self.tijdlijn(leerling))
        rollen: dict[int, str] = {}
        for rol in BetrokkenRol:
            for schakel in (rol.value, f"incident_{rol.value}"):
                vraag = Query(kinds=mag, target=leerling, link_role=schakel, states=ALLE_STATEN)
                for nummer in (n for n in self._s.vault.ids(vraag) if n not in eigen):
                    woord = rol.label.lower()
                    rollen[nummer] = f"{rollen[nummer]}, {woord}" if nummer in rollen else woord
        return rollen

    def weerklank(self, leerling: UUID) -> Mapping[UUID, Sequence[tuple[UUID, bool]]]:
        """Return for each signal of a pupil which other ones confirm (True) or refute (False) it.

        Only how signals hang together is read here, never what stands in them: that is logged when it is opened.
        """
        self._s.eis(Actie.DOSSIER_LEZEN)
        gevonden: dict[UUID, list[tuple[UUID, bool]]] = {}
        for stored in self._s.vault.get_many([row.record for row in self.eerdere_signalen(leerling)]):
            if isinstance(stored.value, Signaal):
                for eerder in stored.value.bevestigt:
                    gevonden.setdefault(eerder, []).append((stored.record, True))
                for eerder in stored.value.ontkracht:
                    gevonden.setdefault(eerder, []).append((stored.record, False))
        return gevonden

    def eerdere_signalen(self, leerling: UUID, zonder: UUID | None = None) -> Sequence[Row]:
        """Return the signals about a pupil in all years, newest first, without the one that is being written.

        Plan (tips dossiervorming): every new note looks back over earlier years.
        """
        self._s.eis(Actie.DOSSIER_LEZEN)
        ids = self._s.vault.ids(Query(kinds=(Signaal.KIND,), target=leerling, link_role="betreft"))
        return [row for row in self._s.vault.rows(ids) if row.record != zonder]

    def gemarkeerd(self, leerling: UUID) -> tuple[Gevaar, ...]:
        """Return what in a pupil's dossier asks for Veilig Thuis before any talk with parents; () where nothing does.

        A mark counts until something with Veilig Thuis came after it: an established melding, or an advice with what
        was decided. Only whether a signal is marked is read; its content is logged when it is opened.
        """
        self._s.eis(Actie.DOSSIER_LEZEN)
        vraag = Query(kinds=(Signaal.KIND, Melding.KIND, VtAdvies.KIND), target=leerling, link_role="betreft")
        stukken = self._s.vault.get_many([row.record for row in self._s.vault.rows(self._s.vault.ids(vraag))])
        met_vt = [
            op
            for s in stukken
            if s.state == "vastgesteld"
            and s.value is not None
            and (op := s.value.event_at()) is not None
            and (isinstance(s.value, Melding) or (isinstance(s.value, VtAdvies) and bool(s.value.besluit.strip())))
        ]
        laatst = max(met_vt, default=None)
        signalen = [s.value for s in stukken if isinstance(s.value, Signaal)]
        open_ = [s for s in signalen if laatst is None or (op := s.event_at()) is None or op.date() > laatst.date()]
        marken = ((Gevaar.EERGERELATEERD, "eergerelateerd"), (Gevaar.DISCLOSURE, "disclosure"))
        return tuple(gevaar for gevaar, naam in marken if any(getattr(s, naam) is True for s in open_))

    def signalen(self, records: Sequence[UUID]) -> Sequence[Signaal]:
        """Return these signals in full, in this order; looking at each is logged."""
        self._s.eis(Actie.DOSSIER_LEZEN)
        gezien = [self._s.vault.view(self._s.actor, record, self._s.nu()) for record in records]
        return [stored.value for stored in gezien if isinstance(stored.value, Signaal)]


def zonder_namen(tekst: str, namen: Sequence[str]) -> str:
    """Return a text in which none of these names stands, nor any of their parts.

    For what goes to the aandachtsfunctionaris of a linked school; a person reads it through before it leaves. Birth
    dates go too: every date with a year in it becomes that year. What is no name in a name ('van', 'juf', 'moeder')
    stays, and so does an ordinary word written small ('groot', though someone is called De Groot): a text without
    those words cannot be read.
    """
    tekst = unicodedata.normalize("NFC", tekst)
    woorden = {d for naam in namen for d in re.findall(r"[^\W\d_]{2,}", unicodedata.normalize("NFC", naam))}
    delen = {deel for deel in woorden if deel[0].isupper() and deel.casefold() not in _GEEN_NAAM}
    # of two letters only as it is written: 'Bo' is a child, 'bo' is nothing
    kort = {deel for deel in delen if len(deel) == 2}
    # signs left out in typing make it no other name: 'Ayse' is Ayşe
    lang = {fold(deel) for deel in delen - kort}

    roep = {fold(eerste) for naam in namen if (eerste := _roepnaam(naam))}

    def weg(woord: re.Match[str]) -> str:
        heel = woord[1]
        # Noor, Noors, Noor's
        stammen = {heel, heel[:-1]} if heel[-1] == "s" and not woord[2] else {heel}
        if not (stammen & kort or {fold(stam) for stam in stammen} & lang):
            return woord[0]
        gewoon = heel.islower() and not {fold(stam) for stam in stammen}.isdisjoint(_OOK_EEN_WOORD - roep)
        return woord[0] if gewoon and not _na_een_naam(woord, lang) else "…"

    tekst = re.sub(r"([^\W\d_]+)(['’]s\b)?", weg, tekst)
    tekst = re.sub(r"…(?:[\s-]+…)+", "…", tekst)
    return re.sub(r"\b\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ](\d{4})\b", r"\1", tekst, flags=re.IGNORECASE)


def _roepnaam(naam: str) -> str:
    """Return the first name in a name; '' for a surname alone ('De Groot', 'meneer Bakker')."""
    woorden = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", naam))
    while woorden and fold(woorden[0]) in _GEEN_NAAM | _AANSPREEK - _TUSSEN:
        if fold(woorden.pop(0)) in _BIJ_ACHTERNAAM:
            return ""
    return woorden[0] if woorden and fold(woorden[0]) not in _TUSSEN else ""


def _na_een_naam(woord: re.Match[str], namen: set[str]) -> bool:
    """Whether a word that can be an ordinary one stands as a name: 'meneer de groot', 'jan bakker'."""
    voor = re.findall(r"[^\W\d_]+", woord.string[max(0, woord.start() - 40) : woord.start()])
    while voor and fold(voor[-1]) in _TUSSEN:
        voor.pop()
    return bool(voor) and (fold(voor[-1]) in _AANSPREEK or (fold(voor[-1]) in namen - _OOK_EEN_WOORD))


_TUSSEN = frozenset("van den der de het ten ter te op in la le el al".split())
_AANSPREEK = frozenset("juf juffrouw meester mevrouw meneer mw mevr dhr heer oma opa oom tante familie".split())
_BIJ_ACHTERNAAM = frozenset("meneer mevrouw mw mevr dhr heer familie van den der de het ten ter".split())
_OOK_EEN_WOORD = frozenset(
    "groot klein groen wit witte zwart zwarte bruin rood geel blauw grijs lang lange kort korte jong jonge oud oude"
    " goed goede sterk stil dik vroom rijk arm blij best beste vos haas wolf leeuw beer haan vink mus zwaan hond kat"
    " bakker boer kok visser slager smid koster schipper koopman timmerman schilder molenaar jager herder koning keizer"
    " dun prins ridder meester dokter wever kuiper schoenmaker dekker brouwer post boom bos bosch berg dal dijk kamp"
    " molen kerk hof huis poort brug water meer veld weide heide duin strand zand steen rots akker tuin park bloem"
    " roos hout winter zomer herfst lente maan ster zon vries vriend raaf mees hoek kant eind"
    " schaap koe bok lam pauw valk arend ruiter mol spek brood zout peper vis spin dam sluis laan plein stad dorp loos"
    " vroeg snel hard zacht wild vrij waar engel hart hand voet mond bas bol bot kuik vet mooi lief trouw lust moed"
    " mei juni juli april maart rust hoop liefde vreugde wens merel".split()
)
"""Ordinary words that are names too; written small they stay, unless what stands before them makes them a name."""
_GEEN_NAAM = frozenset(
    "van den der de het een ten ter te op in la le el al juf juffrouw meester mevrouw meneer mw mevr dhr heer moeder "
    "vader ouder ouders oma opa oom tante broer zus leerling leerkracht directeur intern begeleider school obs "
    "basisschool veilig thuis aandachtsfunctionaris onderwijsassistent conciërge huisarts jeugdarts politie wijkteam "
    "jeugdteam aan als bij dat die dit door en er geen haar heeft hij hun ik is maar met na naar niet nog om ook over "
    "tijdens toen tot uit voor was wat we wel wie wij wil zegt zij ze zijn zo".split()
)
"""Words that stand in or for a name and are none."""
