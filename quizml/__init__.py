"""Machine-learning interview notes as flashcards in the terminal."""

__version__ = "0.1.0"
