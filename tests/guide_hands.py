"""Two ways of walking `guide_walk`: in the full screen and line by line. Both look for their key on the screen."""

import re
from collections.abc import Callable
from datetime import date
from typing import Protocol

from guide_walk import BACK, PASS, READ, Key, Pause, Value
from pseudo_terminal import LEFT_WITH_DRAFT, Terminal, on_one_line, plain

from cip_coach.asking.steps import Step
from cip_coach.asking.tree import Kind
from cip_coach.frenchdate import spoken
from cip_coach.terminal import offered
from cip_coach.terminal.messages import lastlook, menus
from cip_coach.terminal.messages import plain as lines
from cip_coach.terminal.messages import session as words

Open = Callable[..., Terminal]
"""Opens a session with more arguments."""


class Hands(Protocol):
    """Somebody who walks a scenario."""

    terminal: Terminal

    def do(self, step: Step, value: Value | Key | Pause) -> None:
        """Wait for the question of `step`, and answer it."""

    def save(self) -> int:
        """Confirm the recap, decline the difficulties that the words suggest; the exit code."""


class FullScreenHands:
    """At the full screen: letters, digits, arrows, Space, Enter, Tab."""

    def __init__(self, opened: Open, tree: str, person: str) -> None:
        self.open = opened
        self.terminal = opened(tree, "--personne", person)
        self.terminal.see("Tout est facultatif.", "Commencer")
        self.terminal.press("enter")
        self.held = ""
        """What the field holds after a resume."""

    def do(self, step: Step, value: Value | Key | Pause) -> None:
        front = self.terminal
        front.see(*([f"{step.number} / {step.roots}"] if step.question.answerable else []), step.wording)
        if isinstance(value, Key):
            front.press({BACK: "back", PASS: "tab", READ: "enter"}[value])
        elif isinstance(value, Pause):
            self._pause(value.typed)
        else:
            self._answer(step, value)

    def save(self) -> int:
        self.terminal.see(menus.recap_title(), menus.key_save())
        self.terminal.press("enter")
        self.terminal.see(lastlook.perhaps())
        self.terminal.press("enter")
        return self.terminal.end()

    def _answer(self, step: Step, value: Value) -> None:
        match step.question.kind:
            case Kind.YES_NO:
                self.terminal.press(offered.LETTERS[str(value)])
            case Kind.CHOICE:
                self.terminal.press(self._key_of(_label(step, str(value))))
            case Kind.CHOICES:
                picks, precision = _picks(value)
                self._tick(step, picks)
                if precision:
                    self.terminal.see(step.question.precision)
                    self._write(precision)
            case Kind.LIST:
                for item in value or ["ctrl-n"]:
                    self.terminal.press(str(item), *(["enter"] if value else []))
                if value:
                    self.terminal.see(f"{len(value)}. {list(value)[-1]}")
                    self.terminal.press("enter")
            case _:
                self._write(_typed(value))

    def _write(self, text: str) -> None:
        *before, last = text.removeprefix(self.held).split("\n")
        for line in before:
            self.terminal.press(line, "ctrl-j")
        self.terminal.press(last)
        self.terminal.see(last)
        self.terminal.press("enter")
        self.held = ""

    def _pause(self, typed: str) -> None:
        self.terminal.press(typed)
        self.terminal.see(typed)
        self.terminal.press("ctrl-c")
        self.terminal.see(menus.pause_title())
        self.terminal.press(self._key_of(menus.leave()))
        assert self.terminal.end() == LEFT_WITH_DRAFT
        self.terminal = self.open("--reprendre")
        self.terminal.see(typed)
        self.held = typed

    def _tick(self, step: Step, picks: list[str | dict[str, str]]) -> None:
        families = {choice.id: label for _, label, group in offered.by_family(step) for choice in group}
        for pick in picks:
            if isinstance(pick, dict):
                self._open(words.other(), "enter" if families else "space")
                self.terminal.see(words.which_other())
                self._write(pick["autre"])
                self.terminal.see(pick["autre"], without=words.which_other())
                continue
            label = _label(step, pick)
            if families:
                self.terminal.press(self._key_of(families[pick]))
                self.terminal.see(label, without=words.finish())
            self.terminal.press(self._key_of(label))
            self.terminal.wait(lambda label=label: self._ticked(label), f"a tick at « {label} »")  # type: ignore[misc]
            if families:
                self.terminal.press("enter")
                self.terminal.see(words.finish(), label)
        self.terminal.press("t" if families else "enter")

    def _open(self, label: str, opener: str) -> None:
        """Press the key of a line, or go to it with the arrows and open it when it has none."""
        key = self._key_of(label)
        if key:
            self.terminal.press(key)
            return
        while self._pointed() != label:
            before = self._pointed()
            self.terminal.press("down")
            self.terminal.wait(lambda before=before: self._pointed() not in ("", before), "the pointer")  # type: ignore[misc]
        self.terminal.press(opener)

    def _rows(self) -> list[tuple[str, str, bool, str]]:
        """(pointer, key, ticked, first line of the label) of each line of the list on the screen."""
        pattern = re.compile(r" ([› ]) (\S| )  (?:\[([ x])\] +)?\s*(\S.*)")
        found = [pattern.fullmatch(line) for line in self.terminal.lines()]
        return [(row[1], row[2].strip(), row[3] == "x", row[4]) for row in found if row]

    def _key_of(self, label: str) -> str:
        def keys() -> list[str]:
            return [key for _, key, _, shown in self._rows() if _begins(label, shown)]

        self.terminal.wait(lambda: bool(keys()), f"the line « {label} »")
        return keys()[0]

    def _ticked(self, label: str) -> bool:
        return any(ticked and _begins(label, shown) for _, _, ticked, shown in self._rows())

    def _pointed(self) -> str:
        return next((shown for pointer, _, _, shown in self._rows() if pointer.strip()), "")


