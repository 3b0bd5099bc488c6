"""The fields of a head, one by one: plain data → values. What does not fit becomes a `Problem`."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime

from cip_coach.keeping.note import Proposal, Status
from cip_coach.problem import Problem


class Fields:
    """Plain data read key by key; what does not fit becomes a problem, and an empty value."""

    def __init__(self, data: Mapping[str, object], file: str, first_line: int) -> None:
        self.data, self.file, self.first_line = data, file, first_line
        self.keys = {key: key for key in data}
        self.problems: list[Problem] = []

    def problem(self, code: str, key: str = "", **details: str | int) -> Problem:
        """A problem at the line of `key`, or of the head."""
        place = self.keys.get(key)
        line, column = getattr(place, "line", self.first_line), getattr(place, "column", 1)
        return Problem(self.file, line, column, code, details)

    def unfit(self, key: str, wanted: str) -> None:
        """Note that the value of `key` is not what was `wanted` (a code of `attendu`)."""
        self.problems.append(self.problem("note-valeur", key, cle=key, attendu=wanted))

    def text(self, key: str) -> str:
        """One text, "" without one."""
        value = self.data.get(key, "")
        if isinstance(value, str):
            return str(value)
        self.unfit(key, "texte")
        return ""

    def integer(self, key: str, default: int) -> int:
        """One whole number."""
        value = self.data.get(key, "")
        if isinstance(value, str) and re.fullmatch(r"-?\d{1,12}", value, re.ASCII):
            return int(value)
        if value != "":
            self.unfit(key, "nombre")
        return default

    def status(self, key: str) -> Status | None:
        """`brouillon` or `clos`."""
        value = self.text(key)
        if value in tuple(Status):
            return Status(value)
        self.unfit(key, "statut")
        return None

    def day(self, key: str) -> date | None:
        """One ISO day."""
        value = self.text(key)
        with suppress(ValueError):
            if len(value) == 10:
                return date.fromisoformat(value)
        self.unfit(key, "date")
        return None

    def moment(self, key: str) -> datetime | None:
        """One moment with its offset from UTC; None without one."""
        value = self.text(key)
        if not value:
            return None
        with suppress(ValueError):
            found = datetime.fromisoformat(value)
            if found.tzinfo is not None:
                return found
        self.unfit(key, "moment")
        return None

    def items(self, key: str) -> tuple[str, ...]:
        """A list of texts; one text alone is a list of one."""
        return self._texts(key, self.data.get(key, ""))

    def answers(self, key: str) -> dict[str, str | tuple[str, ...]]:
        """Paths → a text or a list of texts."""
        return {
            str(path): str(value) if isinstance(value, str) else self._texts(key, value)
            for path, value in self._mapping(key, self.data.get(key, "")).items()
        }

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """Paths → lists of texts."""
        table = self._mapping(key, self.data.get(key, ""))
        return {str(path): self._texts(key, value) for path, value in table.items()}

    def feeds(self, key: str) -> dict[str, dict[str, bool]]:
        """Kinds → paths → `oui` or `non`."""
        table = self._mapping(key, self.data.get(key, ""))
        return {
            str(kind): {str(path): fed == "oui" for path, fed in self._mapping(key, paths).items()}
            for kind, paths in table.items()
        }

    def proposal(self, key: str) -> Proposal | None:
        """The tree proposed, and what it takes from this note."""
        table = self._mapping(key, self.data.get(key, ""))
        tree, takes = table.get("arbre", ""), self._mapping(key, table.get("reprend", ""))
        if not table:
            return None
        if not isinstance(tree, str) or not tree or not all(isinstance(ours, str) for ours in takes.values()):
            self.unfit(key, "propose")
            return None
        return Proposal(str(tree), {str(theirs): str(ours) for theirs, ours in takes.items()})

    def _mapping(self, key: str, value: object) -> Mapping[str, object]:
        if isinstance(value, Mapping):
            return value
        if value != "":
            self.unfit(key, "table")
        return {}

    def _texts(self, key: str, value: object) -> tuple[str, ...]:
        if isinstance(value, str):
            return (str(value),) if value else ()
        if isinstance(value, Sequence) and all(isinstance(item, str) for item in value):
            return tuple(str(item) for item in value)
        self.unfit(key, "liste")
        return ()
