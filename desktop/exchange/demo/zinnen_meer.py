"""What is said about the weighty subjects, and by the pupils themselves. All of it made up, and none of it grim."""

from __future__ import annotations

from desktop.exchange.demo.themas import themas

HGKM = themas(
    """
    # Zorgen over de rust thuis
    + {n} vertelde in de kring dat het thuis vaak druk en luid is en dat {h} dan onder de dekens kruipt.
    + De leerkracht zag in drie weken dat {n} schrok van harde stemmen in de gang.
    + Op twee ochtenden was {n} erg moe en viel {h} in slaap in de leeshoek.
    - Ouders herkennen dat er veel spanning is sinds vader zonder werk zit.
    - Moeder vertelt dat ze niet wist dat {n} alles hoorde.
    - Ouders willen zelf hulp en hebben al een afspraak bij de huisarts.
    > Schoolmaatschappelijk werk belt ouders deze week | intern begeleider | Het eerste gesprek is geweest
    > Een vast moment per dag met de leerkracht | leerkracht | {n} vertelt hoe het gaat
    > Ouders bespreken moeilijke dingen als {n} slaapt | ouders | {n} slaapt de hele nacht
    # Verzorging en eten
    + {n} kwam zes keer zonder ontbijt en vroeg om een boterham.
    + De jas is te dun voor de tijd van het jaar; school heeft een jas geleend.
    + {n} mist vaak de gymspullen en zegt dat de wasmachine stuk is.
    - Moeder vertelt dat er geldzorgen zijn en dat ze zich daarvoor schaamt.
    - Ouders wisten niet dat er een fonds is voor kleding en een wasmachine.
    > Aanvraag bij het kinderfonds, samen invullen | intern begeleider | De aanvraag is toegekend
    > Ontbijt op school voor wie dat wil | leerkracht | {n} heeft gegeten voor negen uur
    # Veel alleen thuis @ 5-8
    + {n} vertelt dat {h} na school vaak alleen is tot zeven uur.
    + {n} heeft een sleutel aan een koord en zegt niet te mogen opendoen.
    + Op woensdag blijft {h} lang op het plein hangen.
    - Vader werkt sinds kort in ploegendienst; de opvang viel weg.
    - Ouders vonden het zelf ook niet goed en zochten een oplossing.
    > Plaats op de opvang met hulp van de gemeente | ouders | {n} gaat drie middagen naar de opvang
    > Na een maand samen terugkijken | intern begeleider | Het gesprek is gepland
    # Ruzie tussen ouders bij het hek
    + Bij het ophalen hadden ouders twee keer woorden waar kinderen bij stonden.
    + {n} wilde daarna niet naar buiten en bleef bij de leerkracht.
    + In de klas tekent {h} sindsdien vaak twee huizen met een muur.
    - Ouders spraken ieder apart met school en zien allebei dat {n} ertussen zit.
    - Beide ouders willen meewerken aan een gesprek met een bemiddelaar.
    > Ophalen volgens een vast schema, ieder aan een eigen deur | ouders | Geen woorden meer bij het hek
    > Kinderen uit Elkaar-groep voor {n} | intern begeleider | {n} is gestart met de groep
    # Zorgen na een verhaal in de schrijfles @ 5-8
    + In een verhaal schreef {n} over een kind dat bang is als het donker wordt.
    + Toen de leerkracht ernaar vroeg, zei {n} dat het over {z} eigen huis ging.
    + Verder werkt en speelt {n} zoals altijd.
    - Ouders schrikken, en vertellen over inbraken in de straat.
    - Het gezin logeert sinds vorige week bij familie.
    > Wijkteam uitnodigen voor een gezamenlijk gesprek | intern begeleider | Het gesprek heeft een datum
    > {n} krijgt een logboekje voor wat {h} kwijt wil | leerkracht | Het logboekje komt elke week langs
    """
)

CALAMITEIT = themas(
    """
    # Val van het klimrek
    + Om 10.20 uur viel {n} van het klimrek; de pleinwacht was er meteen bij.
    + De bedrijfshulpverlener zag dat de arm pijn deed en belde ouders om 10.25 uur.
    + Drie klasgenoten stonden erbij; met hen is in de klas gepraat.
    - Ouders waren er binnen een kwartier en gingen naar de huisartsenpost.
    - De pols was gekneusd; {n} was de volgende dag weer op school.
    > Klimrek afsluiten tot de controle is gedaan | directeur | Het keuringsbewijs hangt er
    > Bellen hoe de nacht was | intern begeleider | Ouders zijn gesproken
    # Ontruiming door een gasgeur
    + Om 11.05 uur is de school ontruimd; binnen vier minuten stond iedereen op het veld.
    + {n} was even kwijt, omdat {h} bij een andere groep was aangesloten.
    + De brandweer vond een losse slang bij een bouwplaats en gaf het gebouw om 12.10 uur vrij.
    - Ouders hoorden het eerst via een appgroep en schrokken daarvan.
    - {n} vond het spannend en wil weten wat {h} de volgende keer moet doen.
    > Bericht aan alle ouders binnen een halfuur | directeur | Het staat in het draaiboek
    > Oefenen met de namenlijst buiten | leerkracht | De groep is binnen drie minuten geteld
    # Aanrijding bij de oversteekplaats @ 4-8
    + Voor schooltijd raakte een auto de fiets van {n}; {h} kon zelf opstaan.
    + Een ouder die erbij was, bracht {n} naar binnen en bleef tot er iemand kwam.
    + {n} had een schaafplek op de knie en heeft die dag rustig meegedaan.
    - Ouders zijn met {n} langs de huisarts geweest; alles is goed.
    - Ze vragen of de gemeente iets kan doen aan de drukte in de straat.
    > Brief aan de gemeente over de oversteek | directeur | De ontvangst is bevestigd
    > De eerste week samen lopen | ouders | {n} fietst weer zelf
    # Verdrietig nieuws in de groep
    + De groep hoorde dat de opa van een klasgenoot die vaak hielp bij het voorlezen, is overleden.
    + {n} was erg stil en wilde bij de leerkracht zitten.
    + Er is een plek gemaakt met een kaars en een schrift waarin kinderen mochten tekenen.
    - Thuis heeft {n} veel vragen gesteld over doodgaan.
    - Ouders vinden het fijn dat school het zo open heeft verteld.
    > Elke dag even ruimte om erover te praten | leerkracht | {n} zegt wat {h} nodig heeft
    > Boek over afscheid mee naar huis | intern begeleider | Ouders hebben het samen gelezen
    # Wateroverlast in het lokaal
    + Door een gesprongen leiding stond het lokaal om 8.40 uur onder water.
    + Alle kinderen zijn naar de speelzaal gebracht; niemand is gevallen.
    + {n} was overstuur, omdat {z} werkstuk nat was geworden.
    - Ouders hebben {n} 's middags opgehaald en samen de tekeningen gedroogd.
    - Ze bieden aan te helpen met opruimen.
    > Les in de speelzaal tot het lokaal droog is | directeur | De groep is terug in het eigen lokaal
    > {n} krijgt tijd om het werkstuk over te maken | leerkracht | Het werkstuk hangt in de gang
    """
)

