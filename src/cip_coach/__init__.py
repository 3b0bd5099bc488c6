"""cip-coach: self-coaching sessions for French career-integration counsellors."""

__version__ = "0.1.0"
