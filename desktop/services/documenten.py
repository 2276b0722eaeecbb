"""From a stored revision to a PDF: gathered on the vault's lane, rendered on the other. A PDF never reads a form."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from desktop import documents
from desktop.documents.kader import Gemaakt, Kader
from desktop.models.afweging import Afweging
from desktop.models.bestuurspakket import Bestuurspakket
from desktop.models.communicatie import Communicatie
from desktop.models.core import Bijlage, Record, Wie
from desktop.models.correctie import Correctieverzoek
from desktop.models.dossier import OudStuk
from desktop.models.errors import UserError
from desktop.models.gespreksverslag import Gespreksverslag
from desktop.models.incident import Incident
from desktop.models.kenmerk import kenmerk
from desktop.models.klacht import Klacht
from desktop.models.melding import Melding
from desktop.models.opslag import Stored
from desktop.models.pakketinhoud import Pakketinhoud
from desktop.models.personen import Persoon
from desktop.models.rapportage import Bundel, Jaarbundel, Rapportage, bundel_met_verzending, met_verzending
from desktop.models.rechten import Actie
from desktop.models.school import Schoolprofiel
from desktop.models.uitnodiging import Ontvanger, Uitnodiging
from desktop.models.vervolg import Ondertekening
from desktop.services.beeld import schrijf
from desktop.services.geteld import geteld
from desktop.services.regels import Regels
from desktop.services.session import Session


@dataclass(frozen=True, slots=True)
class Opdracht:
    """All that one PDF is made from; plain data, so it can be rendered where there is no vault."""

    record: UUID
    value: Record
    kader: Kader
    ontvanger: Wie | None = None
    uitgenodigd: Ontvanger | None = None
    adres: Persoon | None = None
    vervolg: tuple[Record, ...] = ()
    strokes: Mapping[UUID, bytes] | None = None
    getoond: str = ""
    scans: Mapping[UUID, tuple[str, bytes]] | None = None
    """Attachments whose pages follow the record's own: media type and bytes."""
    rapportages: tuple[Rapportage, ...] = ()
    """The reports of a yearly bundle's period."""
    pakket: Pakketinhoud | None = None
    """The figures of the papers for the board."""

    def bestandsnaam(self) -> str:
        """Return a file name that tells what it is without telling whom it is about."""
        voor = "concept-" if self.kader.concept else ""
        brief = isinstance(self.value, Correctieverzoek) and self.ontvanger
        achter = "-brief" if brief else "-ouder" if self.ontvanger or self.uitgenodigd else ""
        return f"{voor}{self.value.KIND}-{self.kader.kenmerk}{achter}.pdf"


@dataclass(frozen=True, slots=True)
class Afschrift:
    """One choice in the print dialog: for whom, what it is called on screen, and how many copies."""

    label: str
    ontvanger: Wie | None
    aantal: int = 1


