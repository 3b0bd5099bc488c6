"""Words with a capital: those that name nobody, and first names. Knows no text; its lists are folded (`text.fold`).

A word that is on no list and has a capital inside a sentence is taken for a name.
"""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FUNCTION_WORDS = _set("""
je tu il elle on nous vous ils elles moi toi lui eux le la les un une des du de au aux ce cet cette ces mon ma mes
ton ta tes son sa ses notre nos votre vos leur leurs et ou mais donc or ni car que qui quoi dont si quand comme
comment pourquoi combien quel quelle quels quelles lequel laquelle a en y dans par pour sans sous sur avec chez vers
entre depuis pendant avant apres contre selon malgre lors lorsque puisque parce afin ainsi alors aussi aucun aucune
autre autres beaucoup bien bon bonne bonjour bonsoir merci bref ca cela ceci celle celui celles ceux cependant
certains certaines chacun chacune chaque d'abord deja demain desormais deux trois quatre cinq dix encore enfin
ensuite est etre faire faut hier ici jamais jusque la-bas loin longtemps maintenant meme moins ne non oui parfois
pas personne peu peut-etre plus plusieurs plutot pourtant presque puis quelque quelques quelqu quant rien seul seule
seulement soit surtout tant tard tel telle tellement tot toujours tous tout toute toutes tres trop vite voici voila
vraiment attention ok d'accord aujourd'hui dire dit prendre venir aller mettre voir savoir pouvoir vouloir trouver
reprendre appeler rappeler relire verifier proposer demander laisser garder preparer rester attendre
""")

TIME = _set("""
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi
vendredi samedi dimanche noel paques toussaint pentecote ascension ramadan aid carnaval printemps ete automne hiver
""")

PLACES = _set("""
abidjan afghanistan afrique aix-en-provence albanie alger algerie allemagne alsace amerique amiens angers angleterre
angola anjou antilles aquitaine argentine armenie asie australie autriche auvergne avignon azerbaidjan bamako
bangladesh bearn belgique benin berlin besancon bordeaux bourgogne bresil brest bretagne bruxelles bulgarie burkina
caen cambodge cameroun canada cap-vert casablanca centrafrique champagne chili chine clermont-ferrand colombie
comores conakry congo coree corse cote cuba dakar danemark dijon egypte erythree espagne est etats-unis ethiopie
europe finlande france gabon gambie garonne geneve georgie ghana grand-est grece grenoble guadeloupe guinee guyane
haiti hauts-de-france havre hongrie ile-de-france inde indonesie irak iran irlande isere islande israel istanbul
italie japon jordanie kaboul kazakhstan kenya kiev kinshasa kosovo koweit laos le-mans liban liberia libye lille
limoges limousin lisbonne lituanie loire londres lorraine luxembourg lyon macedoine madagascar madrid maghreb mali
malte maroc marseille martinique maurice mauritanie mayotte metz mexique moldavie mongolie montenegro montpellier
montreal
moscou mozambique mulhouse nancy nantes nepal nice niger nigeria nimes nord normandie norvege occitanie oceanie
orleans ouest ouganda outre-mer paca pakistan palestine paris perou perpignan philippines picardie pologne polynesie
portugal provence quebec rabat reims rennes reunion rhone rhone-alpes rome rouen roumanie royaume-uni russie rwanda
saint-denis saint-etienne savoie seine senegal serbie slovaquie slovenie somalie soudan sri strasbourg sud suede
suisse syrie tanzanie tchad tchequie tchetchenie thailande togo toulon toulouse tours tunis tunisie turquie ukraine
uruguay vendee venezuela vietnam yemen
""")

PEOPLES = _set("""
afghan afghane africain africaine albanais algerien algerienne allemand amharique anglais antillais antillaise arabe
armenien bambara basque bengali berbere breton bulgare camerounais camerounaise chinois comorien comorienne
congolais congolaise corse creole dari espagnol espagnole europeen europeenne farsi francais francaise georgien
guineen guineenne hindi italien italienne ivoirien ivoirienne kabyle kurde lingala maghrebin maghrebine mahorais
malgache malien malienne mandarin marocain marocaine ourdou pachto persan peul polonais polonaise portugais
portugaise rom roms roumain roumaine russe russes senegalais senegalaise serbe soninke swahili syrien syrienne
tamoul tigrigna tunisien tunisienne turc turque ukrainien ukrainienne vietnamien wolof
""")

