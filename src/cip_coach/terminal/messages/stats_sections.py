"""What stands around the difficulties: titles of the parts, balance, steps, words, files."""

from cip_coach.terminal.messages.stats import NBSP, counted, listed, quoted

# Sections


def recurrent_title() -> str:
    """Heads the recurrent difficulties."""
    return "Ce qui revient (difficultés récurrentes)"


def same_group(number: int) -> str:
    """Several difficulties that the figures do not set apart."""
    if number == 2:
        return "Rien ne permet de dire laquelle des deux revient le plus\u00a0: l’écart peut venir du hasard."
    return (
        f"Rien ne permet de dire laquelle de ces {number} revient le plus\u00a0: les écarts peuvent venir du hasard."
    )


def next_group() -> str:
    """Before a group noted clearly less often."""
    return "Plus rarement\u00a0:"


def no_recurrent() -> str:
    """Enough sessions, nothing comes back."""
    return "Rien ne revient assez souvent, ni avec assez de personnes, pour parler d’une habitude."


def beside_title(recurrent: bool) -> str:
    """Heads the difficulties noted less often."""
    return "Ce qui est noté aussi" if recurrent else "Ce qui est noté"


def asked_never_noted(number: int) -> str:
    """Difficulties put and never noted."""
    if number == 1:
        return "Une autre difficulté a été proposée sans être notée."
    return f"{number} autres difficultés ont été proposées sans être notées."


def no_difficulty() -> str:
    """Nothing noted at all."""
    return "Aucune difficulté n’est notée dans ces séances."


def never_shared_title() -> str:
    """Heads the difficulties never spoken of."""
    return "Ce dont je n’ai encore parlé à personne"


def never_shared_basis(number: int) -> str:
    """How often it was asked."""
    return f"Demandé dans {counted(number, 'séance', 'séances')}, jamais répondu oui."


def to_whom() -> str:
    """The open question under them."""
    return "À qui pourrais-je en parler\u00a0?"


def balance_title() -> str:
    """Heads the pleasures, what went well, the strengths."""
    return "Ce qui porte"


def balance_kind(kind: str, notes: int) -> str:
    """One kind of what carries, and in how many sessions it was noted."""
    names = {"plaisirs": "Ce qui me fait plaisir", "reussites": "Ce qui s’est bien passé", "forces": "Mes forces"}
    return f"{names.get(kind, kind)} ({counted(notes, 'séance', 'séances')})"


def balance_empty() -> str:
    """Nothing of the kind in the period."""
    return (
        "Rien n’est noté ici pour cette période. Le bilan mensuel le demande\u00a0: cip-coach session bilan-mensuel"
    )


def how_to_read() -> str:
    """How to open a note by its id."""
    return "Pour relire une de ces notes\u00a0: cip-coach review --lire REPÈRE"


def suggested_title() -> str:
    """Heads the confirmed suggestions."""
    return "Repérées dans mes mots"


def suggested_line(number: int) -> str:
    """In how many sessions it was confirmed."""
    return (
        f"{counted(number, 'séance', 'séances')}, d’après ce que j’ai écrit et confirmé. "
        "Ce nombre n’entre pas dans les comptes ci-dessus."
    )


def own_words_title() -> str:
    """Heads the « autre » texts."""
    return "Mes mots pour d’autres difficultés"


def own_words_offer() -> str:
    """How to make a term of one that comes back."""
    return (
        "Si l’une revient, elle peut devenir un terme à moi (perso.…) dans mon fichier "
        "taxonomies/difficultes.yml\u00a0: elle sera alors proposée et comptée."
    )


def steps_title() -> str:
    """Heads the next steps."""
    return "Mes pas"


def steps_counts(opened: int, done: int, left: int) -> str:
    """How many steps are open, done, left."""
    parts = [
        *([counted(opened, "ouvert", "ouverts")] if opened else []),
        *([counted(done, "fait", "faits")] if done else []),
        *([counted(left, "laissé", "laissés")] if left else []),
    ]
    return f"{listed(parts)}."


def step_line(text: str, ref: str, due: str) -> str:
    """An open step."""
    when = f", pour le {due}" if due else ""
    return f"{quoted(text)}{when} ({ref})"


def words_title() -> str:
    """Heads the words that come back."""
    return "Les mots qui reviennent"


def words_meaning() -> str:
    """What the list is and is not."""
    return (
        f"Un index pour relire, pas une mesure{NBSP}: {quoted('pas de colère')} compte aussi pour {quoted('colère')}."
    )


def words_line(notes: int, persons: int, others: str) -> str:
    """One word."""
    said = f"{counted(notes, 'séance', 'séances')}"
    said += f", {counted(persons, 'personne', 'personnes')}" if persons else ""
    return f"{said} (aussi\u00a0: {others})." if others else f"{said}."


def words_none() -> str:
    """No word comes back."""
    return "Aucun mot ne revient dans assez de séances."


def more(number: int) -> str:
    """A list that was cut."""
    return f"… et {counted(number, 'autre', 'autres')}."
