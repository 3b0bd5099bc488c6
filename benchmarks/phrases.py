"""The words of the made-up journals. Everything here is invented; no person, no place, no employer exists."""


def _split(text: str) -> tuple[str, ...]:
    return tuple(phrase for line in text.splitlines() for phrase in line.split(" / ") if phrase)


PERSONS = _split("""
galet / érable / ardoise / bouleau / cascade / dune / écorce / fougère / genêt / houblon / iris
jonc / kaolin / lichen / mélèze / nacre / ocre / pollen / quartz / roseau / sureau / tilleul
varech / yucca / zinc / R-07 / R-12 / R-31 / cœur-de-pierre / verveine / basalte / chêne vert
""")
SUBJECTS = _split("""
elle / la personne / elle / son regard / on / son silence / le projet / l’entretien / la démarche
l'échange / ma question / sa réponse / le rendez-vous / l'atelier / son récit / la proposition
""")
VERBS = _split("""
parle de / revient sur / hésite devant / contourne / nomme / découvre / met de côté / reprend
s'arrête à / laisse entrevoir / insiste sur / s’éloigne de / cherche / relie enfin / redoute
accueille / tourne autour de / s'appuie sur / questionne / porte / éclaire / retarde / ouvre
garde pour plus tard
""")
THINGS = _split("""
la mobilité / son permis de conduire / l'écoute / la confiance / les horaires décalés / son logement
la garde de son fils / le stage / la formation / le bilan de compétences / l'immersion / sa santé
le regard des autres / ses freins / un frein qu’elle n'avait jamais dit / sa sœur
le cœur du métier / l’enquête métier / le budget du mois / la peur de l'échec
son ancien travail d’aide à domicile / les démarches en ligne / la préfecture
l'entreprise d’insertion / le rendez-vous manqué / mes conseils / ce qu'elle veut vraiment
la distance entre nous / le dossier à finir / l'espace numérique / la rentrée
l’œuvre commencée l'an dernier / sa façon de raconter / le maïs qu’il faut récolter
le bus de sept heures / une piste dans la logistique / un poste en cuisine / les gestes du métier
la réunion d’équipe / la fatigue
""")
PLACES = _split("""
en début d'entretien / à la fin / dans le couloir / au téléphone / devant l’écran
pendant l'atelier / sans que je le demande / pour la première fois / une fois de plus / avec pudeur
très vite / à mi-voix / quand je me tais / malgré le bruit / après un long silence / en souriant
les yeux baissés / tout à coup
""")
TURNS = _split("""
Je remarque que / J’ai l'impression que / Ce qui me frappe : / Au fond, / Et pourtant, / Cette fois,
Je crois que / Depuis la semaine dernière, / Comme en mars, / À ce moment-là, / Sans doute que
En relisant,
""")
STEPS = _split("""
appeler la plateforme mobilité / préparer deux questions ouvertes / relire la note avant l'entretien
lui redire ce que je note / proposer de marcher dix minutes / demander l’avis d'une collègue
envoyer l'horaire du bus / écrire à l’organisme de formation / laisser un vrai silence
porter cela au groupe / vérifier la date de l'atelier / lui demander comment elle voit la suite
bloquer dix minutes après chaque entretien / chercher une entreprise pour une immersion
reprendre la question de la garde d’enfant
""")
EFFECTS = _split("""
elle y est allée seule / cela a détendu l'échange / rien de visible encore / un vrai soulagement
à refaire / la réponse viendra plus tard / j’ai mieux dormi / elle m'a remerciée
cela n’était pas le bon moment
""")
ITEMS = _split("""
retrouver un rythme / se sentir légitime / un revenu régulier / garder du temps pour ses enfants
travailler dehors / apprendre un métier / sortir de chez elle / être crue / deux rendez-vous annulés
elle m'a appelée d’elle-même / elle reste après l'heure / elle pose des questions
un regard qui fuit / le passage du code / de l'aide pour lire les courriers / un mode de garde
une adresse pour le courrier / un vélo en état / quelqu’un à qui parler / du calme
des horaires de jour / revoir son CV
""")