class PlainHands:
    """Line by line: numbers, words, dot commands."""

    def __init__(self, opened: Open, tree: str, person: str) -> None:
        self.open = opened
        self.terminal = opened(tree, "--personne", person, "--simple")
        self.mark = 0

    def do(self, step: Step, value: Value | Key | Pause) -> None:
        self._hear(*([f"{step.number} sur {step.roots}. "] if step.question.answerable else []), step.wording)
        if isinstance(value, Key):
            self._hear_any(": ", "> ", ". ")
            self._say({BACK: ".retour", PASS: ".passer", READ: ""}[value])
        elif isinstance(value, Pause):
            self._pause(value.typed)
        else:
            self._answer(step, value)

    def save(self) -> int:
        self._hear(menus.recap_title(), "p pour reprendre les passées")
        self._say("")
        self._hear(lastlook.perhaps())
        self._say("1")
        return self.terminal.end()

    def _answer(self, step: Step, value: Value) -> None:
        match step.question.kind:
            case Kind.YES_NO | Kind.CHOICE:
                self._hear("Un numéro de ")
                self._say(self._number_of(_label(step, str(value))))
            case Kind.CHOICES:
                picks, precision = _picks(value)
                self._tick(step, picks)
                if precision:
                    self._hear(step.question.precision)
                    self._say(precision)
            case Kind.LIST:
                for rank, item in enumerate(value or [".rien"], 1):
                    self._hear_last(lines.item(rank))
                    self._say(str(item))
                if value:
                    self._hear_last(lines.item(len(value) + 1))
                    self._say("")
            case Kind.TEXT | Kind.LEAD:
                self._write(str(value))
            case _:
                self._hear(lines.answer())
                self._say(_typed(value))

    def _write(self, text: str) -> None:
        for line in [*text.split("\n"), "."]:
            self._hear_last(lines.text_line())
            self._say(line)

    def _pause(self, typed: str) -> None:
        for line in (typed, ".pause"):
            self._hear_last(lines.text_line())
            self._say(line)
        self._hear(menus.pause_title(), "Un numéro de ")
        self._say(self._number_of(menus.leave()))
        assert self.terminal.end() == LEFT_WITH_DRAFT
        self.terminal, self.mark = self.open("--simple", "--reprendre"), 0
        self._hear(lines.current(typed))

    def _tick(self, step: Step, picks: list[str | dict[str, str]]) -> None:
        others = [pick["autre"] for pick in picks if isinstance(pick, dict)]
        ids = [pick for pick in picks if isinstance(pick, str)]
        groups = offered.by_family(step)
        if groups:
            for _, name, group in groups:
                wanted = [_label(step, pick) for pick in ids if pick in [choice.id for choice in group]]
                if wanted:
                    self._hear(lines.family_or_end(), "Un numéro de ")
                    self._say(self._number_of(name))
                    self._hear("Un ou plusieurs numéros")
                    self._say(" ".join(map(self._number_of, wanted)))
                    self._hear("Choisi\u00a0: ", wanted[0])
            if others:
                self._hear(lines.family_or_end(), "Un numéro de ")
                self._say(self._number_of(words.other()))
                self._others(step, others)
            self._hear(lines.family_or_end(), "Un numéro de ")
            self._say("")
            return
        self._hear("Un ou plusieurs numéros")
        wanted = [_label(step, pick) for pick in ids] + ([words.other()] if others else [])
        self._say(" ".join(map(self._number_of, wanted)))
        if others:
            self._others(step, others)

    def _others(self, step: Step, others: list[str]) -> None:
        for other in others:
            self._hear_last(f"{words.which_other()} : ")
            self._say(other)
        if step.question.other > len(others):
            self._hear_last(f"{words.which_other()} : ")
            self._say("")

    def _say(self, line: str) -> None:
        self.mark = len(self.terminal.raw)
        self.terminal.press(line, "enter")

    def _heard(self) -> str:
        """What was printed since the last line, without the echo of that line."""
        heard = plain(self.terminal.raw[self.mark :])
        return heard.partition("\r\n")[2] if self.mark else heard

    def _hear(self, *wanted: str) -> None:
        parts = [on_one_line([part]) for part in wanted]
        self.terminal.wait(lambda: all(part in on_one_line([self._heard()]) for part in parts), f"« {parts} »")

    def _hear_last(self, prompt: str) -> None:
        self.terminal.wait(lambda: self._heard().endswith(prompt), f"the prompt « {prompt} »")

    def _hear_any(self, *prompts: str) -> None:
        self.terminal.wait(lambda: self._heard().endswith(prompts), f"one of the prompts {prompts}")

    def _number_of(self, label: str) -> str:
        found = re.findall(r"^(\d+)\. (.+?)\r?$", self._heard(), re.MULTILINE)
        return str([number for number, shown in found if _begins(label, shown)][-1])


def _begins(label: str, shown: str) -> bool:
    """Whether `shown` is the first line of `label`: all of it, or what fits before a blank."""
    whole = on_one_line([label])
    first = re.sub(r" \((\d+|Entrée)\)$", "", on_one_line([shown]))
    return whole == first or (len(first) > 25 and whole.startswith(f"{first} "))


def _label(step: Step, value: str) -> str:
    return next(choice.label for choice in step.choices if choice.id == value)


def _picks(value: Value) -> tuple[list[str | dict[str, str]], str]:
    if isinstance(value, dict):
        return list(value["valeur"]), str(value["precision"])  # type: ignore[call-overload]
    return list(value), ""  # type: ignore[arg-type]


def _typed(value: Value) -> str:
    if isinstance(value, dict):
        return f"{value['texte']} pour le {spoken(date.fromisoformat(str(value['pour_le'])))}"
    return str(value)