LEERLING = themas(
    """
    # Hoe gaat het met je?
    + {n} tekende eerst en vertelde daarna hoe een gewone dag gaat.
    + {H} gaf school een zeven: de lessen een acht, de pauze een zes.
    + Bij een cijfer voor thuis dacht {h} even na en koos een negen.
    - {n} zegt: “Ik wil dat de pauze langer duurt, maar dan met meer ballen.”
    - {n} zegt: “Als het stil is in de klas, kan ik beter denken.”
    > Meer speelmateriaal vragen in de leerlingenraad | {n} | Het staat op de lijst van de raad
    > Werkplek bij het raam proberen | leerkracht | {n} geeft na twee weken een cijfer
    # Wat ik fijn vind op school @ 1-2
    + {n} liep door het lokaal en wees aan waar {h} graag is.
    + {H} koos vijf kaartjes: bouwen, buiten, voorlezen, fruit en de schildpad.
    + Bij het kaartje met harde geluiden deed {n} de handen op de oren.
    - {n} zegt: “De bouwhoek is het fijnst, en als de juf voorleest met stemmen.”
    - {n} zegt: “Als iedereen tegelijk praat, wil ik bij het raam.”
    > Een stil hoekje met een kussen bij het raam | leerkracht | {n} gaat er zelf heen
    > {n} mag een boek kiezen voor het voorlezen | {n} | Het boek is vrijdag gelezen
    # Praten over de vriendengroep @ 3-8
    + {n} maakte met poppetjes duidelijk wie bij wie hoort.
    + {H} vertelde dat er twee groepjes zijn en dat wisselen lastig is.
    + {H} noemde zelf drie kinderen met wie {h} wil spelen.
    - {n} zegt: “Ik wil niet kiezen, ik vind ze allemaal aardig.”
    - {n} zegt: “Het helpt als de juf de groepjes maakt.”
    > Twee keer per week een spel dat de leerkracht kiest | leerkracht | {n} speelt met beide groepjes
    > Volgende week vertellen hoe het ging | {n} | We praten vrijdag na de gym
    # Mijn plan voor dit blok @ 4-8
    + {n} liet zien wat al lukt en waar {h} trots op is.
    + {H} wil leren om langer door te lezen zonder te stoppen.
    + Samen is een plan in drie stappen gemaakt.
    - {n} zegt: “Ik wil eerst een dun boek helemaal uit.”
    - {n} zegt: “Niet hardop voor de klas, wel met mijn maatje.”
    > Elke dag een kwartier lezen met een maatje | {n} | Na drie weken is het boek uit
    > Geen beurten hardop zonder vooraf vragen | leerkracht | {n} zegt zelf wanneer het kan
    # Terugkijken op de ruzie @ 3-8
    + {n} vertelde rustig wat er voor, tijdens en na de ruzie gebeurde.
    + {H} kon zeggen wat de ander waarschijnlijk voelde.
    + We hebben een stripverhaal getekend met een ander einde.
    - {n} zegt: “Ik had weg kunnen lopen, maar ik was te boos.”
    - {n} zegt: “Ik wil het goedmaken, als hij dat ook wil.”
    > Een gesprek met z'n tweeën, met de leerkracht erbij | leerkracht | Beiden zeggen dat het klaar is
    > Het kaartje ‘even weg’ in de broekzak | {n} | {n} gebruikt het in de pauze
    # Wennen aan de nieuwe school @ 3-8
    + {n} is nu zes weken op school en kent alle namen.
    + {H} mist de oude school, vooral de grote boom op het plein.
    + {H} liet foto's zien van {z} oude groep.
    - {n} zegt: “Hier is het gym leuker, maar ik weet nog niet wie mijn beste vriend is.”
    - {n} zegt: “Ik wil een keer vertellen waar ik vandaan kom.”
    > Een spreekbeurt over waar {n} eerst woonde | {n} en leerkracht | De spreekbeurt staat op de kalender
    > Kaart sturen aan de oude groep | {n} | De kaart is op de post
    """
)
