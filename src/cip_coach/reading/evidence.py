"""What one note says of the difficulties, from its head alone: exposed, noted, passed over, shared.

Rules (design §6):
- exposed: an answered question could have recorded it (`exposees`); `difficultes@1`
  stands for the terms that version offered. What was noted was exposed too.
- passed: a question that could have recorded it was skipped, and no other answered it.
  What a skipped question could have recorded is what it did or could record in the
  other notes, at the same path, else under the same identity.
- shared: `P.x` that feeds `partage_personne` or `partage_collegues` speaks of the
  difficulties that the same note recorded at `P`.
- answers of a section without a person (`sans_personne`) never count for a person.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from cip_coach.frozen import field, frozen
from cip_coach.keeping.note import Glimpse, Head
from cip_coach.paths import identity
from cip_coach.patterns import regex
from cip_coach.text import fold
from cip_coach.vocabulary import OWN, Taxonomy

Ids = frozenset[str]
Table = Mapping[str, tuple[str, ...]]
NONE: Ids = frozenset()
SHARING = ("partage_personne", "partage_collegues")
_WHOLE = regex(r"(?P<name>[a-z][\w.-]*)@(?P<version>\d{1,6})", re.ASCII)


@frozen
class Evidence:
    """A note, and the difficulties it speaks of. `person` is the code as readers compare it, "" for none.

    `noted` maps a difficulty to the paths that recorded it; `about` holds those of
    `exposed` that speak of the person, `shared` maps a kind of `SHARING` to
    difficulty → whether it was.
    """

    head: Head
    person: str
    exposed: Ids = NONE
    about: Ids = NONE
    noted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    noted_about: Ids = NONE
    passed: Ids = NONE
    shared: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)


class Lens:
    """Reads heads against the terms of a taxonomy, after seeing them all once."""

    def __init__(self, taxonomy: Taxonomy, heads: Iterable[Head | Glimpse]) -> None:
        self.taxonomy = taxonomy
        self._expanded: dict[tuple[str, ...], Ids] = {}
        self._recordable: dict[str, Ids] = {}
        self._impersonal: set[str] = set()
        tables: dict[int, Table] = {}
        days: dict[int, date] = {}
        for head in heads:
            day = head.day
            if head.without_person:
                self._impersonal.update(map(identity, head.without_person))
            for table in (head.exposed, head.difficulties):
                place = id(table)  # a table that notes share is looked at once
                if day < days.get(place, date.max):
                    tables[place], days[place] = table, day
        first: dict[tuple[str, ...], date] = {}
        for place, table in tables.items():
            for path, tokens in table.items():
                first[tokens] = min(first.get(tokens, date.max), days[place])
                could = self.expanded(tokens)
                for name in {path, identity(path)}:
                    known = self._recordable.get(name, NONE)
                    if not could <= known:
                        self._recordable[name] = known | could
        self.first_asked: dict[str, date] = {}
        """When each difficulty was first put and answered."""
        for tokens, day in first.items():
            for one in self.expanded(tokens):
                self.first_asked[one] = min(self.first_asked.get(one, day), day)

    def expanded(self, tokens: tuple[str, ...]) -> Ids:
        """The difficulties that `[difficultes@1, perso.x]` stands for."""
        found = self._expanded.get(tokens)
        if found is None:
            found = self._expanded[tokens] = frozenset(one for token in tokens for one in self._offered(token))
        return found

    def recordable(self, path: str) -> Ids:
        """What the question at `path` did or could record, in any note."""
        return self._recordable.get(path) or self._recordable.get(identity(path), NONE)

    def evidence(self, head: Head, *, personal: bool = False) -> Evidence:
        """What this note says; with `personal`, only by what speaks of its person."""
        aside = frozenset(head.without_person)
        exposed = about = NONE
        for path, tokens in (*head.exposed.items(), *head.difficulties.items()):
            could = self.expanded(tokens)
            exposed |= could
            about = about if path in aside else about | could
        noted: dict[str, tuple[str, ...]] = {}
        noted_about: set[str] = set()
        for path, ids in head.difficulties.items():
            if personal and path in aside:
                continue
            for one in self.expanded(ids):
                noted[one] = (*noted.get(one, ()), path)
            noted_about |= self.expanded(ids) if path not in aside else NONE
        exposed = about if personal else exposed
        return Evidence(
            head,
            fold(head.person).strip(),
            exposed,
            about if head.person else NONE,
            noted,
            frozenset(noted_about) if head.person else NONE,
            self._passed(head, personal=personal) - exposed,
            {kind: _shared(head.feeds.get(kind, {}), noted) for kind in SHARING},
        )

    def _passed(self, head: Head, *, personal: bool) -> Ids:
        passed = NONE
        for path in head.skipped:
            if not (personal and identity(path) in self._impersonal):
                passed |= self.recordable(path)
        return passed

    def _offered(self, token: str) -> Iterable[str]:
        whole = _WHOLE.fullmatch(token)
        if whole is None:
            return (token,)
        if whole["name"] != self.taxonomy.id:
            return ()
        version = int(whole["version"])
        return (
            term.id
            for term in self.taxonomy.terms.values()
            if not term.id.startswith(OWN) and term.since <= version and not 0 < term.retired <= version
        )


def _shared(feeding: Mapping[str, bool], noted: Mapping[str, tuple[str, ...]]) -> dict[str, bool]:
    """Difficulty → whether the answers about the paths that recorded it say that it was spoken of."""
    told: dict[str, bool] = {}
    for path, yes in feeding.items():
        about = path.rpartition(".")[0]
        for difficulty, paths in noted.items():
            if about in paths:
                told[difficulty] = told.get(difficulty, False) or yes
    return told