INSTITUTIONS = _set("""
pole emploi travail mission missions locale locales cap caf cpam msa urssaf ameli assurance maladie maison maisons
departement departementale departementales departemental region regionale regional conseil mairie prefecture
sous-prefecture etat republique commune centre social sociale secours populaire catholique resto restos coeur
croix-rouge emmaus samu adoma apprentis cimade abbe-pierre armee salut greta afpa cfa cnam education nationale
universite lycee college ecole academie uniformation afdas akto constructys transitions opco agefiph fiphfp dreets
ofii ofpra urgence justice tribunal police gendarmerie pompiers hopital chu clinique sncf ratp poste leclerc
carrefour auchan lidl intermarche amazon decathlon adecco manpower randstad securite securite-sociale cotorep mdph
ccas plie siae insertion plateforme plate-forme structure association chantier chantiers entreprise entreprises
avenir actif pro parcours contrat jeunes engagement projet accompagnement prestation prestataire dispositif
programme plan aide garantie fonds code bac brevet cle cled master licence bts dut deug beatep certificat titre
professionnel diplome plein
""")

TOOLS = _set("""
word excel powerpoint outlook teams zoom skype whatsapp facebook instagram linkedin youtube google gmail internet
android iphone windows mac canva indeed leboncoin hellowork pix doctolib ants franceconnect cv i-milo milo wifi
markdown obsidian pronote moodle duolingo netflix uber deliveroo blablacar velib bic post-it smic euro euros covid
covid-19 excel-vba libreoffice photoshop mobicoop vinted parcoursup vitale siao
""")

FIELD = _set("""
accueil administration agent animation apprentissage argent atelier ateliers autonomie besoin besoins bilan budget
candidature candidatures charge collectif collective collegue colere competence competences confiance conseiller
conseillere contact coordination couple court date delai demarche demarches difficulte difficultes direction doute
droit droits dys ecoute ecriture emotion enfant enfants enquete entretien entretiens equipe etape evaluation
expression famille fatigue formation formations frein freins garde groupe handicap hebergement honte horaire
horaires hypothese idee immersion inscription insertion isolement joie langue lettre lien lieu logement maladie
menage metier metiers mobilite motivation moyens niveau note numerique objectif objectifs offre offres organisme
orientation papier papiers parole partenaire partenaires passage peur permis piste pistes point posture premier
premiere premieres preparation presents presentation problematique question questions reference rendez-vous reponse
reseau ressource ressources retard reunion sante sens silence situation soin sommeil stage suite suivi sujet
surendettement synthese telephone temps tension test theatre tristesse tuteur tutrice urgence valeurs vie visite
voiture permanence plaisir remarque resultat total mobilite-douce validation violence violences web mme mmes
monsieur madame mademoiselle mlle docteur maitre dieu internet nature calme homme femme terre lune soleil
""")

COMMON = FUNCTION_WORDS | TIME | PLACES | PEOPLES | INSTITUTIONS | TOOLS | FIELD
"""What may have a capital anywhere without naming anybody."""

