"""What the shell offers after Tab."""

from quizml.cli.context import Context
from quizml.model.errors import QuizmlError


def deck_names(incomplete: str) -> list[str]:
    """Decks whose name begins so; none where they cannot be read."""
    try:
        decks = Context().library().decks
    except QuizmlError:
        return []
    return [deck.name for deck in decks if deck.name.startswith(incomplete)]
