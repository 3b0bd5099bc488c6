"""A session in front of somebody: choose, answer, and leave nothing unsaid about what was kept."""

import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from cip_coach.answer import Answer, Items, Words
from cip_coach.asking.catalogue import listed
from cip_coach.asking.extent import extent
from cip_coach.asking.interview import Interview
from cip_coach.asking.library import Library
from cip_coach.asking.moves import Trouble
from cip_coach.asking.steps import Context
from cip_coach.asking.tree import Tree
from cip_coach.commands import (
    Result,
    families,
    following,
    fronts,
    menu,
    opening,
    parting,
    recalling,
    settling,
    unlocking,
)
from cip_coach.commands.coding import person_code
from cip_coach.commands.drafting import Drafting, Stopwatch, Timed
from cip_coach.commands.options import Setting
from cip_coach.frozen import replace
from cip_coach.keeping import journal as folder
from cip_coach.keeping import shelf
from cip_coach.keeping.note import Head, Note
from cip_coach.keeping.shelf import Journal, Loaded
from cip_coach.problem import CoachError, Misused, Refused
from cip_coach.snapshot import Origin, Resumed, resumed
from cip_coach.terminal import hangup, notices
from cip_coach.terminal.messages import opening as said
from cip_coach.text import clean_line
from cip_coach.walkthrough import Outcome, Ports, walk

if TYPE_CHECKING:
    from cip_coach.commands.fronts import Front

LEFT, INTERRUPTED = 75, 130


def sit(tree_name: str | None, person: str | None, day: date, setting: Setting, *, resume: bool) -> Result:
    """Hold a session at the terminal. Raises `CoachError` for what prevents it from beginning."""
    if not setting.simple and not (parting.is_terminal(sys.stdin) and parting.is_terminal(sys.stdout)):
        raise Misused("pas-un-terminal")
    library = opening.library()
    tree = library.tree(tree_name) if tree_name else None
    journal = opening.open_journal(setting)
    journal = (
        unlocking.readable(journal) if resume or (tree and unlocking.needed(tree, journal, library)) else journal
    )
    chosen = ""
    while True:
        settling.tidy(journal, library, time.time())
        chosen_front = fronts.front(setting, private_file=fronts.private_copies(journal, ".txt"))
        with (
            parting.heard_or_not(),
            parting.insisting(),
            hangup.install(),
            chosen_front as front,
        ):
            sitting = _Sitting(setting, journal, library, front, tree, clean_line(person or ""), day)
            try:
                return sitting.hold(resume=resume, chosen=chosen)
            except unlocking.Wanted as wanted:  # asked outside of the screen, then what was chosen goes on
                chosen = wanted.chosen
            except KeyboardInterrupt:
                return sitting.left(INTERRUPTED)
            except hangup.Hangup:
                return sitting.left(LEFT)
        journal = unlocking.readable(journal)


