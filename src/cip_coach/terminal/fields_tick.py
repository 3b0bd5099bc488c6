"""Questions with several answers to tick (`choix_multiple`), in one list or family by family."""

from prompt_toolkit.application.current import get_app_session

from cip_coach.answer import Answer
from cip_coach.asking.moves import Answered, Move, Passed, View
from cip_coach.asking.tree import Choice
from cip_coach.terminal import offered, prompt
from cip_coach.terminal.desk import Desk
from cip_coach.terminal.entry import line
from cip_coach.terminal.fields_pick import ask_precision
from cip_coach.terminal.listing import Option, menu, ticks
from cip_coach.terminal.messages import keys as key_names
from cip_coach.terminal.messages import session as say
from cip_coach.terminal.pages import leave, page_of
from cip_coach.terminal.prompt import Nav, put
from cip_coach.terminal.writing import write

ENTER = Nav("enter")


def ask_ticks(desk: Desk, view: View) -> Move:
    """Put a question that takes several picks, then the free text beside them."""
    return _Ticks(desk, view).ask()


class _Ticks:
    def __init__(self, desk: Desk, view: View) -> None:
        self.desk, self.view, self.step = desk, view, view.step
        self.picks = desk.origins.picks(view)
        self.before = self.picks.answer
        self.expanded = False
        self.half_written = ""
        self.pointed: str | None = None
        self.families = offered.by_family(view.step)

    def ask(self) -> Move:
        while True:
            result = self._families() if self.families else self._one_list(list(self.step.choices), "")
            if isinstance(result, Nav) and result != ENTER:
                return self._leave(result)
            answer = self.picks.answer
            if answer is None:
                return Passed(None)
            if self.step.question.precision and answer.ids:
                left, self.picks.precision = ask_precision(self.desk, self.view, answer)
                if left is not None and left.kind == prompt.BACK:
                    continue
                if left is not None:
                    return self._leave(left)
            self.desk.origins.forget(self.step.path)
            return Answered(self.picks.answer or answer, self.picks.moved())

    def _leave(self, nav: Nav) -> Move:
        if self.half_written:
            self.picks.write(self.half_written)
        draft: Answer | None = self.picks.answer
        if draft is None or draft == self.before:
            return leave(nav, None)
        self.desk.origins.keep(self.step.path, draft, self.picks.own_rows())
        return leave(nav, draft)

    def _families(self) -> object:
        """Family, ticks, back to the families, « Terminer »."""
        while True:
            result = self._family_menu()
            if result == offered.DONE:
                return ENTER
            if result == offered.OTHER:
                left = self._write()
                if left is not None:
                    return left
                self.pointed = offered.DONE
            elif isinstance(result, str):
                _, label, group = next(f for f in self.families if offered.FAMILY + f[0] == result)
                listed = self._one_list(group, label)
                if listed not in (ENTER, Nav(prompt.BACK)):
                    return listed
                self.pointed = offered.DONE if self.picks.count else result
            else:
                return result

    def _family_menu(self) -> object:
        page = page_of(self.desk, self.view)
        page.instruction = say.how_to_tick_in_families(self.step.question.bounds.high)
        answer = self.picks.answer
        page.chosen = say.chosen(offered.labels_of(self.step, answer)) if answer else ""
        options = []
        for rank, (name, label, group) in enumerate(self.families, 1):
            ticked = sum(choice.id in self.picks.ticked for choice in group)
            key = str(rank) if rank <= offered.AT_ONCE else ""
            options.append(Option(offered.FAMILY + name, say.family(label, ticked), key))
        options += self._own_lines(len(options))
        options.append(Option(offered.DONE, say.finish(), "t"))

        def pick(value: str) -> object:
            if value == offered.NONE or value.startswith(offered.OWN):
                page.hint = self.picks.toggle(value)
                self.pointed = offered.DONE
                return Nav("again")
            return value or None

        field = menu(
            options,
            pick,
            encoding=_encoding(),
            pointed=self.pointed or options[0].value,
            help_keys=key_names.keys_of_choice(),
        )
        result = put(self.desk, page, field)
        return self._family_menu() if result == Nav("again") else result

    def _one_list(self, choices: list[Choice], family: str) -> object:
        """Tick in one list until Enter; « Autre » and « voir plus » draw it anew."""
        hint = ""
        while True:
            page = page_of(self.desk, self.view, inner=bool(family))
            page.hint, page.chosen = hint, family
            page.instruction = say.how_to_tick(self.step.question.bounds.high)
            shown = choices if family else offered.visible(self.step, self.expanded, self.picks.ticked)
            options = [Option(c.id, c.label, str(n) if n <= offered.AT_ONCE else "") for n, c in enumerate(shown, 1)]
            if not family:
                if len(shown) < len(choices):
                    options.append(Option(offered.MORE, say.see_more(), offered.MORE_KEY, opens=True))
                options += self._own_lines(len(shown))

            def toggle(value: str, page: object = page) -> object:
                self.pointed = value
                if value in (offered.MORE, offered.OTHER):
                    return value
                page.hint = self.picks.toggle(value)  # type: ignore[attr-defined]
                return None

            field = ticks(
                options,
                self.picks.ticked,
                toggle=toggle,
                done=lambda: ENTER,
                encoding=_encoding(),
                pointed=self.pointed if self.pointed in [o.value for o in options] else None,
                help_keys=key_names.keys_of_ticks(),
            )
            result = put(self.desk, page, field)
            if result == offered.MORE:
                self.expanded, self.pointed = True, choices[len(shown)].id
                hint = ""
            elif result == offered.OTHER:
                left = self._write()
                if left is not None:
                    return left
                hint = ""
            else:
                return result

    def _own_lines(self, before: int) -> list[Option]:
        """The user's own texts, « Autre » while there may be more, « Rien à noter »."""
        lines = [Option(f"{offered.OWN}{n}", row.text) for n, row in enumerate(self.picks.own.rows)]
        if self.picks.may_write:
            key = str(before + 1) if before < offered.AT_ONCE else ""
            lines.append(Option(offered.OTHER, say.other(), key, opens=True))
        if self.step.question.none:
            lines.append(Option(offered.NONE, self.step.question.none, offered.NONE_KEY))
        return lines

    def _write(self) -> Nav | None:
        """One text of the user's own; None to go on with the list."""
        page = page_of(self.desk, self.view, inner=True)
        page.instruction = say.which_other()
        if self.picks.full:
            page.hint = say.enough(self.step.question.bounds.high or 0)
        result, typed = write(self.desk, page, self.half_written, lambda words: line(words) or Nav(prompt.BACK))
        self.half_written = line(typed)
        if isinstance(result, Nav):
            self.pointed = None  # off « Autre », where Enter would open it again
            return None if result.kind in (prompt.BACK, prompt.SKIP) else result
        if not self.picks.write(self.half_written):
            self.half_written = ""
            self.pointed = f"{offered.OWN}{len(self.picks.own.rows) - 1}"
        return None


def _encoding() -> str:
    return get_app_session().output.encoding()
