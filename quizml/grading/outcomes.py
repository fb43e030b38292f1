"""What can come of one request to the child."""

from dataclasses import dataclass
from typing import Any

from quizml.model.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Answered:
    """The function returned."""

    value: Any
    """As the child sent it: plain arrays and numbers, nothing with a class of its own."""
    inputs: tuple[Any, ...]
    """The arguments afterwards, if they were asked for."""
    seconds: float
    output: str = ""


@dataclass(frozen=True, slots=True)
class Unusable:
    """The function returned something that is no answer at all."""

    what: str
    seconds: float
    output: str = ""


@dataclass(frozen=True, slots=True)
class Raised:
    """The submission raised, and its process goes on."""

    verdict: Verdict
    what: str
    """Type, message and the submission's own lines; escaped."""
    seconds: float
    output: str = ""


@dataclass(frozen=True, slots=True)
class Ended:
    """The process is gone, or was ended by us: nothing more can be asked of it."""

    verdict: Verdict
    what: str
    seconds: float
    output: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """The text runs, but defines no such function."""

    output: str = ""


Outcome = Answered | Unusable | Raised | Ended
