"""What `pas` says of the next steps."""

from collections.abc import Callable

NBSP = "\u00a0"


def reference_argument() -> str:
    """The step meant."""
    return "Le repère du pas, comme k7f3qd.2 (dans la liste)."


def all_option() -> str:
    """Help of `--tous`."""
    return "Montrer aussi tous les pas faits et laissés."


def to_do(number: int) -> str:
    """Heads the open steps."""
    return f"À faire ({number})"


def done(number: int) -> str:
    """Heads those done."""
    return f"Faits ({number})"


def left(number: int) -> str:
    """Heads those left."""
    return f"Laissés ({number})"


def and_more(number: int) -> str:
    """Those not shown, and how to see them."""
    return f"… et {number} de plus{NBSP}: cip-coach pas --tous"


def how_to_tick(ref: str) -> str:
    """Under the list."""
    return f"Pour en cocher un{NBSP}: cip-coach pas fait {ref}"


def none_yet() -> str:
    """No step at all."""
    return "Aucun pas noté pour le moment."


def ask_word() -> str:
    """Asked when a step is done or left."""
    return f"Ce que cela a changé, en un mot (Entrée pour passer){NBSP}: "


def ask_why() -> str:
    """Asked when a step is left."""
    return f"Un mot pour s’en souvenir (Entrée pour passer){NBSP}: "


def already(state: str) -> str:
    """Nothing to do."""
    return f"Ce pas est déjà {state}, rien n’a changé."


STATES = {"ouvert": "à faire", "fait": "fait", "laisse": "laissé"}


def wrong_reference() -> str:
    """Not the reference of a step."""
    return (
        f"Le repère d’un pas s’écrit comme k7f3qd.2{NBSP}: la note, un point, le rang. La liste{NBSP}: cip-coach pas"
    )


SENTENCES: dict[str, Callable[..., str]] = {"pas-repere": wrong_reference}
