"""A deck's own exercise: its reference runs in a fenced child of its own, never here.

`reference.py` defines, for an exercise `f`, the reference `f` with a docstring in the form of our
starters, and `f_cases(rng, size)`, which yields (category, name, arguments) and draws smaller cases
as `size` falls from 4 to 1. It may define `f_same(arguments, expected, got)`: an empty text where
another answer is as good. The file is read here as text; what it computes comes back as bytes, and
is no more trusted than a submission's answer. Submissions run in other children and reach neither.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.grading.answers import arrays_in
from quizml.grading.escape import escaped
from quizml.grading.outcomes import Answered, Ended, Missing, Raised
from quizml.grading.parsing import parsed
from quizml.grading.sandbox import Sandbox
from quizml.model.errors import BadInput
from quizml.model.exercises import Category, Exercise, Limits, Parameter, Part, Returns
from quizml.references.hidden import USUAL, Arguments, Family, Hidden

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quizml.grading.nursery import Nursery

DRIVER = """

def _quizml_driver(asked, *given):
    import numpy
    if asked == "cases":
        seed, size = given
        drawn = {name}_cases(numpy.random.default_rng(seed), size)
        return [(str(c), str(n), tuple(a.items())) for c, n, a in drawn]
    arguments = dict(given[0])
    if asked == "solve":
        return {name}(**arguments)
    return str({name}_same(arguments, *given[1:]))
