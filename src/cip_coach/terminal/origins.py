"""Where the items of a list came from, kept while the list is left half edited. Knows no screen.

A draft handed back to the interview holds texts only. When its question comes
again with that very draft, the places its items had before the first edit are
found here, so that the answers about them still follow.
"""

from cip_coach.answer import Answer, Items
from cip_coach.asking.moves import View
from cip_coach.frozen import replace
from cip_coach.terminal.picking import Picks
from cip_coach.terminal.rows import Row, Rows


class Origins:
    """The memory of half-edited lists, by path, for as long as the session is open."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[Answer, Rows]] = {}

    def keep(self, path: str, draft: Answer, rows: Rows) -> None:
        """Remember where the kept `rows` of `draft` came from."""
        self._kept[path] = (draft, rows)

    def forget(self, path: str) -> None:
        """The list was confirmed: its items stand where they stand."""
        self._kept.pop(path, None)

    def rows(self, view: View) -> Rows:
        """The items that a `liste` starts from."""
        texts = view.proposed.texts if isinstance(view.proposed, Items) else ()
        return self._placed(view, Rows.of(texts))

    def picks(self, view: View) -> Picks:
        """The picks that a `choix_multiple` starts from."""
        picks = Picks.of(view.step, view.proposed)
        picks.own = self._placed(view, picks.own)
        return picks

    def _placed(self, view: View, rows: Rows) -> Rows:
        kept = self._kept.get(view.step.path)
        if kept and kept[0] == view.proposed:
            before = kept[1]
            moved = [replace(row, origin=name) for row, name in zip(rows.rows, before.origins, strict=True)]
            return Rows(moved, before.former, rows.prefix)
        if view.reply is None and view.proposed == view.step.prefill:  # proposed by the tree: new, all of it
            return Rows([Row(row.text) for row in rows.rows], (), rows.prefix)
        return rows
