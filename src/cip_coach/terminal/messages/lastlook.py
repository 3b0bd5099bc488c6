"""Sentences between the recap and the closed note. They propose; the user decides."""

from cip_coach.text import NBSP


def could_name(sentence: str) -> str:
    """A sentence that could make somebody recognisable."""
    return f"Ce passage pourrait faire reconnaître quelqu’un{NBSP}: «{NBSP}{sentence.strip()}{NBSP}»"


def replace(proposed: str) -> str:
    """What would be written instead."""
    return f"Écrire{NBSP}: «{NBSP}{proposed.strip()}{NBSP}»"


def keep() -> str:
    """The passage stays."""
    return "Garder tel quel"


def keep_all() -> str:
    """Every passage stays."""
    return "Tout garder, et enregistrer"


def perhaps() -> str:
    """Difficulties that the words resemble."""
    return f"Dans mes mots, y a-t-il aussi l’une de ces difficultés{NBSP}?"


def none_of_these() -> str:
    """Nothing to add."""
    return "Non, enregistrer la note"
