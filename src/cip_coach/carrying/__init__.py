"""What leaves the journal, into a file the user names."""