FIRST_NAMES = _set("""
aaron abdallah abdel abdelkader abdellah abdou abdoulaye abel achille adam adama adel adele adeline adil adrien
adrienne agathe agnes ahmed aicha aissata aissatou akim alain alassane alban albane albert alex alexandra alexandre
alexia alexis alfred ali alice alicia aline alioune alison alix alma amadou amandine amar ambre amel amelie amin
amina aminata amine amir amira ana anais anas anastasia andre andrea andree andy angela angele angelina angelique
anissa anita anna annabelle anne annick annie anthony antoine antoinette antonia antonio arlette armand arnaud
arsene arthur asma assa assia astrid aubin aude audrey auguste aurelie aurelien aurore awa axel axelle aya ayoub
aziz aziza bakary baptiste barbara bastien beatrice benedicte benjamin benoit berenice bernadette bernard bertrand
bilal bintou blandine boris boubacar brahim brandon brice brigitte bruno camille candice carine carla carlos carmen
carole caroline catherine cecile cedric celestin celia celine chantal charlene charles charlotte cheikh chloe
christelle christian christiane christine christophe cindy claude claudette claudine clemence clement cloe colette
coralie coralyne corentin corinne cyril cyrille damien daniel daniela danielle dany daouda david deborah delphine
denis denise diana didier dimitri djibril dominique donatien doriane dorothee driss dylan eddy edith edouard elea
eleonore eliane elias eliot elisa elisabeth elise elodie eloise elsa emeline emilie emilien emma emmanuel emmanuelle
enzo eric erica erika ernest erwan esteban estelle esther ethan etienne eugene eugenie eva evelyne fabien fabienne
fabrice fadila fanny fanta farah farid farida farouk fathia fatiha fatima fatimata fatma fatou fatoumata faustine
felicie felix fernand fernanda fernando flavie florence florent florian floriane fode francis franck francois
francoise frank fred frederic frederique gabin gabriel gabrielle gael gaelle gaetan genevieve georges georgette
gerald geraldine gerard germaine ghislaine gilbert gilles gisele gregory guillaume gustave guy gwenaelle habib hadja
hafid hakim halima hamed hamid hamza hanane hanna hannah hassan hatice hawa helena helene henri henriette herve
hicham hind hocine houda houria hubert hugo hugues ibrahim ibrahima idriss ikram imane ines ingrid irene irina iris
isaac isabelle ismael ismail issa ivan jacky jacqueline jacques jade jamal jamila jason jawad jean jeanne jeannine
jennifer jeremie jeremy jerome jessica jessy joachim joanna joao jocelyne joel joelle jonathan jordan jorge joris
jose josephine josette josiane josselin josue juan jules julia julian julie julien juliette justin justine kadiatou
kamel kamila karim karima karine karl katia kelly kenza kevin khadidiatou khadija khadra khaled khalid laetitia
laila lamia lamine lara laura laure laurence laurent laurie lea leila leo leon leonie leslie leyla lila lilian
liliane lina linda lionel lisa lise loane loic lorena lorenzo louane louis louisa louise louna luc luca lucas lucie
lucien lucienne lucile ludivine ludovic luis luisa lydia lydie madeleine mael maelle maelys maeva magali mahamadou
mahmoud maissa malek malik malika mamadou manon manuel manuela maria mariam mariama marianne marie marie-claude
marielle marina marine mario marion marius marjorie marlene marthe martial martin martine marwa maryam maryline
maryse mateo mathias mathieu mathilde mathis mathys matthieu maud maurice mauricette maxence maxime maya medhi mehdi
mehmet melanie melina melissa melodie meriem meryem michael michel michele micheline mickael miguel mike mila milan
mireille mohamed mohammed moise momo monique morgan morgane mounir mourad moussa muriel mustafa mustapha myriam
nabil nadege nadia nadine nadir naima najat nassim nassima natacha natalia nathalie nathan nawal nelly nicolas
nicole nina noa noah noe noel-marie noelie noemie nolan nora norbert nordine nour noura odette odile olena olga
olivia olivier omar oriane oscar oumar oumou ousmane paola pascal pascale pascaline patricia patrick paul paula
paulette pauline pedro penelope perrine philippe philomene pierre pierrette priscilla quentin rachel rachid rachida
rafael ramata rania raoul raphael raphaelle rayan raymond raymonde rebecca regine regis remi remy renaud renee
ricardo richard rita robert robin rodolphe rodrigue roger roland romain romane romeo rosa rosalie rosine roxane
ruben ryan sabah sabine sabri sabrina sacha said saida salah salif saliha salim salima salimata sally salome sam
samba sami samia samir samira samuel samy sandra sandrine sanna sara sarah saskia sebastien sekou selim selma serge
sergio severine sidonie silvia simon simone sofia sofiane solange solene soline sonia sophia sophie soraya souad
souleymane stella stephane stephanie steve steven sven svetlana sylvain sylvaine sylvere sylvette sylviane sylvie
tanguy tania tarik tatiana teddy thais theo theodore therese thibault thibaut thierry thomas tiago tidiane tifany
tiffany timeo timothee tom tony tristan ugo valentin valentine valerie vanessa vasile veronique victoire victor
victoria vincent virginie viviane vladimir walid wassim wendy wilfried william willy xavier yacine yanis yann
yannick yasmina yasmine yassine yelena yohan yohann yolande youcef younes youssef youssouf yusuf yvan yves yvette
yvonne zahra zakaria zeinab zineb zoe zohra zoubida
""")
"""First names frequent in France, that are no common word: known even where a sentence begins."""

AMBIGUOUS = _set("""
alma ambre andy angele aurore barbara brice candice carole charlotte claude esther flavie florence jade jean leon
lila linda louis lucie madeleine mai marine martial martin maud maurice mercedes mila milan momo nice noa nour olga
oscar robin romane rosa sabine sacha sam simon solene sonde stella tom tony victoire victor
""")
"""First names that are also words or brands: a name inside a sentence, nothing known where one begins."""

ALSO_WORDS = AMBIGUOUS | _set("""
agathe angelique asma clemence clement fanta germaine iris jules lamine lise manuel marie maxime melodie nadir olivier
pascal pascale pierre regis romain said samba serge
""")
"""First names that are words of the language once written without a capital."""
