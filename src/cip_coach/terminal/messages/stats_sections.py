"""What stands around the difficulties: titles of the parts, balance, steps, words, files."""

from collections.abc import Sequence

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
    return "Jamais partagées, d’après mes réponses"


def never_shared(person_asked: int, colleagues_asked: int) -> str:
    """With whom a difficulty was never shared, and in how many sessions that was asked."""
    person, colleagues = "abordée avec la personne", "partagée avec des collègues"
    times = [counted(number, "séance", "séances") for number in (person_asked, colleagues_asked)]
    if not colleagues_asked:
        return f"Jamais {person}{NBSP}: demandé dans {times[0]}."
    if not person_asked:
        return f"Jamais {colleagues}{NBSP}: demandé dans {times[1]}."
    if person_asked == colleagues_asked:
        return f"Jamais {person}, ni {colleagues}{NBSP}: demandé dans {times[0]}."
    return f"Jamais {person} (demandé dans {times[0]}), ni {colleagues} (demandé dans {times[1]})."


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
    """Before the command that opens a note by its id."""
    return f"Pour relire une de ces notes, par son repère{NBSP}:"


def suggested_title() -> str:
    """Heads the confirmed suggestions."""
    return "Repérées dans mes mots"


def suggested_line(number: int) -> str:
    """In how many sessions it was confirmed."""
    return f"{counted(number, 'séance', 'séances')}, d’après ce que j’ai écrit puis confirmé."


def suggested_apart() -> str:
    """They are not part of the counts."""
    return (
        "Ces nombres n’entrent pas dans les comptes ci-dessus\u00a0: ils viennent de mes textes, pas d’une réponse."
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
        f"Un index pour relire, pas une mesure{NBSP}: {quoted('pas de colère')} compte aussi pour "
        f"{quoted('colère')}. La commande trouve tous les mots qui commencent ainsi."
    )


def words_line(form: str, notes: int, persons: int, others: Sequence[str]) -> str:
    """One word."""
    said = f"{quoted(form)}{NBSP}: {counted(notes, 'séance', 'séances')}"
    said += f", {counted(persons, 'personne', 'personnes')}" if persons else ""
    return f"{said} (aussi écrit {listed(list(map(quoted, others)))})." if others else f"{said}."


def words_none() -> str:
    """No word comes back."""
    return "Aucun mot ne revient dans assez de séances."


def more(number: int) -> str:
    """A list that was cut."""
    return f"… et {counted(number, 'autre', 'autres')}."
