"""`review --csv` and `--export`: notes written into a file that the user names, outside the journal or not."""

from pathlib import Path

from cip_coach.commands import Result, unlocking
from cip_coach.commands.consulting import Wanted, gathering, notes
from cip_coach.commands.ending import tell
from cip_coach.commands.options import Setting
from cip_coach.commands.rereading import existing_journal
from cip_coach.keeping import disk, shelf
from cip_coach.problem import Misused
from cip_coach.terminal import notices, progress
from cip_coach.terminal.messages import review as said
from cip_coach.terminal.messages import waiting


def exported(wanted: Wanted, setting: Setting, *, csv: str | None, markdown: str | None, months_only: bool) -> Result:
    """Write the notes wanted; nothing is ever overwritten, and `-` stands for stdout.

    Raises `Refused` when the file exists or cannot be written.
    """
    name = (csv if csv is not None else markdown) or ""
    if not name.strip():
        raise Misused("fichier-sans-nom")
    journal = existing_journal(setting)
    gathered = gathering(wanted, journal, setting)
    most = wanted.limit or sum(1 for _ in shelf.files(journal))  # fewer fit: it ends early
    coming = progress.along(notes(wanted, gathered), most, waiting.reading_notes, simple=setting.simple)
    found = [one.note for one in coming]
    if csv is not None:
        from cip_coach.carrying.spreadsheet import spreadsheet

        written = spreadsheet(found)
    else:
        from cip_coach.carrying.anonymous import anonymous

        with progress.told(waiting.replacing_codes, simple=setting.simple) as advance:
            written = anonymous(found, months_only=months_only, advance=advance)
    tell(gathered.problems)
    if not found:
        notices.tell(said.nothing_found())
        return Result()
    if name == "-":
        return Result(lines=written.replace("\r\n", "\n").splitlines())
    path = Path(name).expanduser().absolute()
    disk.save(path, written.encode(), seen=None)
    notices.tell(said.file_written(path.name, len(found)))
    unlocking.tell_outside(journal)
    if markdown is not None:
        notices.tell(said.read_again_before_sharing())
    return Result()
