"""The school's profile: the form of its declaration, stored with Ctrl+S."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.models.core import Problem, Values
from desktop.models.errors import UserError
from desktop.models.opslag import Stored
from desktop.models.rechten import Actie
from desktop.models.school import Schoolprofiel
from desktop.models.velden import naar_values
from desktop.views.forms.bewaker import Stand
from desktop.views.forms.context import FormContext
from desktop.views.forms.formulier import Formulier
from desktop.views.forms.voet import FormVoet
from desktop.views.instellingen.deel import KOLOM, LINKS, Deel, Omgeving
from desktop.views.widgets import Bevestiging, sneltoets


class SchoolDeel(Deel):
    """Name, BRIN, board, region and address."""

    sleutel = "school"
    naam = "Schoolprofiel"
    icoon = "buildings"
    uitleg = "Dit komt op brieven en verslagen. Een vastgesteld verslag houdt de gegevens van toen."
    actie = Actie.SCHOOL

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        session = omgeving.diensten.session
        # a profile holds no people and no attachments
        context = FormContext(
            today=session.vandaag,
            ids=session.ids,
            thema=omgeving.thema,
            zoek_personen=lambda veld, woorden: (),
            kies_bijlage=lambda klaar: None,
            neem_bestanden=lambda paden, klaar: None,
            open_bijlage=lambda bijlage: None,
        )
        self.formulier = Formulier(Schoolprofiel, context)
        self.voet = FormVoet("Bewaren", omgeving.thema)
        self.voet.zet_kolom(omgeving.thema.px(LINKS), omgeving.thema.px(KOLOM))
        self._vuil = False
        self._versie = 0
        self.inhoud.addWidget(self.formulier)
        self.vak.addWidget(self.voet)
        self.formulier.gewijzigd.connect(self._gewijzigd)
        self.voet.hoofdknop.clicked.connect(self.bewaar)
        sneltoets(self, "Ctrl+S", self.bewaar, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def toon(self) -> None:
        """Read the profile, unless something is typed that is not stored yet."""
        if not self._vuil:
            self.o.work.kluis(self, self.o.diensten.beheer.school, self._zet, self.meld_fout)

    def bewaar(self) -> None:
        """Store what the form holds; problems are shown at their fields."""
        values, versie = self.formulier.values(), self._versie
        self.banners.leeg()
        self.voet.zet_stand(Stand("bezig"))
        self.o.work.kluis(
            self,
            lambda: self.o.diensten.beheer.bewaar_school(values),
            lambda uitkomst: self._bewaard(versie, *uitkomst),
            self._mislukt,
            urgent=True,
        )

    def mag_weg(self) -> bool:
        """Ask before changes are thrown away."""
        if not self._vuil:
            return True
        vraag = Bevestiging(
            self.o.thema,
            "Wijzigingen niet bewaard",
            "Je hebt het schoolprofiel veranderd en nog niet bewaard.",
            "Wijzigingen weggooien",
            self,
        )
        if vraag.vraag():
            self._vuil = False
            return True
        return False

    def berg_op(self) -> None:
        """Store what can be stored; a profile with a fault in it stays as it was."""
        if self._vuil:
            values: Values = self.formulier.values()
            self.o.work.kluis(
                self.o.work, lambda: self.o.diensten.beheer.bewaar_school(values), None, lambda fout: None, urgent=True
            )
            self._vuil = False

    def _zet(self, school: Stored) -> None:
        if school.value is not None and not self._vuil:
            self.formulier.laad(naar_values(school.value))
            self.voet.zet_stand(Stand("schoon"))

    def _gewijzigd(self) -> None:
        self._vuil = True
        self._versie += 1
        self.voet.zet_stand(Stand("wacht"))

    def _bewaard(self, versie: int, bewaard: Stored | None, problemen: list[Problem]) -> None:
        self.formulier.toon_problemen(problemen)
        if bewaard is None:
            self.voet.zet_stand(Stand("mislukt", zin=problemen[0].zin))
            self.formulier.focus_probleem()
            return
        # the pages of the plan name the school too
        self.o.plan.herlees()
        # what was typed while saving is not stored yet
        self._vuil = versie != self._versie
        self.voet.zet_stand(Stand("wacht" if self._vuil else "schoon"))

    def _mislukt(self, fout: UserError) -> None:
        self.voet.zet_stand(Stand("mislukt", zin=fout.zin))
        self.meld_fout(fout)
