"""What can come of one request to the child."""

from typing import Any, NamedTuple

from quizml.model.verdicts import Verdict


class Answered(NamedTuple):
    """The function returned."""

    value: Any
    """As the child sent it: plain arrays and numbers, nothing with a class of its own."""
    inputs: tuple[Any, ...]
    """The arguments afterwards, if they were asked for."""
    seconds: float
    output: str = ""


class Unusable(NamedTuple):
    """The function returned something that is no answer at all."""

    what: str
    seconds: float
    output: str = ""


class Raised(NamedTuple):
    """The submission raised, and its process goes on."""

    verdict: Verdict
    what: str
    """Type, message and the submission's own lines; escaped."""
    seconds: float
    output: str = ""


class Ended(NamedTuple):
    """The process is gone, or was ended by us: nothing more can be asked of it."""

    verdict: Verdict
    what: str
    seconds: float
    output: str = ""


class Missing(NamedTuple):
    """The text runs, but defines no such function."""

    output: str = ""


Outcome = Answered | Unusable | Raised | Ended
