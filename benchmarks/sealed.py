"""`stats` over the same journal, in clear and as a vault: what opening every note costs, once the vault is unlocked.

`python -m benchmarks.sealed JOURNAL` is one run of `stats`; a vault is opened there by the
secret key in `cle.txt` beside it, since what a passphrase costs is meant to be slow, and is not measured.
"""

import importlib.util
import shutil
import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.cases import Place
from benchmarks.measure import Command, in_turn
from benchmarks.table import Line

PLAIN, SEALED = "stats (en clair)", "stats (coffre)"


def lines(place: Place, rounds: int, environment: dict[str, str]) -> list[Line]:
    """The bars of the vault; none, and a word, without pyrage."""
    if importlib.util.find_spec("pyrage") is None:
        print("pyrage : absent, coffre non mesuré", file=sys.stderr)
        return []
    where = place.work / "coffre"
    if not where.exists():
        _seal(place.large, where)
    own = environment | {"PYTHONPATH": str(Path(__file__).parents[1])}
    both = ((PLAIN, place.large), (SEALED, where))
    commands = [Command(name, (place.python, "-m", "benchmarks.sealed", str(root))) for name, root in both]
    found = in_turn(commands, rounds, own)
    plain, sealed = found[PLAIN], found[SEALED]
    detail = f"{sealed.middle * 1e3:.0f} ms contre {plain.middle * 1e3:.0f} ms"
    return [
        Line("stats, coffre ouvert / en clair", sealed.middle / plain.middle, "×", 6, None, detail),
        Line("stats, coffre ouvert, mémoire", sealed.peak, "Mio", 60),
    ]


def _seal(source: Path, where: Path) -> None:
    """A copy of the journal as a vault, its secret key beside it."""
    from cip_coach.keeping import conversion, marker, seal, vault
    from cip_coach.keeping.seal import Seal
    from cip_coach.keeping.shelf import Journal

    shutil.copytree(source, where)
    identity = seal.new_identity()
    where.with_name("cle.txt").write_text(str(identity), encoding="ascii")
    public = identity.to_public()
    found = marker.find(where)
    assert found is not None
    (where / vault.RECIPIENTS).write_text(vault.recipients_text([str(public)]), encoding="utf-8")
    conversion.seal(Journal(where, found, seal=Seal((public,), identity)), lambda *_: None)


def _run(root: Path) -> int:
    from cip_coach import cli
    from cip_coach.commands import unlocking
    from cip_coach.keeping.shelf import Journal

    def unlocked(journal: Journal) -> Journal:
        from cip_coach.keeping import seal

        identity = seal.identity_of(root.with_name("cle.txt").read_text("ascii"))
        return replace(journal, seal=seal.Seal((identity.to_public(),), identity))

    unlocking.unlocked = unlocked
    return cli.main(["stats", "--texte", "--journal", str(root)])


if __name__ == "__main__":
    sys.exit(_run(Path(sys.argv[1])))
