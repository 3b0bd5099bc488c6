"""A session at a real terminal, for `test_hangup`: writes what it ends with in the file it is given."""

import sys
import time
from pathlib import Path

from trial_terminal import TODAY, question

from cip_coach.asking.interview import Interview
from cip_coach.asking.steps import Context
from cip_coach.asking.tree import Kind, Tree
from cip_coach.terminal.full import FullScreen
from cip_coach.terminal.hangup import install
from cip_coach.terminal.simple import Plain
from cip_coach.walkthrough import Ports, walk


def main(mode: str, report: Path) -> None:
    kept: list[Interview] = []
    tree = Tree("essai", 1, "Un essai", (question(Kind.TEXT, "Quelle scène\u00a0?"),))
    front: FullScreen | Plain
    if mode == "simple":
        front = Plain(sys.stdin, sys.stdout, today=TODAY, clock=time.monotonic)
    else:
        front = FullScreen(today=TODAY, clock=time.monotonic, environment={})
    with install(), front:
        _, outcome = walk(Interview(tree, Context(TODAY)), front, Ports(kept.append, kept.append))
    drafts = [getattr(answer, "text", "") for answer in kept[-1].reserve.values()] if kept else []
    report.write_text(f"{outcome.name} {front.interrupted} {front.gone} {drafts}", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
