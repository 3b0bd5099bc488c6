"""`review --csv` and `--export`: notes written into a file that the user names, outside the journal or not."""

from pathlib import Path

from cip_coach.commands import Result
from cip_coach.commands.consulting import Wanted, gathering, notes
from cip_coach.commands.ending import tell
from cip_coach.commands.options import Setting
from cip_coach.commands.rereading import existing_journal
from cip_coach.keeping import disk
from cip_coach.problem import Misused
from cip_coach.terminal import notices
from cip_coach.terminal.messages import review as said


def exported(wanted: Wanted, setting: Setting, *, csv: str | None, markdown: str | None, months_only: bool) -> Result:
    """Write the notes wanted; nothing is ever overwritten, and `-` stands for stdout.

    Raises `Refused` when the file exists or cannot be written.
    """
    name = (csv if csv is not None else markdown) or ""
    if not name.strip():
        raise Misused("fichier-sans-nom")
    gathered = gathering(wanted, existing_journal(setting), setting)
    found = [one.note for one in notes(wanted, gathered)]
    if csv is not None:
        from cip_coach.carrying.spreadsheet import spreadsheet

        written = spreadsheet(found)
    else:
        from cip_coach.carrying.anonymous import anonymous

        written = anonymous(found, months_only=months_only)
    tell(gathered.problems)
    if not found:
        notices.tell(said.nothing_found())
        return Result()
    if name == "-":
        return Result(lines=written.replace("\r\n", "\n").splitlines())
    path = Path(name).expanduser().absolute()
    disk.save(path, written.encode(), seen=None)
    notices.tell(said.file_written(path.name, len(found)))
    if markdown is not None:
        notices.tell(said.read_again_before_sharing())
    return Result()