class Documenten:
    """PDFs, their preview, print and export."""

    def __init__(self, session: Session) -> None:
        self._s = session

    def school(self, toen: datetime | None = None) -> Schoolprofiel:
        """Return the profile of the school, as it was at a moment or now; an empty one before there is any."""
        for stored in self._s.vault.all(Schoolprofiel.KIND):
            versies = [stored] if toen is None else self._s.vault.history(stored.record)
            geldig = [v for v in versies if toen is None or v.recorded_at <= toen] or versies[:1]
            if isinstance(geldig[-1].value, Schoolprofiel):
                return geldig[-1].value
        return Schoolprofiel(naam="School")

    # -- on the vault's lane

    def opdracht(
        self,
        stored: Stored,
        ontvanger: Wie | None = None,
        *,
        zonder_vervolg: bool = False,
        uitgenodigd: Ontvanger | None = None,
    ) -> Opdracht:
        """Gather what a PDF of a stored revision needs. A concept says so on every page."""
        leest = Actie.KLACHT if stored.kind == Klacht.KIND else Actie.VERSLAG_LEZEN
        self._s.eis(Actie.AFDRUKKEN if stored.state == "concept" or not zonder_vervolg else leest)
        assert stored.value is not None
        vault = self._s.vault
        vervolg = () if zonder_vervolg else tuple(f.value for f in vault.followups(stored.record) if f.value)
        strokes = {f.strokes: vault.blob(f.strokes)[1] for f in vervolg if isinstance(f, Ondertekening) and f.strokes}
        kept = None if zonder_vervolg else vault.kept(stored.record, "vastgesteld-pdf")
        adres = None
        aan = uitgenodigd.wie if uitgenodigd is not None else None
        if isinstance(stored.value, Correctieverzoek):
            aan = ontvanger
        if aan is not None and aan.persoon is not None:
            persoon = vault.get(vault.resolve(aan.persoon)).value
            adres = persoon if isinstance(persoon, Persoon) else None
        # a case is never established: its papers are no drafts, and show the digest of what they were made from
        concept = stored.state == "concept" and type(stored.value).VASTSTELLEN
        kader = Kader(
            # what is established goes on under the name that the school had then
            school=self.school(None if stored.state == "concept" else stored.recorded_at),
            kenmerk=kenmerk(stored.record),
            digest=None if concept else stored.digest,
            versie_op=stored.recorded_at,
            # the kept PDF follows from what was stored by then: made again after a crash it is the same, byte for byte
            gemaakt_op=stored.recorded_at if zonder_vervolg else self._s.nu(),
            audit_head=None if zonder_vervolg else vault.audit_head,
            concept=concept,
            ingetrokken=stored.state == "ingetrokken",
            schema=stored.schema,
            door=next((a.name for a in vault.accounts() if a.id == stored.account), ""),
            blijft_open=not type(stored.value).VASTSTELLEN,
        )
        return Opdracht(
            stored.record,
            stored.value,
            kader,
            ontvanger,
            uitgenodigd,
            adres,
            vervolg,
            strokes,
            hashlib.sha256(kept[1]).hexdigest() if kept else "",
            # a scan is kept with its record already: the kept PDF only names it
            None if zonder_vervolg else self._scans(stored.value),
            geteld(vault, stored.value, stored) if isinstance(stored.value, Bundel) else (),
            self._pakket(stored),
        )

    def _pakket(self, stored: Stored) -> Pakketinhoud | None:
        if not isinstance(stored.value, Bestuurspakket):
            return None
        from desktop.services.pakket import pakketinhoud  # it reads by services that make papers themselves

        return pakketinhoud(self._s.vault, stored.value, stored, self._s.vandaag())

    def _scans(self, value: Record) -> dict[UUID, tuple[str, bytes]]:
        bijlagen = value.bijlagen if isinstance(value, OudStuk) else ()
        return {bijlage.blob: self._s.vault.blob(bijlage.blob) for bijlage in bijlagen}

    def brieven(self, stored: Stored) -> list[Opdracht]:
        """Return one letter per invited parent."""
        assert isinstance(stored.value, Uitnodiging)
        return [self.opdracht(stored, uitgenodigd=o) for o in stored.value.ontvangers]

    def afschriften(self, stored: Stored) -> list[Afschrift]:
        """Return for whom a copy can be made: the file (all), and each parent apart."""
        zonder = isinstance(stored.value, Rapportage | Bundel | Bestuurspakket)
        heel = "Zoals vastgelegd" if isinstance(stored.value, Communicatie) else "Dossier (volledig)"
        lijst = [Afschrift("Zonder namen" if zonder else heel, None)]
        if isinstance(stored.value, Correctieverzoek) and stored.value.van is not None:
            lijst.append(Afschrift(f"Brief aan {stored.value.van.naam}", stored.value.van))
        if isinstance(stored.value, Gespreksverslag):
            lijst += [Afschrift(f"{w.naam} ({w.hoedanigheid})", w) for w in stored.value.tekenaars()]
        return lijst

    def noteer(self, record: UUID, actie: str, subject: UUID | None = None) -> None:
        """Write in the audit that something was printed or exported; never under which name or passphrase."""
        self._s.vault.log(self._s.actor, actie, self._s.nu(), record=record, subject=subject)

    def bijlage(self, blob: UUID) -> tuple[str, bytes]:
        """Return an attachment's media type and bytes. Who only keeps a log opens what hangs from its lines."""
        if not self._s.mag(Actie.VERSLAG_LEZEN) and not Regels(self._s).toont(blob):
            self._s.eis(Actie.KLACHT if self._s.mag(Actie.KLACHT) else Actie.VERSLAG_LEZEN)
        return self._s.vault.blob(blob)

    def voeg_bijlage_toe(self, naam: str, data: bytes) -> Bijlage:
        """Store a PDF, JPEG or PNG of at most 25 MB. Raises UserError for anything else; nothing is stored then."""
        media = documents.check_attachment(naam, data)
        return Bijlage(blob=self._s.vault.put_blob(data, media), naam=_veilige_naam(naam), media=media, bytes=len(data))

    def bewaar_strokes(self, strokes: bytes) -> UUID:
        """Store the pen strokes of a signature on screen."""
        return self._s.vault.put_blob(strokes, "application/json")

    # -- on the other lane: no vault

    def maak(self, opdracht: Opdracht) -> Gemaakt:
        """Render, each kind in its own way."""
        value, kader = opdracht.value, opdracht.kader
        match value:
            case Uitnodiging():
                assert opdracht.uitgenodigd is not None
                return documents.render_uitnodiging(value, kader, opdracht.uitgenodigd, opdracht.adres)
            case Gespreksverslag():
                return documents.render_gespreksverslag(
                    value,
                    kader,
                    ontvanger=opdracht.ontvanger,
                    vervolg=opdracht.vervolg,
                    strokes=opdracht.strokes or {},
                    getoonde_sha256=opdracht.getoond,
                )
            case Melding():
                return documents.render_melding(value, kader, vervolg=opdracht.vervolg)
            case Afweging():
                return documents.render_afweging(value, opdracht.record, kader, vervolg=opdracht.vervolg)
            case Incident():
                return documents.render_incident(value, kader, vervolg=opdracht.vervolg)
            case Communicatie():
                return documents.render_communicatie(value, kader, vervolg=opdracht.vervolg)
            case Rapportage():
                return documents.render_rapportage(value, kader, vervolg=opdracht.vervolg)
            case Bundel():
                verzonden = bundel_met_verzending(value, opdracht.vervolg)
                return documents.render_jaarbundel(Jaarbundel(verzonden, opdracht.rapportages), kader)
            case Correctieverzoek() if opdracht.ontvanger is not None:
                return documents.render_correctiebrief(value, kader, opdracht.ontvanger, opdracht.adres)
            case Bestuurspakket():
                assert opdracht.pakket is not None
                wie = met_verzending(value.ontvangers, opdracht.vervolg)
                return documents.render_bestuurspakket(opdracht.pakket, wie, kader)
            case _:
                return documents.render_stuk(value, kader, vervolg=opdracht.vervolg, scans=opdracht.scans or {})

    def apart_blad(self, opdracht: Opdracht) -> Gemaakt:
        """Render the separate sheet of a melding, a PDF of its own. Raises UserError where nothing is on it."""
        melding = opdracht.value
        if not isinstance(melding, Melding) or not melding.apart.strip():
            raise UserError("Er is geen apart blad bij deze melding.", "Schrijf het eerst in de melding zelf.")
        return documents.render_apart_blad(melding, opdracht.kader)

    def bundel(self, opdrachten: Sequence[tuple[Opdracht, int]], *, tweezijdig: bool) -> Gemaakt:
        """Render several copies into one print job; two-sided, each copy begins on a sheet of its own."""
        ontbrekend: dict[str, None] = {}
        stukken: list[bytes] = []
        for opdracht, aantal in opdrachten:
            gemaakt = self.maak(opdracht)
            ontbrekend.update(dict.fromkeys(gemaakt.ontbrekend))
            stukken += [gemaakt.pdf] * aantal
        pdf = documents.merge(stukken, two_sided=tweezijdig)
        return Gemaakt(pdf, documents.page_count(pdf), tuple(ontbrekend))

    def versleutel(self, pdf: bytes, wachtwoord: str) -> bytes:
        """Return the PDF encrypted with AES-256. Raises UserError for a short passphrase."""
        return documents.encrypt_pdf(pdf, wachtwoord)

    def paginas(self, pdf: bytes) -> int:
        """Return the number of pages."""
        return documents.page_count(pdf)

    def beeld(self, pdf: bytes, pagina: int, breedte: int) -> tuple[int, int, bytes]:
        """Return one page as (width, height, BGRA bytes), `breedte` pixels wide."""
        return documents.page_image(pdf, pagina, breedte)

    def schrijf(self, pad: Path, data: bytes) -> None:
        """Write a PDF where the person chose. Raises UserError when that cannot be done."""
        schrijf(pad, data)


def _veilige_naam(naam: str) -> str:
    """Return a file name without folders, reserved characters or excess length; what is shown, never a path."""
    kaal = naam.replace("\\", "/").rsplit("/", 1)[-1]
    kaal = "".join(t for t in kaal if t.isprintable() and t not in '<>:"|?*').strip(" .")
    stam, punt, eind = kaal.rpartition(".")
    if not punt:
        stam, eind = kaal, ""
    if stam.upper() in _GERESERVEERD:
        stam = f"_{stam}"
    return f"{stam[:100]}{punt}{eind[:10]}" or "bijlage"


_GERESERVEERD = {"CON", "PRN", "AUX", "NUL", *(f"{p}{n}" for p in ("COM", "LPT") for n in range(1, 10))}
