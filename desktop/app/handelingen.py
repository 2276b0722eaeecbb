"""What the search box finds besides texts and people: the pages and actions of the program, by the words for them."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.models.vinden import Handeling
from desktop.views.navigatie import Plek

NAAR: Mapping[Handeling, Plek] = {
    Handeling("home", "Home", "begin start infographic", "house"): Plek("home"),
    Handeling("verslag", "Nieuw gespreksverslag", "verslag schrijven maken gesprek vastleggen", "clipboard-text"): Plek(
        "leerlingen", extra="verslag"
    ),
    Handeling("leerlinggesprek", "Nieuw gesprek met een leerling", "kind vastleggen verslag", "chats-circle"): Plek(
        "leerlingen", extra="verslag:leerling"
    ),
    Handeling("signaal", "Nieuw signaal", "signaal vastleggen zorg melden gezien gehoord", "eye"): Plek(
        "leerlingen", extra="signaal"
    ),
    Handeling("overleg", "Overleg vastleggen", "nieuw casuïstiek ot ondersteuningsteam collega", "users-three"): Plek(
        "leerlingen", extra="overleg"
    ),
    Handeling("overdracht", "Overdracht aan de intern begeleider", "overdragen zorg", "arrow-right"): Plek(
        "leerlingen", extra="overdracht"
    ),
    Handeling("kindcheck", "Kindcheck doen", "ouder depressie verslaving kinderen", "baby"): Plek(
        "leerlingen", extra="kindcheck"
    ),
    Handeling("toestemming", "Toestemming vastleggen", "delen ouders avg", "handshake"): Plek(
        "leerlingen", extra="toestemming"
    ),
    Handeling("vtadvies", "Advies van Veilig Thuis vastleggen", "bellen", "phone-call"): Plek(
        "leerlingen", extra="vtadvies"
    ),
    Handeling("oudestukken", "Oude stukken scannen", "papier dossier scans toevoegen", "archive"): Plek(
        "leerlingen", extra="oudestukken"
    ),
    Handeling("adviezen", "Advies aan andere scholen", "gegeven advies aandachtsfunctionaris log", "chat-text"): Plek(
        "adviezen"
    ),
    Handeling("leegformulier", "Lege formulieren afdrukken", "blanco papier signaal incident", "printer"): Plek(
        "leegformulier"
    ),
    Handeling("uitnodiging", "Ouders uitnodigen", "nieuwe uitnodiging brief gesprek", "envelope-simple"): Plek(
        "leerlingen", extra="uitnodiging"
    ),
    Handeling("leerlingen", "Leerlingen", "lijst kinderen groep klas ouders gezag dossier", "graduation-cap"): Plek(
        "leerlingen"
    ),
    Handeling("gesprekken", "Gesprekken", "lijst verslagen uitnodigingen", "chats-circle"): Plek("gesprekken"),
    Handeling("agenda", "Agenda", "openstaand werk taken afspraken te laat tekenen", "calendar-check"): Plek("agenda"),
    Handeling("zaken", "Dossiers meldcode", "zaken zaak afwegingskader wegen", "shield-warning"): Plek("zaken"),
    Handeling(
        "calamiteit", "Calamiteit openen", "start logboek crisis ongeluk vermissing brand ramp noodgeval", "siren"
    ): Plek("calamiteiten", extra="direct"),
    Handeling("calamiteiten", "Calamiteiten", "lijst logboek crisis actieplan", "siren"): Plek("calamiteiten"),
    Handeling(
        "draaiboeken", "Draaiboeken", "protocol stappen rouw overlijden vermissing misbruik starten", "clipboard-text"
    ): Plek("draaiboeken"),
    Handeling("incident", "Nieuw incident", "registreren doorgeven vechtpartij pesten wapen", "warning-octagon"): Plek(
        "incident"
    ),
    Handeling("incidenten", "Incidenten", "register incidentenregistratie lijst", "warning-octagon"): Plek(
        "incidenten"
    ),
    Handeling("incidentjaar", "Jaarverslag incidenten", "trends grafieken cijfers rekenblad", "chart-bar"): Plek(
        "incidenten", extra="trends"
    ),
    Handeling("schooljaar", "Schooljaar", "jaarcyclus jaarwiel taken jaarplanning brief", "chart-pie-slice"): Plek(
        "schooljaar"
    ),
    Handeling("jaarplichten", "Taken van het schooljaar instellen", "jaarcyclus plichten maand", "calendar-plus"): Plek(
        "jaarplichten"
    ),
    Handeling("monitoring", "Monitoring", "vragenlijst veiligheid sociaal-emotioneel ronde", "chart-bar"): Plek(
        "jaarstukken"
    ),
    Handeling("scholingen", "Scholing van het team", "training certificaat cursus diploma", "graduation-cap"): Plek(
        "scholingen"
    ),
    Handeling("vog", "VOG-controles", "verklaring omtrent gedrag vrijwilligers", "check-square"): Plek("vog"),
    Handeling("wetten", "Wet en eisen", "wetswijziging inspectie nakijken", "scales"): Plek("wetten"),
    Handeling("bestuurspakket", "Stukken voor het bestuur", "bestuurlijke monitoring rapport gesprek", "files"): Plek(
        "bestuurspakket"
    ),
    Handeling("parnassys", "Nog niet in ParnasSys", "afvinken overzetten", "check-square"): Plek("parnassys"),
    Handeling("edexml", "Leerlingen inlezen", "importeren edexml esis parnassys bestand", "upload-simple"): Plek(
        "edexml"
    ),
    Handeling("meldcode", "Meldcode", "tekening stappen", "shield-warning"): Plek("meldcode"),
    Handeling("sociale-kaart", "Sociale kaart", "telefoonnummers organisaties bellen hulp", "phone"): Plek(
        "sociale-kaart"
    ),
    Handeling("instellingen", "Instellingen", "voorkeuren", "gear-six"): Plek("instellingen"),
    Handeling("school", "Schoolprofiel", "naam school brin logo adres", "buildings"): Plek(
        "instellingen", extra="school"
    ),
    Handeling("ons-plan", "Ons plan invullen", "eigen namen methode werkgroepen", "pencil-simple"): Plek(
        "instellingen", extra="plan"
    ),
    Handeling("accounts", "Accounts en rollen", "collega toevoegen gebruiker", "users"): Plek(
        "instellingen", extra="accounts"
    ),
    Handeling("wachtwoordzin", "Wachtwoordzin wijzigen", "wachtwoord veranderen", "key"): Plek(
        "instellingen", extra="wachtwoordzin"
    ),
    Handeling("herstelblad", "Herstelblad afdrukken", "vergeten wachtwoord herstel", "file-text"): Plek(
        "instellingen", extra="herstelblad"
    ),
    Handeling("reservekopie", "Reservekopie maken", "backup kopie bewaren", "floppy-disk"): Plek(
        "instellingen", extra="reservekopie"
    ),
    Handeling("controle", "Kluis controleren", "nakijken knoeien", "shield-check"): Plek(
        "instellingen", extra="controle"
    ),
    Handeling("weergave", "Weergave en slot", "thema kleuren automatisch vergrendelen", "sun"): Plek(
        "instellingen", extra="weergave"
    ),
    Handeling("logboek", "Logboek", "wie heeft bekeken audit", "list-bullets"): Plek("instellingen", extra="logboek"),
}
"""Where an action or page leads; it is found where that page is there."""

THEMA: Mapping[Handeling, str] = {
    Handeling("thema-donker", "Thema donker", "kleuren nacht zwart", "moon"): "donker",
    Handeling("thema-licht", "Thema licht", "kleuren dag wit", "sun"): "licht",
    Handeling("thema-systeem", "Thema zoals Windows", "kleuren systeem", "monitor"): "systeem",
}
VERGRENDEL = Handeling("vergrendel", "Vergrendelen", "slot uitloggen afsluiten account wisselen", "lock-simple")
AFDEKKEN = Handeling("afdekken", "Scherm afdekken", "verbergen meekijken F9", "eye-slash")

HANDELINGEN = (*NAAR, *THEMA, VERGRENDEL, AFDEKKEN)
