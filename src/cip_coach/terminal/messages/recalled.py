"""What stands over a block that shows what the journal holds."""

_HEADINGS = {
    "journal.notes": "Mes notes",
    "journal.difficultes": "Les difficultés notées",
    "journal.jamais_partagees": "Jamais partagées",
    "journal.plaisirs": "Ce qui m’a donné du plaisir",
    "journal.pas_faits": "Les pas faits",
    "journal.pas_ouverts": "Les pas encore ouverts",
    "journal.a_porter": "À porter",
}
_WORDS = frozenset({"journal.plaisirs", "journal.pas_faits", "journal.pas_ouverts", "journal.a_porter"})


def heading(source: str) -> str:
    """The heading of a source, "" for one that is an answer of the same session."""
    return _HEADINGS.get(source, "")


def holds_words(source: str) -> bool:
    """Whether its items are words of one note each, of which « 1 note » says nothing."""
    return source in _WORDS
