"""Where the questions that come with the program lie."""

from pathlib import Path


def shipped_folder() -> Path:
    """The questions that come with the program: inside the wheel, or the repository's folder when editable."""
    inside = Path(__file__).parent.parent / "questions"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "questions"
