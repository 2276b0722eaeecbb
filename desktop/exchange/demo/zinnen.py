"""What is said in the invented school about how it goes, about worries and about support. All of it made up."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.exchange.demo.themas import Thema, themas
from desktop.exchange.demo.zinnen_meer import CALAMITEIT, HGKM, LEERLING
from desktop.models.vooroverleg import SoortGesprek

_STRUCTUREEL = themas(
    """
    # Startgesprek @ 1-8
    + {n} heeft een rustige start gemaakt en kent de regels van de groep al goed.
    + In de eerste weken zocht {h} veel de bouwhoek op en speelde daar met steeds andere kinderen.
    + {H} vertelt graag in de kring, vooral op maandag.
    + Bij het zelfstandig werken begint {n} meteen en vraagt {h} om hulp als het nodig is.
    - Ouders vertellen dat {n} met plezier naar school gaat en thuis veel navertelt.
    - Thuis is lezen voor het slapen een vast moment; dat willen ouders zo houden.
    - Ouders vragen hoe ze kunnen helpen bij het onthouden van de gymspullen.
    > Gymtas op maandag mee naar school | ouders | De tas hangt op maandag aan de kapstok
    > Iedere week een leesboek mee naar huis | leerkracht | Het boek staat op de leeskaart
    > {n} kiest elke week zelf één doel | {n} en leerkracht | Het doel staat op de doelenkaart
    # Voortgang na het eerste rapport @ 4-8
    + De toets voor rekenen laat groei zien ten opzichte van vorig jaar; vooral de tafels gaan vlotter.
    + Bij begrijpend lezen haalt {n} de hoofdgedachte uit een tekst, details kosten nog moeite.
    + {H} werkt netjes en levert het werk op tijd in.
    + In tweetallen neemt {n} vaker het woord dan voor de zomer.
    - Ouders herkennen het beeld en zijn trots op de groei.
    - Thuis oefent {n} met een app, maar het liefst samen aan tafel.
    - Ouders hadden gehoopt op een hogere score bij spelling en vragen wat haalbaar is.
    > Twee keer per week tien minuten spelling oefenen | ouders | Minder fouten in het weekdictee
    > Extra instructie begrijpend lezen in het kleine groepje | leerkracht | De volgende toets stijgt een niveau
    # Lezen met meer plezier @ 3-5
    + Het leestempo is gegroeid van 38 naar 52 woorden per minuut.
    + {n} kiest nu zelf boeken over dieren en leest daarin door na de bel.
    + Hardop lezen voor de groep vindt {h} spannend; met een maatje gaat het goed.
    - Moeder leest thuis om en om een bladzijde; dat werkt.
    - Volgens ouders helpt het als het boek een serie is.
    > Wekelijks naar de bibliotheekhoek met een maatje | leerkracht | {n} heeft steeds een eigen boek in het laatje
    > Om en om lezen, vier avonden per week | ouders | De leeskaart is gevuld
    # Rekenen: de tafels en klokkijken @ 4-6
    + De tafels van 2, 3, 5 en 10 zijn vlot, die van 6 tot en met 9 nog niet.
    + Hele en halve uren leest {n} goed af; kwartieren haalt {h} door elkaar.
    + {H} rekent het liefst met materiaal en legt dan goed uit hoe {h} denkt.
    - Thuis hangt een klok met cijfers én wijzers in de keuken.
    - Vader oefent de tafels onderweg op de fiets.
    > Elke dag vijf minuten tafels met het tafeldiploma | leerkracht | Per twee weken één tafel erbij
    > Vragen hoe laat het is, drie keer per dag | ouders | Kwartieren goed op de volgende toets
    # Wennen in de kleutergroep @ 1-2
    + {n} zwaait bij het raam en gaat daarna zelf naar {z} stoel.
    + Bij het buitenspelen kijkt {h} eerst een tijdje en doet dan mee.
    + {H} knipt en plakt met veel geduld en ruimt op zonder dat iemand het vraagt.
    - Ouders vertellen dat {n} na school moe is en vroeg naar bed gaat.
    - Thuis speelt {n} schooltje met de knuffels.
    > Afscheid nemen aan de deur met een vast zinnetje | ouders | {n} loopt zelf naar binnen
    > Vast speelmaatje bij het buitenspelen | leerkracht | {n} vraagt zelf iemand om mee te spelen
    # Voorlopig advies en de overstap @ 8-8
    + Het beeld van school over de laatste drie jaar past bij het voorlopige advies.
    + {n} plant {z} huiswerk zelf in de agenda en houdt zich daar meestal aan.
    + In de groep is {h} iemand bij wie anderen om raad komen.
    - Ouders zijn het eens met het advies en willen drie scholen bezoeken.
    - {n} wil het liefst naar een school waar vrienden ook heen gaan; ouders vinden de sfeer belangrijker.
    > Drie open dagen kiezen en bezoeken | ouders en {n} | Na elke open dag vertelt {n} wat goed voelde
    > Definitief advies bespreken na de doorstroomtoets | leerkracht | Het gesprek staat gepland
    # Spelen en ontdekken @ 1-2
    + In de huishoek verdeelt {n} de rollen en houdt {h} rekening met wat een ander wil.
    + {H} telt tot twintig en deelt de appelstukjes eerlijk uit.
    + Rijmen vindt {n} grappig; {h} maakt er zelf nieuwe woorden bij.
    + Een puzzel van 48 stukjes maakt {h} zonder hulp.
    - Thuis bouwt {n} hutten en vertelt daar hele verhalen bij.
    - Ouders vragen of {n} al toe is aan letters; school volgt daarin de nieuwsgierigheid van {n}.
    > Elke week een letter van huis meenemen | ouders en {n} | De letterdoos raakt vol
    > Vertellen bij een eigen tekening | leerkracht | Het verhaal hangt bij de tekening
    # Plannen en huiswerk @ 6-8
    + {n} schrijft opdrachten op, maar kijkt thuis nog weinig in de agenda.
    + Het werkstuk over vulkanen was op tijd klaar en zag er verzorgd uit.
    + {H} begint graag met wat makkelijk is en schuift het lastige vooruit.
    - Ouders willen er niet bovenop zitten en zoeken naar een goede middenweg.
    - {n} maakt huiswerk het liefst aan de keukentafel, met muziek.
    > Op maandag samen de week doornemen, vijf minuten | ouders | {n} begint zelf over de agenda
    > Het lastigste vak als eerste inplannen | {n} | Niets meer de avond ervoor
    # Samenwerken en zelfstandig zijn @ 3-8
    + {n} neemt in groepswerk vaak de taak van tijdbewaker en doet dat serieus.
    + Overleggen lukt; een ander zijn zin geven is nog lastig.
    + {H} komt na het speelkwartier sneller tot werken dan in het najaar.
    - Ouders zien hetzelfde bij spelletjes met broertjes en zusjes.
    - Op de sportclub leert {n} juist goed op {z} beurt wachten.
    > Na elk groepswerk één top en één tip opschrijven | {n} | De kaart is elke vrijdag gevuld
    > Thuis een bordspel per week, met wisselende beginner | ouders | Verliezen geeft minder strijd
    """
)

_ZORG = themas(
    """
    # Stiller in de groep
    + Sinds de herfstvakantie vertelt {n} in de kring alleen nog iets als de leerkracht het vraagt.
    + Op drie van de vijf dagen speelde {h} in de pauze alleen bij het hek.
    + {n} at twee keer het brood niet op en zei geen trek te hebben.
    + In het rekenwerk is geen verschil te zien met eerder.
    - Ouders herkennen dat {n} minder vertelt sinds de beste vriendin is verhuisd.
    - Thuis is {h} meer op {z} kamer; bij oma bloeit {h} op.
    - Vader zegt dat het inslapen langer duurt dan eerst.
    > Elke ochtend een inloopmoment van tien minuten | leerkracht | {n} vertelt uit zichzelf iets
    > Speelafspraak maken met een klasgenoot | ouders | Er is elke week iemand te spelen
    > Gesprek met {n} over wat fijn is in de pauze | intern begeleider | {n} kiest een spel en een maatje
    # Moe en snel afgeleid @ 3-8
    + {n} legde in twee weken vijf keer het hoofd op tafel tijdens de instructie.
    + Na tien uur gaat het werken beter dan daarvoor.
    + {H} vraagt vaak wat de opdracht is en begint dan pas.
    - Ouders vertellen dat {n} een tablet op de kamer heeft en soms laat gaat slapen.
    - Door de verbouwing slaapt het hele gezin nu op één verdieping.
    - Moeder heeft de huisarts gebeld; er is bloed geprikt en alles was goed.
    > Tablet om zeven uur in de keuken | ouders | {n} slaapt voor half negen
    > Korte beweegpauze halverwege de ochtend | leerkracht | {n} rondt de taak af binnen de tijd
    # Vaak te laat op school
    + In de afgelopen vier weken kwam {n} negen keer na de bel binnen.
    + {n} mist daardoor de start van de dag en vindt binnenkomen lastig.
    + Op dagen dat de buurvrouw meeloopt, is {h} op tijd.
    - Moeder werkt vroege diensten en kan dan niet zelf brengen.
    - Ouders schrokken van het aantal en willen er graag iets aan doen.
    > Samen met de buurvrouw naar school op dinsdag en donderdag | ouders | {n} is er om 8.20 uur
    > {n} mag bij binnenkomst de planten water geven | leerkracht | {n} gaat meteen naar {z} plek
    # Ruzie bij het buitenspelen
    + Bij voetbal liep het drie keer uit op duwen; {n} was daar twee keer bij.
    + De leerkracht zag dat anderen {n} uitdagen met een bijnaam.
    + Als iemand erbij staat, kan {h} goed zeggen wat er is gebeurd.
    - {n} vertelt thuis dat de regels steeds veranderen en dat dat oneerlijk voelt.
    - Ouders vinden het goed dat beide kanten zijn gehoord.
    > Vaste spelregels op een bord bij het veld | leerkracht | Geen ruzie over de regels in twee weken
    > Eerst weglopen, dan praten: oefenen met een kaartje | {n} en leerkracht | {n} gebruikt het kaartje zelf
    # Faalangst bij toetsen @ 4-8
    + Tijdens de laatste toets huilde {n} en wilde {h} naar huis.
    + In het gewone werk scoort {n} hoger dan op toetsen.
    + {H} gumt veel en vraagt na elke som of het goed is.
    - Thuis zegt {n} de avond ervoor vaak buikpijn te hebben.
    - Ouders herkennen dit uit hun eigen schooltijd.
    > Toets in een rustige ruimte met een maatje | leerkracht | {n} maakt de toets af
    > Ademoefening voor het slapengaan | ouders | Minder buikpijn op toetsdagen
    > Aanmelden voor de training Durf te Proberen | intern begeleider | {n} doet mee vanaf het nieuwe blok
    # Erbij horen in de groep @ 3-8
    + Op het sociogram wordt {n} door niemand als eerste gekozen.
    + In de gymles bleef {h} twee keer als laatste over bij het kiezen.
    + Met jongere kinderen speelt {n} graag en zorgzaam.
    - {n} heeft thuis verteld dat er een appgroep is waar {h} niet in zit.
    - Ouders willen niet dat {n} zich moet aanpassen; ze willen wel dat {h} een vriend vindt.
    > Groepjes in gym voortaan door de leerkracht | leerkracht | {n} staat in een vast groepje
    > Samen een hobbyclub zoeken | ouders | {n} gaat twee keer proefdraaien
    # Grapjes die te ver gaan @ 4-8
    + {n} maakte een tekening van een klasgenoot en liet die rondgaan.
    + De klasgenoot vond het niet leuk en heeft dat ook gezegd.
    + {n} heeft zelf sorry gezegd, nog voor de leerkracht erover begon.
    - Ouders hadden het al van {n} gehoord en zijn blij dat {h} eerlijk was.
    - Thuis geldt dat een grap pas een grap is als iedereen lacht.
    > Samen met de klasgenoot iets maken voor in de klas | {n} | Het werk hangt voor vrijdag
    > In de kring praten over grapjes en grenzen | leerkracht | De groep maakt zelf drie regels
    # Eten en drinken op school
    + {n} drinkt op school bijna niets en gaat niet naar de wc.
    + Het brood gaat drie van de vijf dagen mee terug.
    + Bij een verjaardag at {h} wel gewoon mee.
    - Thuis eet {n} goed, als er niemand op let.
    - Ouders denken dat de wc op school het lastige deel is.
    > {n} mag naar de wc als de gang leeg is | leerkracht | {n} drinkt {z} beker leeg
    > Zelf kiezen wat er in de trommel gaat | ouders en {n} | De trommel komt vaker leeg thuis
    # Twee huizen @ 2-8
    + Op maandag na een weekend bij vader mist {n} soms de leesmap.
    + {n} heeft twee keer gevraagd bij wie {h} die dag zou zijn.
    + Het werk gaat goed, maar wisselen van activiteit kost meer tijd.
    - Beide ouders willen dat school ze altijd allebei informeert.
    - De ouders hebben een rooster gemaakt; {n} kent het nog niet uit het hoofd.
    > Het rooster met twee kleuren in het laatje | ouders | {n} vraagt er niet meer naar
    > Een tweede leesmap, zodat er altijd een is | leerkracht | De map is er elke maandag
    """
)

_OT = themas(
    """
    # Aanpak voor lezen en spelling @ 4-8
    + Na twee blokken extra begeleiding van ieder tien weken groeit {n} minder dan verwacht.
    + De didactische resultatenanalyse is besproken; vooral het automatiseren van klanken stokt.
    + {n} onthoudt wat {h} hoort heel goed en gebruikt dat slim.
    - Ouders vertellen dat vader ook lang over lezen deed.
    - {n} wil zelf graag weten waarom lezen zo veel energie kost.
    > Aanmelden voor onderzoek naar dyslexie | intern begeleider | De aanmelding is verstuurd
    > Voorleessoftware bij zaakvakken | leerkracht | {n} maakt de toets aardrijkskunde zelfstandig
    > Verslagen van de logopedie meesturen | ouders | Het dossier is compleet
    # Meer uitdaging @ 3-8
    + {n} maakte de toets van een half jaar verder met een ruime voldoende.
    + In de instructie haakt {h} af en gaat dan andere kinderen helpen.
    + De verrijkingstaken blijven vaak liggen als ze niet verplicht zijn.
    - Thuis maakt {n} eigen spelletjes en zoekt alles op.
    - Ouders willen dat {n} leert doorzetten; cijfers vinden ze minder belangrijk.
    > Instructie inkorten na een voortoets | leerkracht | {n} start binnen vijf minuten aan eigen werk
    > Eén ochtend per week naar de plusgroep | intern begeleider | {n} presenteert een project
    # Omgaan met boosheid
    + In vier weken waren er zes momenten waarop {n} de klas uit liep; vooral bij wisselen van les.
    + Met een vooraf aangekondigde overgang ging het vijf keer op rij goed.
    + {n} kan achteraf precies vertellen wat er gebeurde.
    - Ouders gebruiken thuis een kleurenthermometer en dat helpt.
    - Moeder merkt dat de dagen na een slechte nacht lastiger zijn.
    > Overgangen tien minuten vooraf aankondigen | leerkracht | Minder dan één keer per week weglopen
    > De kleurenthermometer ook in de klas | leerkracht en ouders | {n} wijst zelf een kleur aan
    > Begeleiding van de gedragsspecialist, zes keer | intern begeleider | Tussenstand na drie keer
    # Groeien in het Nederlands @ 2-8
    + {n} volgt nu een jaar onderwijs in Nederland en begrijpt de meeste instructies.
    + Praten gaat vloeiend bij het spelen; schooltaal is nog lastig.
    + Bij rekenen zonder taal scoort {h} boven het gemiddelde.
    - Thuis spreken ouders hun eigen taal en lezen ze daarin voor.
    - Ouders volgen zelf een cursus en oefenen samen met {n}.
    > Woorden van het thema vooraf mee naar huis | leerkracht | {n} herkent de woorden in de les
    > Voorlezen in de eigen taal blijven doen | ouders | {n} vertelt het verhaal na op school
    # Motoriek en schrijven @ 3-6
    + Het handschrift is leesbaar in het eerste halfuur en daarna minder.
    + {n} zit veel verschoven op de stoel en houdt de pen met vier vingers vast.
    + In de gymzaal klimt en rent {h} soepel.
    - Ouders zien hetzelfde bij knutselen; met dik gereedschap gaat het beter.
    - De fysiotherapeut heeft tijd vanaf volgende maand.
    > Schuin schrijfvlak en een andere pen proberen | leerkracht | Een bladzijde zonder pauze
    > Aanmelden bij de kinderfysiotherapeut | ouders | De intake is geweest
    # Verlenging van het arrangement
    + De doelen van het vorige half jaar zijn voor twee derde gehaald.
    + {n} vraagt nu zelf om de koptelefoon en zet hem ook zelf af.
    + De ondersteuning is teruggebracht van vijf naar drie momenten per week.
    - Ouders zien dat {n} minder moe uit school komt.
    - Zij willen graag dat de begeleider dezelfde blijft.
    > Aanvraag verlenging bij het samenwerkingsverband | intern begeleider | Het besluit is binnen
    > Overdracht naar de nieuwe leerkracht vóór de zomer | leerkracht | {n} heeft kennisgemaakt
    """
)

THEMAS: Mapping[SoortGesprek, tuple[Thema, ...]] = {
    SoortGesprek.STRUCTUREEL: _STRUCTUREEL,
    SoortGesprek.ZORG: _ZORG,
    SoortGesprek.OT: _OT,
    SoortGesprek.HGKM: HGKM,
    SoortGesprek.CALAMITEIT: CALAMITEIT,
    SoortGesprek.LEERLING: LEERLING,
}
