"""How the figures are made, in plain French: what `stats --methode` prints. The constants come from `rules`."""

from cip_coach.reading import rules

NBSP = "\u00a0"


def method() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Titled paragraphs: every rule and every constant."""
    return (
        ("Ce qui est compté", counted()),
        ("Quand une difficulté est dite récurrente", recurrence()),
        ("Pourcentages", percentages()),
        ("Ce qui n’est jamais dit", never()),
        ("Autour des difficultés", around()),
    )


def counted() -> tuple[str, ...]:
    """Sessions, exposure, persons, skips."""
    return (
        "Une séance terminée compte une fois, même si son fichier existe en double. Un brouillon ne compte pas. "
        "Un fichier illisible ne compte pas non plus, et il est nommé à la fin.",
        f"Une difficulté est notée quand une réponse la désigne{NBSP}: un terme choisi dans la liste, ou une réponse "
        f"qui la signale (par exemple «{NBSP}non{NBSP}» à la question sur la confiance).",
        f"«{NBSP}5 fois sur les 9 séances où la question s’est posée{NBSP}»{NBSP}: 9 est le nombre de séances où une "
        f"question répondue pouvait la faire noter. «{NBSP}Je ne sais pas encore{NBSP}» est une réponse. Répondre "
        "qu’il n’y a rien qui accroche compte comme une question posée pour toute la liste.",
        "Une question passée, ou pas atteinte, ne compte pas comme posée. Les séances où elle a été passée sont "
        "dites à part. Ce qu’une question passée pouvait faire noter se lit dans les autres séances.",
        "Les personnes sont comptées par leurs codes, sans tenir compte des accents ni des majuscules. Une séance "
        "sans code compte comme séance, jamais comme personne. La partie du guide sur mon métier ne compte pour "
        "personne.",
        f"Période par défaut{NBSP}: les {rules.MONTHS} derniers mois civils, avec le mois en cours (marqué *). C’est "
        "le jour dont parle la note qui compte, pas celui où elle est écrite.",
    )


def recurrence() -> tuple[str, ...]:
    """The rule."""
    return (
        f"Il faut à la fois{NBSP}: au moins {rules.ENOUGH_NOTES} séances où la question s’est posée, au moins "
        f"{rules.LEAST_NOTES} séances où la difficulté est notée et au moins {rules.LEAST_PERCENT}{NBSP}% de celles "
        f"où la question s’est posée, au moins {rules.LEAST_WEEKS} semaines différentes, et au moins "
        f"{rules.LEAST_PERSONS} personnes (sauf si aucune de ces séances n’a de code).",
        "Ces seuils viennent d’une simulation. Une difficulté rare (2 séances sur 100) les passe par hasard dans "
        "environ 1 bilan sur 100. Une difficulté présente dans 18 séances sur 100 les passe dans 73 bilans sur 100 "
        "avec 20 séances, 95 avec 40 et 99 avec 80.",
        "Plusieurs difficultés récurrentes sont réunies quand leurs limites se recouvrent avec celles de la plus "
        "fréquente. Dans un groupe, l’ordre est celui de la liste des difficultés, il ne dit rien.",
    )


def percentages() -> tuple[str, ...]:
    """When there is one, and what stands beside."""
    return (
        f"Un pourcentage n’apparaît qu’à partir de {rules.ENOUGH_NOTES} séances, toujours avec ses limites "
        f"(intervalle de Wilson à 95{NBSP}%, z = {str(round(rules.Z, 2)).replace('.', ',')}). Par exemple, 3 fois "
        f"sur 10 donne 30{NBSP}%, entre 11 et 60{NBSP}%.",
    )


def never() -> tuple[str, ...]:
    """What the figures do not claim."""
    return (
        "Ni note, ni classement, ni hausse, ni baisse. Sur des périodes où rien ne change, les règles habituelles "
        f"annoncent un changement dans 34 à 100{NBSP}% des bilans. Deux périodes sont donc montrées côte à côte, "
        "avec leurs limites. Pour les personnes vues dans les deux, la part de leurs séances où la difficulté est "
        "notée est comparée, sans conclure.",
        f"Une difficulté notée plusieurs fois avec une seule personne n’est pas dite récurrente{NBSP}: cela parle de "
        "cet accompagnement.",
    )


def around() -> tuple[str, ...]:
    """Sharing, suggestions, words, balance."""
    return (
        f"«{NBSP}Jamais partagée{NBSP}» ne se dit que si la question a été posée au moins une fois, et qu’aucune "
        "réponse n’a été «"
        f"{NBSP}oui{NBSP}» ou «{NBSP}en partie{NBSP}».",
        "Les difficultés repérées dans les textes puis confirmées sont montrées à part, hors des comptes.",
        f"Les mots qui reviennent{NBSP}: d’un à {rules.WORDS_IN_A_ROW} mots de suite, ramenés à leur racine, dans au "
        f"moins {rules.WORD_NOTES} séances et avec au moins {rules.WORD_PERSONS} personnes, {rules.WORDS_SHOWN} au "
        f"plus. Une suite plus longue cache ses morceaux quand elle en explique {rules.percent(rules.EXPLAINS)}"
        f"{NBSP}%.",
        f"Ce qui aide{NBSP}: les pas cochés comme faits et les regards ajoutés dans les séances où la difficulté est "
        "notée. Ce n’est pas une preuve, c’est une mémoire.",
    )
