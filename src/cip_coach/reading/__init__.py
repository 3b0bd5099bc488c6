"""Reading back: search, recurrence and next steps, over kept notes."""