class _Sitting:
    def __init__(
        self,
        setting: Setting,
        journal: Journal,
        library: Library,
        front: "Front",
        tree: Tree | None,
        person: str,
        day: date,
    ) -> None:
        self.setting = setting
        self.journal = journal
        self.front = front
        self.tree = tree
        self.person = person
        self.day = day
        self.library = library
        self.drafting: Drafting | None = None
        self.said: list[str] = [said.journal_created(str(journal.root))] if journal.created else []

    def hold(self, *, resume: bool, chosen: str = "") -> Result:
        """Choose what to begin with (unless `chosen` before the vault was unlocked), walk, say what was kept.

        Raises `unlocking.Wanted` for a choice that needs the words of a vault.
        """
        if self.journal.created and not resume:
            from cip_coach.commands import introducing  # once in a life

            if not introducing.before_session(self.front, self.setting):
                return self.left(LEFT if self.front.gone else 0)
        interview = self._begin(resume=resume, chosen=chosen)
        if interview is None or self.drafting is None:
            return self.left(LEFT if self.front.gone else 0)
        drafting = self.drafting
        ports = Ports(keep=drafting.keep, rescue=self._rescue)
        interview, outcome = walk(interview, Timed(self.front, drafting.stopwatch), ports)
        match outcome:
            case Outcome.LEFT:
                return self.left(INTERRUPTED if self.front.interrupted else LEFT)
            case Outcome.DELETED:
                drafting.discard()
                return self._result(said.draft_discarded(), 0)
            case Outcome.FINISHED:
                looked = self._looked_over(interview, drafting)
                return self.left(LEFT) if looked is None else self._closed(looked, drafting)

    def left(self, code: int) -> Result:
        """The session ends here; its draft, when there is one, waits."""
        if self.drafting is not None and self.drafting.closed is not None:
            return self._result(said.saved(str(self.drafting.closed)), 0)
        kept = self.drafting is not None and self.drafting.seen is not None
        return self._result(said.draft_kept() if kept else said.nothing_kept(), code)

    def _looked_over(self, interview: Interview, drafting: Drafting) -> Interview | None:
        """The interview after the last look: names replaced, difficulties confirmed; None when the user left.

        A terminal that goes away here changes nothing: saving had been asked for.
        """
        from cip_coach.commands import lastlook

        named = lastlook.without_names(interview, self.front)
        if isinstance(named, lastlook.Left):
            return interview if self.front.gone else None
        found = lastlook.confirmed(named, self.front, self.library.vocabulary.get("difficultes"))
        if isinstance(found, lastlook.Left):
            return named if self.front.gone else None
        drafting.origin = replace(drafting.origin, suggested={**drafting.origin.suggested, **found})
        return named

    def _closed(self, interview: Interview, drafting: Drafting) -> Result:
        """Close the note, as often as it takes; a note that is in place, but not confirmed, is an error."""

        def close() -> Result:
            return self._result(said.saved(str(drafting.close(interview, opening.now()))), 0)

        def elsewhere() -> Result:
            self._rescue(interview)
            return self.left(LEFT)

        act = close
        while True:
            try:
                return act()
            except folder.Unconfirmed:
                raise
            except CoachError as error:
                match self.front.trouble(error):
                    case Trouble.RETRY:
                        act = close
                    case Trouble.ELSEWHERE:
                        act = elsewhere
                    case Trouble.LEAVE:
                        return self.left(INTERRUPTED if self.front.interrupted else LEFT)

    def _result(self, sentence: str, code: int) -> Result:
        beside = self.drafting.siblings if self.drafting else []
        more = [said.written_beside(path.name) for path in dict.fromkeys(beside)]
        return Result(lines=notices.as_lines([*self.said, *more, sentence], sys.stdout), exit_code=code)

    def _begin(self, *, resume: bool, chosen: str) -> Interview | None:
        found = menu.drafts(self.journal)
        if resume:
            if not found:
                raise Refused("rien-a-reprendre")
            return self._resume(found[0])
        return self._chosen(found, chosen)

    def _chosen(self, found: tuple[Loaded, ...], chosen: str | None) -> Interview | None:
        """What the user picks among drafts and proposals, and the trees when none was named."""
        mine = tuple(draft for draft in found if self.tree is None or _of_tree(draft, self.tree))
        latest = menu.offered(self.journal)
        options = list(menu.draft_options(mine, self.library.title, self.setting.today))
        sealed = list(menu.locked_drafts(self.journal, self.setting.today)) if self.journal.locked else []
        options += sealed
        next_trees: tuple[menu.Option, ...] = ()
        found_trees: tuple[families.Family, ...] = ()
        if self.tree is None:
            next_trees = following.programme_options(self.journal, self.library, self.person, self.day)
            named = {tree for tree, _, _ in next_trees}
            options += next_trees
            options += menu.proposal_options(latest.proposals, self.library, self.setting.today)
            trees = (card for card, _ in listed(opening.configuration_folder()).trees if card.id not in named)
            found_trees = tuple(families.families(trees, families.stages(self.library)))
        elif options:
            options.append((self.tree.id, said.begin_anew(self.tree.title), ""))
        else:
            return self._new(self.tree, latest.codes)
        first = mine[0].path.name if mine else next((tree for tree, _, _ in next_trees), menu.PRESELECTED)
        chosen = chosen or families.pick(self.front, options, found_trees, first)
        if chosen is None:
            return None
        if chosen in [name for name, _, _ in sealed]:
            raise unlocking.Wanted(chosen)
        for draft in mine:
            if draft.path.name == chosen:
                return self._resume(draft)
        for head in latest.proposals:
            if f"+{head.id}" == chosen:
                return self._proposed(head)
        if chosen.endswith(shelf.SEALED):  # that draft was closed by then
            raise Refused("rien-a-reprendre")
        tree = self.tree or self.library.tree(chosen)
        if unlocking.needed(tree, self.journal, self.library):
            raise unlocking.Wanted(chosen)
        return self._new(tree, latest.codes)

    def _resume(self, draft: Loaded) -> Interview | None:
        if draft.note is None or draft.digest is None:
            raise Refused("brouillon-illisible", draft.problems, fichier=draft.path.name)
        again: Resumed = resumed(draft.note, self.library.tree(draft.note.head.tree))
        self.front.title = again.interview.tree.title
        unfit = [entry.question for entry in draft.note.entries if entry.path in again.unfit]
        if unfit and not self.front.say(said.no_longer_asked(len(unfit)), *unfit):
            return None
        self.drafting = Drafting(
            journal=self.journal,
            origin=again.origin,
            stopwatch=Stopwatch(time.monotonic, draft.note.head.seconds),
            seen=folder.Saved(draft.path, draft.digest),
        )
        return again.interview

    def _proposed(self, head: Head) -> Interview | None:
        """The tree that a note proposed, its questions prefilled with that note's words."""
        path = next(path for path in shelf.notes(self.journal) if head.id in path.name)
        note = shelf.load(self.journal, path).note
        if note is None or head.proposal is None:
            raise Refused("brouillon-illisible", fichier=path.name)
        self.person = head.person
        taken = {theirs: _text_of(note, ours) for theirs, ours in head.proposal.takes.items()}
        reserve = {theirs: words for theirs, words in taken.items() if words is not None}
        return self._new(self.library.tree(head.proposal.tree), (), reserve, (head.id,))

    def _new(
        self,
        tree: Tree,
        codes: tuple[str, ...],
        reserve: dict[str, Answer] | None = None,
        drawn_from: tuple[str, ...] = (),
    ) -> Interview | None:
        self.front.title = tree.title
        person = person_code(tree, self.person, codes, self.front, self.day)
        if person is None:
            return None
        belongs = following.belonging(self.journal, self.library, tree.id, person, self.day)
        sources = recalling.sources(tree, self.journal, self.day, self.library)
        context = Context(day=self.day, person=person, appointment=belongs.appointment, sources=sources)
        interview = Interview(tree, context, reserve=reserve or {})
        questions = extent(tree)
        if not self.front.start(tree.duration, questions.fewest, questions.most, tree.description):
            return None
        self.drafting = Drafting(
            journal=self.journal,
            origin=Origin(
                id=opening.new_id(), begun=opening.now(), programme=belongs.programme, drawn_from=drawn_from
            ),
            stopwatch=Stopwatch(time.monotonic),
        )
        return interview

    def _rescue(self, interview: Interview) -> None:
        """Write a copy where the user says; raises what made it necessary when nowhere is said."""
        if self.drafting is None:
            return
        where = self.front.ask_line(said.ask_rescue_folder(), default=str(Path.home()))
        if not where and self.drafting.refusal is not None:
            raise self.drafting.refusal
        copied = said.rescued(str(self.drafting.rescue(interview, Path(where or ".").expanduser())))
        self.said = [*(sentence for sentence in self.said if sentence != copied), copied]


def _of_tree(draft: Loaded, tree: Tree) -> bool:
    return draft.note is not None and draft.note.head.tree == tree.id


def _text_of(note: Note, path: str) -> Answer | None:
    answer = next((entry.answer for entry in note.entries if entry.path == path), None)
    return answer if isinstance(answer, Words | Items) else None
