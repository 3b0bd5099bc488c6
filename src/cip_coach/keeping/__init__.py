"""Keeping: notes, the journal folder and the disk. Knows neither trees nor the terminal."""
