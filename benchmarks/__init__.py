"""What measures the program: journals made up for it, and the figures of a run."""
