"""What can go wrong with a store, each as one line."""

from pathlib import Path

from quizml.model.errors import Fault, QuizmlError
from quizml.model.heads import CardId


class StaleAnswer(QuizmlError):
    """Another session touched the card since it was shown; the answer was not recorded."""

    def __init__(self, card: CardId) -> None:
        super().__init__(f"{card} was answered elsewhere since it was shown: look at it again")
        self.card = card


class Unusable(Fault):
    """The file is no store that this quizml can work with, and stays so until it is replaced."""


class DamagedStore(Unusable):
    """The store cannot be read as it is; the message says how to get the last good copy back."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"{path} is damaged ({why}): `quizml doctor` tells more, "
            "`quizml backup restore` brings back the last good copy"
        )
        self.why = why


class BadBackup(Unusable):
    """The file is no backup that could be restored."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} is no good backup: {why}")
        self.why = why
