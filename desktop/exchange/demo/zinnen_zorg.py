"""The worries of the invented school: signals, and what else was noted about these children. All of it made up."""

from __future__ import annotations

from desktop.exchange.demo.verhalen import verhalen

VERHALEN = tuple(
    verhalen(
        """
    # Stil geworden
    * Staat in de pauze aan de kant | leerkracht | sociaal | gedrag
    ? In de grote pauze, drie dagen na elkaar.
    F {n} stond de hele pauze bij de fietsenrekken en speelde niet mee.
    F Twee kinderen vroegen {n} mee te doen; {h} schudde het hoofd.
    > Een vast speelmaatje voor de pauze | leerkracht | {n} speelt drie van de vijf pauzes mee
    * Praat bijna niet meer in de kring | leerkracht | sociaal | gedrag leren
    ? Al twee weken, vooral op maandag.
    F {H} gaf geen antwoord toen {h} aan de beurt was en keek naar de vloer.
    M Het lijkt alsof {n} met {z} hoofd ergens anders is. | leerkracht
    K Ik wil liever niks vertellen over het weekend.
    ! bevestigt
    * Huilde na het buitenspelen | onderwijsassistent | sociaal | gedrag
    ? Na de middagpauze, bij het ophangen van de jassen.
    F {n} zat onder de kapstok en huilde zonder geluid. Na tien minuten liep {h} mee naar binnen.
    M Ik denk dat {h} zich alleen voelt. | onderwijsassistent
    H Er zou thuis veel ruzie zijn over geld. | een buurvrouw die helpt bij het lezen
    K Op school is het rustig. Thuis doe ik mijn koptelefoon op.
    ! bevestigt
    = overleg | collegas | Hoe helpen we {n} weer meedoen | Beide leerkrachten zien hetzelfde beeld, vooral na het
      weekend. Bij gym en tekenen is {n} wel vrolijk. | De leerkracht praat met {n}, en daarna met ouders.
    = handelingsplan | {n} speelt elke dag een kwartier met een ander kind | Twee keer per week een spel in een
      klein groepje, met de onderwijsassistent erbij. Daarna zonder. |

    # Een plek op de knie
    * Grote blauwe plek gezien bij het omkleden | vakleerkracht | hgkm | letsel
    ? Bij het omkleden voor de gymles.
    F Op de rechter knie zat een blauwe plek, zo groot als een mandarijn.
    F {n} gymde gewoon mee en klaagde niet.
    K Dat weet ik niet meer.
    ! letsel | rechter knie | Blauw met een gele rand, ongeveer zes centimeter breed.
    * De plek blijkt van een val met de fiets | leerkracht | hgkm | letsel
    ? Gesprek bij de deur, met een foto van de huisarts erbij.
    F De ouder liet uit zichzelf de foto zien die na de val is gemaakt, met de datum erop.
    F Een leerling uit dezelfde straat zag {n} vallen.
    K Ik reed te hard de stoep af.
    ! ontkracht
    ! rol | getuige

    # Dun gekleed
    * Zonder jas in de regen | conciërge | hgkm | verzorging
    ? Bij het hek, tien minuten voor de bel.
    F {n} kwam in een T-shirt aan. Het regende en het was zes graden.
    F Het was de vierde keer in drie weken.
    K Mijn jas is nat van gisteren.
    > Een leenjas uit de kast, zonder dat iemand het ziet | conciërge | {n} loopt met een jas naar buiten
    * Weer geen eten mee | leerkracht | hgkm | verzorging
    ? In de eetpauze.
    F Op drie dagen van deze week had {n} geen lunch bij zich. School gaf brood en fruit.
    M Ik denk dat er thuis te weinig geld is. | leerkracht
    ! bevestigt
    = kindcheck | uithuis | hulp | De huur liep achter. De ouder was open en wil hulp van het buurtteam.
    = toestemming | Hulp bij geld en wonen | Buurtteam Wilgenveen | Dat er op school zorgen zijn over kleding en eten.

    # Vertelde zelf
    * {n} vertelt over slaan | leerkracht | hgkm | gedrag opvoeding
    ? Na schooltijd, bij het opruimen van de verf.
    F {n} begon er zelf over. De leerkracht luisterde en stelde geen vragen over schuld.
    K Als ik iets laat vallen krijg ik een klap. Dat is niet gek hoor, dat hoort zo.
    ! disclosure
    = vtadvies | 1 | Ernstig genoeg om vandaag samen te kijken. Er is vannacht geen gevaar: {n} slaapt bij oma. |
      Niet verder uitvragen. Morgen bellen we opnieuw, met de intern begeleider erbij. | Er liep al een melding van de
      huisarts. Veilig Thuis voegt dit er vandaag aan toe; school houdt contact met {n}.

    # Ruzie op het plein
    * Geduwd bij het voetbalveld | onderwijsassistent | gedrag | gedrag
    ? In de middagpauze, bij het doel.
    F {n} duwde een ander kind, dat op de tegels viel. De onderwijsassistent stond er vijf meter vandaan.
    K Hij lachte om hoe wij thuis praten.
    ! rol | slachtoffer
    > Sorry zeggen met een kaartje en samen het spel kiezen | {n} en leerkracht | Beiden zeggen dat het klaar is
    * Weer ruzie, nu met woorden | leerkracht | gedrag | gedrag
    ? In de rij voor de gymzaal.
    F {n} riep lelijke woorden. Toen de leerkracht erbij kwam, was {h} meteen stil.
    K Ik had mijn kaartje ‘even weg’ moeten pakken.
    ! rol | getuige
    > Het kaartje ‘even weg’ oefenen in de rij | leerkracht | Drie weken geen ruzie in de rij
    = overleg | intern | Wat helpt {n} op het plein | De ruzies zijn op vrije momenten. In de klas gaat het goed. |
      Een vaste taak in de pauze, en elke vrijdag kort terugkijken.

    # Vaak weg
    * Maandag vaak te laat | leerkracht | sociaal leren | leren
    ? In zes weken tijd.
    F {n} kwam op vijf van de zes maandagen later dan negen uur.
    K Wij hebben geen wekker die het doet.
    * Drie weken bijna geen gym | vakleerkracht | sociaal | gedrag
    ? Steeds met een briefje van thuis.
    F In drie weken deed {n} één keer mee. Er was een briefje over hoofdpijn.
    M {n} lijkt op te zien tegen het omkleden. | vakleerkracht
    * Ziek gemeld, en gezien op straat | conciërge | sociaal | gedrag
    ? Op donderdagmorgen.
    F {n} was ziek gemeld. De conciërge zag {n} om elf uur in de winkelstraat met een volwassene.
    H Het gezin zou overdag op een winkel passen. | een ouder op het plein
    ! bevestigt
    * Valt in slaap onder de les | leerkracht | sociaal leren | gedrag leren
    ? Twee keer in één week, na de eetpauze.
    F {n} viel in slaap met het hoofd op tafel en werd wakker van de bel.
    K Ik moest op mijn neefje passen. Hij huilt 's nachts.
    ! bevestigt
    = overdracht | blijven niet_minder | De leerkracht heeft drie keer met ouders gepraat; de afspraken helpen
      steeds maar even.
    = overleg | ot | Verzuim en vermoeidheid van {n} | Het verzuim is elf dagen in een half jaar. Ouders werken
      allebei in de avond. De leerplichtambtenaar denkt mee over opvang. | Een groeidocument, met één doel: uitgerust
      op school.
    = handelingsplan | {n} is vier van de vijf dagen op tijd | Bellen om acht uur, drie weken lang. Opvang voor het
      neefje via het buurtteam. | In vijf weken was {n} één keer te laat.

    # Vraagt steeds naar huis
    * Maakt zich zorgen om thuis | onderwijsassistent | hgkm | gedrag bedreiging
    ? Bij het werken in een klein groepje.
    F {n} vroeg vier keer hoe laat het was en of {h} naar huis mocht bellen.
    K Ik moet weten of de kleine thuis wel heeft gegeten.
    ! rol | broer_zus
    = overleg | collegas | Twee kinderen uit één gezin | De leerkrachten van beide groepen zien dat de kinderen op
      elkaar letten. | Ieder een vast aanspreekpunt; over drie weken opnieuw kijken.

    # Woorden die niet passen
    * Gebruikt woorden die niet bij de leeftijd passen | leerkracht | seksueel | gedrag
    ? In de bouwhoek, tijdens een spel met poppen.
    F {n} gebruikte woorden over bloot die de leerkracht van dit kind niet kende.
    F De leerkracht schreef de woorden op en liet het spel doorgaan.
    M Het kan ook van een filmpje komen. | leerkracht
    > Op filmpjes letten en het gesprek met ouders voorbereiden | leerkracht | Er is een datum voor het gesprek
    = overleg | af | Hoe kijk je naar zulke woorden | Zonder naam voorgelegd. Samen gekeken wat bij de leeftijd
      hoort en wat niet. | Nog twee weken kijken, met het vlaggensysteem erbij. Daarna met ouders praten.

    # Leren staat stil
    * Lezen gaat achteruit | leerkracht | leren | leren
    ? Na de toets van het midden van het jaar.
    F Vorig jaar las {n} 61 woorden in een minuut, nu 54.
    M Volgens mij ligt het niet aan het leren zelf. | leerkracht
    * Wil niet meer voorlezen | onderwijsassistent | leren sociaal | leren
    ? In het leesgroepje.
    F {n} legde het boek weg en zei dat {z} ogen moe waren.
    K Thuis is het licht stuk in mijn kamer.
    > Lezen op school, elke dag na de eetpauze | onderwijsassistent | {n} leest een bladzijde zonder te stoppen
    = oudstuk | Overdrachtsformulier bij de start op school | De vorige school of voorschool | Op papier gevonden
      bij het opruimen van het archief, en gescand.
    = handelingsplan | {n} leest 65 woorden in een minuut | Elke dag tien minuten lezen, drie keer per week met de
      onderwijsassistent. |

    # Moe in de klas
    * Erg moe en geeuwt veel | leerkracht | sociaal | gedrag verzorging
    ? Gisteren en vandaag.
    F {n} geeuwde veel en vroeg of {h} even mocht liggen in de leeshoek.
    ! concept

    # Twee huizen
    * Buikpijn op wisseldagen | leerkracht | sociaal | gedrag bedreiging
    ? Op drie vrijdagen na elkaar.
    F {n} had op vrijdagmiddag buikpijn; na het weekend was het over.
    K Ik weet nooit waar mijn tas ligt.
    > Een tweede gymtas op school | leerkracht | De tas hangt er elke vrijdag
    * Geschreeuw bij het hek | conciërge | hgkm | opvoeding bedreiging
    ? Bij het uitgaan van de school, waar kinderen bij stonden.
    F Twee volwassenen schreeuwden tegen elkaar over wie {n} mee zou nemen.
    F {n} hield de handen op de oren en liep terug naar binnen.
    K Nu komt het door mij.
    ! bevestigt
    ! rol | getuige
    * Rustiger sinds de nieuwe afspraken | leerkracht | sociaal | gedrag
    ? In de laatste vier weken.
    F {n} had geen buikpijn meer op vrijdag en vertelde in de kring over beide huizen.
    K Ik heb nu een kalender met twee kleuren.
    ! ontkracht
    = kindcheck | scheiding | hulp | Samen met de ouder ingevuld. Ook het jongste kind kwam ter sprake.
    = toestemming | Deelname aan de speelgroep | Speelgroep De Wilgentak | Hoe het op school gaat, en op welke dagen
      {n} bij wie is.
    = informant | Hoe {n} eruitziet en meedoet in de klas, hoe vaak {n} er is, en wie {n} ophaalt. Geen oordeel over
      de ouders.
    = oudstuk | Brief over de omgangsregeling | Een advocaat, doorgegeven door de ouder | De regeling van nu staat
      op de gezagskaart.
    """
    ).values()
)

OUDERS_NIET = (
    "Eerst overleg met de aandachtsfunctionaris, later deze week.",
    "Het kind vroeg om te wachten; de intern begeleider spreekt het eerst zelf.",
    "De ouder was niet bereikbaar. Morgen proberen we het opnieuw.",
)
OUDERS_WEL = (
    "Ouder schrok, en was blij dat school belde.",
    "Ouder herkent het en houdt het thuis ook in de gaten.",
    "Ouder ziet het anders. Over twee weken praten we verder.",
)
GEDAAN = (
    "Gelukt, en het hielp.",
    "Gedaan; de leerkracht blijft erop letten.",
    "",
)
