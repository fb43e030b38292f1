"""Functions to write by hand: what is asked, in words and numbers. Not how it is graded."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple


class Category(StrEnum):
    """What a case is there to find out, in the order in which cases run and are shown."""

    BASIC = "basic"
    SHAPE = "shape"
    DTYPE = "dtype"
    EDGE = "edge"
    STABILITY = "stability"
    ALIASING = "aliasing"
    TIES = "ties"
    LARGE = "large"


class Returns(StrEnum):
    """The kind of number an answer is made of; its width never decides."""

    FLOAT = "float"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    PLAIN = "plain"
    """No array: numbers, texts, and lists of such, compared for equality."""


class Part(NamedTuple):
    """One array of several that are returned together."""

    name: str
    kind: Returns = Returns.FLOAT


class Parameter(NamedTuple):
    """One argument: its name, what it is, and its default as it stands in the signature."""

    name: str
    meaning: str
    default: str = ""


class Closeness(NamedTuple):
    """How near is right: |got - expected| <= rtol * |expected| + atol * max|expected|.

    For float64; the judge widens both where an input is narrower.
    """

    rtol: float = 1e-7
    atol: float = 1e-9
    floor: float = 0.0
    """Where nothing but 0 is expected: how far off rounding may be. The judge sets it."""


class Limits(NamedTuple):
    """What one submission may use."""

    seconds: float = 3.0
    """Wall-clock for one call, or `factor` times the reference's, whichever is more."""
    factor: float = 100.0
    memory_mib: int = 512
    cpu_seconds: int = 60
    """For all calls together; behind the wall clock, should the parent be stopped."""


USUAL_CLOSENESS, USUAL_LIMITS = Closeness(), Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A function to write: all that the learner is told."""

    name: str
    """Also the name of the function asked for."""
    summary: str
    parameters: tuple[Parameter, ...]
    returns: str
    kind: Returns = Returns.FLOAT
    parts: tuple[Part, ...] = ()
    """For a function that returns a tuple: its arrays, in order; `kind` then says nothing."""
    conventions: tuple[str, ...] = ()
    example: tuple[tuple[str, str], ...] = ()
    """A worked example: what is typed, and what comes back."""
    closeness: Closeness = USUAL_CLOSENESS
    limits: Limits = USUAL_LIMITS

    def call(self, arguments: dict[str, Any]) -> tuple[tuple[Any, ...], dict[str, Any]]:
        """As they are passed: those without a default by position, the rest by name."""
        positional = [p.name for p in self.parameters if not p.default]
        named = {name: value for name, value in arguments.items() if name not in positional}
        return tuple(arguments[name] for name in positional), named

    @property
    def signature(self) -> str:
        """As in `softmax(x, axis=-1)`."""
        parts = (f"{p.name}={p.default}" if p.default else p.name for p in self.parameters)
        return f"{self.name}({', '.join(parts)})"