"""
KINDS = {"f": Returns.FLOAT, "i": Returns.INTEGER, "u": Returns.INTEGER, "b": Returns.BOOLEAN}
CAP = 1 << 26
SECONDS = 10.0
DRAWS = 50
SHORT = 200


def foreign(path: Path, name: str, nursery: Nursery) -> Foreign:
    """The exercise `name` of the deck whose reference is at `path`; raises BadInput if it errs."""
    try:
        text = path.read_text("utf-8")
        tree = parsed(text)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise BadInput(f"{path}: cannot be read: {error}") from None
    except SyntaxError as error:
        raise BadInput(f"{path}:{error.lineno}: {error.msg}") from None
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    for needed in (name, f"{name}_cases"):
        if needed not in functions:
            raise BadInput(f"{path}: defines no function {needed}")
    return Foreign(path, text, functions[name], f"{name}_same" in functions, nursery)


@dataclass(slots=True)
class Foreign:
    """A child that holds the reference, and what it is asked."""

    path: Path
    text: str
    function: ast.FunctionDef
    has_same: bool
    nursery: Nursery
    hidden: Hidden = field(init=False)
    _child: Sandbox | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self._open()
        try:
            self.hidden = self._hidden()
        except BaseException:
            self.close()
            raise

    def _open(self) -> None:
        self._child = Sandbox(self.nursery, Limits(seconds=SECONDS, cpu_seconds=600))
        if self._child.level[0] == "limits":
            raise self._error("it runs only behind a fence, and this system has none")
        text = self.text + DRIVER.replace("{name}", self.function.name)
        loaded = self._child.load(text, "_quizml_driver")
        if not isinstance(loaded, Answered):
            what = "it does not run" if isinstance(loaded, Missing) else getattr(loaded, "what", "")
            raise self._error(what)

    def _error(self, what: str) -> BadInput:
        line = " / ".join(what.splitlines())
        return BadInput(f"{self.path}: the reference of {self.function.name}: {line}")

    def _ask(self, *asked: Any) -> Any:
        if self._child is None:
            raise self._error("it was closed")
        outcome = self._child.call(asked, {}, seconds=SECONDS, cap=CAP)
        if isinstance(outcome, Answered):
            return outcome.value
        if isinstance(outcome, Raised | Ended):
            raise self._error(outcome.what)
        raise self._error(f"it returned {getattr(outcome, 'what', 'nothing that can be sent')}")

    def _drawn(self, seed: int, size: int) -> list[tuple[Category, str, Arguments]]:
        cases = self._ask("cases", seed, size)
        try:
            drawn = [(Category(c), escaped(n, SHORT), dict(given)) for c, n, given in cases]
            if all(isinstance(name, str) for _, _, given in drawn for name in given):
                return drawn
            raise self._error("the names of arguments have to be texts")
        except (TypeError, ValueError):
            known = ", ".join(Category)
            raise self._error(f"a case is (category, name, arguments), one of {known}") from None

    def _hidden(self) -> Hidden:
        counts: dict[tuple[Category, str], int] = {}
        cases = self._drawn(0, USUAL)
        if not cases:
            raise self._error(f"{self.function.name}_cases yields no case")
        for category, name, _ in cases:
            counts[category, name] = counts.get((category, name), 0) + 1
        order = sorted(counts, key=lambda key: list(Category).index(key[0]))
        families = tuple(Family(c, n, self._maker(c, n), counts[c, n]) for c, n in order)
        return Hidden(
            exercise=self._exercise([self._solve(**arguments) for _, _, arguments in cases]),
            solve=self._solve,
            families=families,
            equivalent=self._same if self.has_same else None,
            text=self.text,
        )

    def _maker(self, category: Category, name: str) -> Callable[[Any, int], Arguments]:
        def make(rng: np.random.Generator, size: int) -> Arguments:
            for _ in range(DRAWS):
                drawn = self._drawn(int(rng.integers(2**62)), size)
                fitting = [found for c, n, found in drawn if (c, n) == (category, name)]
                if fitting:
                    return fitting[int(rng.integers(len(fitting)))]
            raise self._error(f"no case {name!r} at size {size} in {DRAWS} draws")

        return make

    def _solve(self, **arguments: Any) -> Any:
        return self._ask("solve", tuple(arguments.items()))

    def _same(self, arguments: Arguments, expected: Any, got: Any) -> str:
        try:
            said = self._ask("same", tuple(arguments.items()), expected, got)
        except BadInput as error:  # it can be the answer's fault as well
            return f"it could not be compared: {error}"
        return escaped(str(said), SHORT)

    def _exercise(self, answers: list[Any]) -> Exercise:
        """What the learner is told: the reference's signature and docstring, no line of code."""
        told = escaped(ast.get_docstring(self.function) or "")
        spec = self.function.args
        places = [*spec.posonlyargs, *spec.args]
        defaults = ["" for _ in range(len(places) - len(spec.defaults))]
        defaults += [ast.unparse(default) for default in spec.defaults]
        several = isinstance(answers[0], tuple) and any(True for _ in arrays_in(answers[0]))
        parts = answers[0] if several else ()
        return Exercise(
            name=self.function.name,
            summary=told.splitlines()[0] if told else self.function.name,
            parameters=tuple(
                Parameter(place.arg, _said(told, place.arg), default)
                for place, default in zip(places, defaults, strict=True)
            ),
            returns=_said(told, "returns"),
            kind=Returns.PLAIN if parts else _kind(answers),
            parts=tuple(Part(f"result {n}", _kind([p])) for n, p in enumerate(parts, 1)),
            conventions=tuple(re.findall(r"(?m)^\s*- (.+)$", told)),
            example=tuple(re.findall(r"(?m)^\s*>>> (.+)\n\s*(?!>>>)(\S.*)$", told)),
        )

    def close(self) -> None:
        """End the child."""
        if self._child:
            self._child.close()
            self._child = None


def _said(told: str, name: str) -> str:
    found = re.search(rf"(?m)^\s*{re.escape(name)}: (.+)$", told)
    return found.group(1) if found else ""


def _kind(answers: list[Any]) -> Returns:
    kinds = {_of(answer) for answer in answers}
    return kinds.pop() if len(kinds) == 1 else Returns.PLAIN


def _of(answer: Any) -> Returns:
    if isinstance(answer, bool):
        return Returns.BOOLEAN
    if isinstance(answer, float):
        return Returns.FLOAT
    if isinstance(answer, np.ndarray | np.generic):
        return KINDS.get(answer.dtype.kind, Returns.PLAIN)
    return Returns.PLAIN
