"""The taxonomies: closed lists of terms with families, open questions (`pistes`) and aliases.

An id never changes its meaning. A term may be retired: it is no longer offered
and stays readable. A user's file of the same name adds `perso.*` terms or
retires shipped ones; it never redefines any.
"""

from __future__ import annotations

from collections.abc import Mapping

from cip_coach.frozen import field, frozen, replace
from cip_coach.patterns import regex

OWN = "perso."
TERM_ID = regex(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")


@frozen
class Term:
    """One term. `since` and `retired` are taxonomy versions; `retired` 0 means still offered.

    `hidden`: the user wants it no longer offered; for the figures of older notes nothing changes.
    `leads` are open questions; `aliases` words that may suggest the term, never
    shown; `forms` other spellings of the word itself; `attention` a sober
    sentence shown once after picking it.
    """

    id: str
    label: str
    family: str = ""
    leads: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    attention: str = ""
    exclusive: bool = False
    essential: bool = False
    sensitive: bool = False
    since: int = 1
    retired: int = 0
    hidden: bool = False
    replaced_by: str = ""
    forms: tuple[str, ...] = ()
    group: str = ""
    fed_by: tuple[str, ...] = ()


@frozen
class Taxonomy:
    """A list of terms in the order shown. `families` id → title; `tagging` and `reframing` are wordings."""

    id: str
    version: int
    title: str
    terms: Mapping[str, Term]
    families: Mapping[str, str] = field(default_factory=dict)
    tagging: str = ""
    reframing: str = ""
    source: str = ""
    file: str = ""

    def offered(self, families: tuple[str, ...] = ()) -> tuple[Term, ...]:
        """The terms still offered, of these families only when any are given."""
        return tuple(
            term
            for term in self.terms.values()
            if not term.retired and not term.hidden and (not families or term.family in families)
        )

    @property
    def whole_version(self) -> int:
        """The version to name when the whole list was on offer; 0 when the user hides a term of it."""
        return 0 if any(term.hidden for term in self.terms.values()) else self.version


Vocabulary = Mapping[str, Taxonomy]


def with_own(shipped: Taxonomy, own: Taxonomy, retired: tuple[str, ...] = ()) -> Taxonomy:
    """`shipped` with the user's `perso.*` terms added and the terms in `retired` hidden."""
    terms = {
        term_id: replace(term, hidden=True) if term_id in retired else term for term_id, term in shipped.terms.items()
    }
    terms |= {term_id: term for term_id, term in own.terms.items() if term_id.startswith(OWN)}
    return replace(shipped, terms=terms, families={**shipped.families, **own.families})
