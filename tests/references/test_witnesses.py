"""References against somebody else's arithmetic, on the very cases that submissions meet.

Each file in `witness/` speaks for one exercise. Its first line says whose arithmetic it is:
SciPy's, scikit-learn's, a published table's, or another derivation of the same number (brute
force, finite differences, counting), and it holds at least one of

- `witness(**arguments)`: what the exercise should return,
- `agrees(answer, **arguments)`: asserts, where several answers are right,

and may hold `GOLDEN`, a list of (arguments, answer) that were computed elsewhere or by hand.
"""

import copy
import importlib.util
from itertools import count, islice
from pathlib import Path

import numpy as np
import pytest

from quizml import references
from quizml.grading.answers import from_reference, is_plain, plain
from quizml.references.hidden import USUAL

CASES = 200
FILES = sorted((Path(__file__).parent / "witness").glob("*.py"))


def module(path):
    spec = importlib.util.spec_from_file_location(f"witness_{path.stem}", path)
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def cases(hidden):
    for seed in count():
        yield from hidden.cases(seed, 1 + (seed + USUAL - 1) % USUAL)


def agree(name, got, want, tolerance, what):
    exercise = references.load(name).exercise
    if is_plain(exercise):
        assert plain(got) == plain(want), what
        return
    parts = [
        answer if exercise.parts else (answer,)
        for answer in (from_reference(exercise, got), from_reference(exercise, want))
    ]
    for mine, theirs in zip(*parts, strict=True):
        assert mine.shape == theirs.shape, what
        np.testing.assert_allclose(mine, theirs, rtol=tolerance, atol=tolerance, err_msg=what)


def is_single(arguments):
    return any(getattr(value, "dtype", None) == np.float32 for value in arguments.values())


def test_every_exercise_has_a_witness_and_every_witness_an_exercise():
    assert {path.stem for path in FILES} == set(references.EXERCISES)


@pytest.mark.parametrize("name", [path.stem for path in FILES])
def test_a_witness_says_whose_arithmetic_it_is(name):
    held = module(Path(__file__).parent / "witness" / f"{name}.py")
    assert held.__doc__
    assert hasattr(held, "witness") or hasattr(held, "agrees")


@pytest.mark.parametrize("name", [path.stem for path in FILES])
def test_the_reference_agrees_with_its_witness(name):
    held = module(Path(__file__).parent / "witness" / f"{name}.py")
    hidden = references.load(name)
    for arguments, want in getattr(held, "GOLDEN", []):
        got = hidden.solve(**copy.deepcopy(arguments))
        agree(name, got, want, getattr(held, "TOLERANCE", 1e-9), f"golden {arguments}")
    for case in islice(cases(hidden), CASES):
        got = hidden.solve(**copy.deepcopy(case.arguments))
        tolerance = 2e-6 if is_single(case.arguments) else getattr(held, "TOLERANCE", 1e-9)
        if hasattr(held, "witness"):
            want = held.witness(**copy.deepcopy(case.arguments))
            agree(name, got, want, tolerance, case.family.name)
        if hasattr(held, "agrees"):
            held.agrees(got, **copy.deepcopy(case.arguments))
