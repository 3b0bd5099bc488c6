"""The file of the settings: read, told what is wrong in it, saved. Imported only where there is one."""

from pathlib import Path

from cip_coach.commands.folders import settings_file
from cip_coach.frozen import frozen
from cip_coach.keeping import disk
from cip_coach.keeping.intake import Digest
from cip_coach.problem import Problem, Refused
from cip_coach.settings import Settings, parsed
from cip_coach.terminal import notices
from cip_coach.terminal.messages import problem_line


@frozen
class Written:
    """The file of the settings as it is on the disk; no digest when there is none."""

    path: Path
    text: str = ""
    seen: Digest | None = None
    faults: tuple[Problem, ...] = ()

    def settings(self) -> Settings:
        """What it says."""
        if self.faults:
            return Settings(problems=self.faults, lost=True)
        return parsed(self.text, str(self.path))


def written() -> Written:
    """The file of the settings."""
    place = settings_file()
    if not place.exists():
        return Written(place)
    try:
        data = disk.read(place)
        return Written(place, data.decode("utf-8"), disk.digest(data))
    except UnicodeDecodeError:
        return Written(place, faults=(Problem(str(place), 1, 1, "reglages-pas-utf8"),))
    except Refused as refusal:
        return Written(place, faults=(Problem(str(place), 0, 0, refusal.code, refusal.details),))


def save(before: Written, text: str) -> None:
    """Put `text` in place of what was read in `before`. `Changed` is raised when somebody else wrote."""
    disk.make_folder(before.path.parent)
    disk.save(before.path, text.encode("utf-8"), seen=before.seen)


def settings() -> Settings:
    """The settings in force; what is wrong in the file is said on stderr."""
    found = written().settings()
    notices.tell(*map(problem_line, found.problems))
    return found
