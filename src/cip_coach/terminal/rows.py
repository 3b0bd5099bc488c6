"""Texts under edit, each with the place it had before. Knows no screen: both front-ends and their tests use it.

Positions are named as the interview names them: `1`, `2`… in a list,
`autre1`, `autre2`… among the user's own picks.
"""

from collections.abc import Mapping, Sequence

from cip_coach.frozen import changing, field


@changing
class Row:
    """One text; `origin` is the name of its place before, None when it is new; `removed` rows can come back."""

    text: str
    origin: str | None = None
    removed: bool = False


@changing
class Rows:
    """A list under edit. `former` are the names of all the places there were before."""

    rows: list[Row] = field(default_factory=list)
    former: tuple[str, ...] = ()
    prefix: str = ""

    @classmethod
    def of(cls, texts: Sequence[str], prefix: str = "") -> "Rows":
        """The rows of an answer, each standing where it stood."""
        names = tuple(f"{prefix}{rank}" for rank in range(1, len(texts) + 1))
        return cls([Row(text, name) for text, name in zip(texts, names, strict=True)], names, prefix)

    @property
    def kept(self) -> list[Row]:
        """The rows that were not removed."""
        return [row for row in self.rows if not row.removed]

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts that were not removed."""
        return tuple(row.text for row in self.kept)

    @property
    def origins(self) -> tuple[str | None, ...]:
        """Where each kept text came from."""
        return tuple(row.origin for row in self.kept)

    def moved(self) -> Mapping[str, str | None]:
        """Old place → new place, None for what was removed; empty when there was nothing before."""
        now = {row.origin: f"{self.prefix}{rank}" for rank, row in enumerate(self.kept, 1) if row.origin}
        return {name: now.get(name) for name in self.former}

    def shift(self, index: int, by: int) -> int:
        """Move a row up or down; where it stands then."""
        target = index + by
        if 0 <= index < len(self.rows) and 0 <= target < len(self.rows):
            self.rows[index], self.rows[target] = self.rows[target], self.rows[index]
            return target
        return index
