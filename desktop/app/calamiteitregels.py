"""Sixty lines of an invented calamity, as they are typed into its log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Regel:
    """One line: what is typed, the chips that are pressed, and how many minutes go by after it."""

    tekst: str
    soort: str = "Stap"
    sleutel: bool = False
    meer: Mapping[str, str] = field(default_factory=dict)
    duurt: int = 2


DAG_EEN = (
    Regel("Begeleider belt: Daan is zoek op de speelboerderij", "Signaal", sleutel=True),
    Regel("10 min geleden laatste keer gezien bij de geiten", "Signaal"),
    Regel("112 gebeld, politie komt", sleutel=True, meer={"Besloten door": "Dirk Directeur"}),
    Regel("Alle groepen naar de bus, tellen", "Maatregel"),
    Regel("gisteren 15u rooster begeleiders gemaakt, Daan stond bij groep 5"),
    Regel("16:00 terugreis staat gepland", meer={"Namens wie": "Chauffeur Ab"}),
    Regel("Moeder gebeld, zij komt naar de boerderij", "Gesprek", meer={"Namens wie": "Dirk Directeur"}),
    Regel("Buurvrouw van de boerderij zoekt mee"),
    Regel("Signalement aan politie gegeven", "Communicatie", meer={"Vrijgegeven aan": "Politie"}),
    Regel("Andere begeleiders tellen: 24 van 25"),
    Regel("Besluit: groep blijft in de bus tot hij terug is", "Besluit", sleutel=True,
          meer={"Besloten door": "Dirk Directeur"}),
    Regel("Drinken en koek voor de kinderen in de bus", "Maatregel"),
    Regel("Kind uit groep 5 zegt dat Daan naar de vijver wilde", "Signaal"),
    Regel("Politie zoekt bij de vijver"),
    Regel("Boer Teun zoekt in de schuren"),
    Regel("Vader gebeld, neemt niet op", "Gesprek"),
    Regel("8:30 vertrokken vanaf school met 25 kinderen"),
    Regel("Tweede ploeg loopt het bos in"),
    Regel("Bestuur belt terug: media gaan naar Bea", "Communicatie"),
    Regel("Bericht in de buurtapp gezien", "Signaal", sleutel=True),
    Regel("Team op school ingelicht door Anna", "Communicatie"),
    Regel("Moeder is aangekomen, opvang door Anna", "Gesprek"),
    Regel("Daan gevonden in de hooischuur, ongedeerd", sleutel=True),
    Regel("Politie afgemeld"),
    Regel("5 min geleden moeder en Daan samen"),
    Regel("Arts kijkt Daan na, alles goed"),
    Regel("Conciërge was er om 12:30 met de tweede bus"),
)  # fmt: skip

NA_HET_PLAN = (
    Regel("Vader gesproken, komt vanavond langs", "Gesprek"),
    Regel("Kinderen op school opgevangen in de eigen groep", "Maatregel"),
    Regel("Kringgesprek groep 5 met Marijke", "Gesprek"),
    Regel("Besluit: brief naar alle ouders", "Besluit", meer={"Besloten door": "Dirk Directeur"}),
    Regel("Ouder aan de poort boos over begeleiding", "Signaal"),
    Regel("Ouder uitgenodigd voor morgen 8:30", "Gesprek"),
    Regel("Bericht in buurtapp is weggehaald", "Signaal"),
    Regel("GGD adviseert: rustig houden, feiten geven", "Besluit"),
    Regel("Begeleiders nagesproken met koffie", "Gesprek"),
    Regel("Broertje in groep 2 is ingelicht", "Gesprek"),
    Regel("Krant belt: verwezen naar bestuur", "Communicatie", sleutel=True),
    Regel("Brief voor ouders klaar, gelezen door bestuur", "Communicatie"),
    Regel("Adjunct neemt de school over tot morgen", "Besluit"),
    Regel("Avonddienst: bereikbaar op het schoolnummer", "Maatregel"),
    Regel("17:15 laatste kind opgehaald"),
)

DAG_TWEE = (
    Regel("gisteravond 20u vader langs geweest, rustig gesprek", "Gesprek"),
    Regel("Team om 8 uur bijeen, stand gegeven", "Communicatie"),
    Regel("Daan is op school, blij ontvangen"),
    Regel("Twee kinderen slapen slecht, ouders gebeld", "Signaal"),
    Regel("Leerkracht groep 5 krijgt hulp in de klas", "Maatregel"),
    Regel("Gesprek met boze ouder, met twee gevoerd", "Gesprek"),
    Regel("Ouder begrijpt het, wil meedenken", "Gesprek"),
    Regel("Spreekuur 15u: vier ouders", "Gesprek"),
    Regel("Afspraken over tellen besproken", "Besluit"),
    Regel("Besluit: telkaart bij elk uitje", "Besluit", sleutel=True, meer={"Besloten door": "Dirk Directeur"}),
    Regel("Boerderij bedankt namens de school", "Communicatie"),
    Regel("Bloemen van de klas naar boer Teun"),
    Regel("Evaluatie gepland met team en bestuur"),
    Regel("GMR-voorzitter gebeld, geen vragen", "Communicatie"),
    Regel("Buurtapp rustig", "Signaal"),
    Regel("Onrust voorbij volgens team en ouders", "Besluit", sleutel=True),
    Regel("Crisisteam uit elkaar", "Besluit"),
)
