"""The grader, tested with programs: right ones, wrong ones, and ones that mean harm."""

import importlib.util
import sys
from pathlib import Path

import pytest

from quizml import references
from quizml.model.verdicts import Verdict
from quizml.references.source import source
from quizml.references.starter import starter

spec = importlib.util.spec_from_file_location("programs", Path(__file__).with_name("programs.py"))
helpers = importlib.util.module_from_spec(spec)
spec.loader.exec_module(helpers)
programs, declared, graded, graded_text = (
    helpers.programs,
    helpers.declared,
    helpers.graded,
    helpers.graded_text,
)

NAMES = sorted(references.EXERCISES)
WRONG, RIGHT = programs("wrong"), programs("right")
DEGENERATE = {
    "zeros": "each(right, np.zeros_like, lambda plain: type(plain)())",
    "ones": "each(right, np.ones_like, lambda plain: type(plain)(1))",
    "a constant": "each(right, lambda a: np.full_like(a, 3), lambda plain: type(plain)(3))",
    "NaN": "each(right, lambda a: np.full(a.shape, np.nan), lambda plain: np.nan)",
    "the input": "arguments[0]",
    "the previous answer": "previous(right)",
    "the shape alone": "each(right, lambda a: np.empty(a.shape), lambda plain: np.nan)",
    "nothing": "None",
}
SHELL = """
import numpy as np
answers = [np.zeros(0)]

def previous(right):
    answers.append(right)
    return answers[-2]

def each(right, of_array, of_plain):
    if isinstance(right, (tuple, list)):
        return type(right)(each(part, of_array, of_plain) for part in right)
    if isinstance(right, (np.ndarray, np.generic)):
        return of_array(np.asarray(right))
    return of_plain(right)

honest = {name}

def {name}(*arguments, **named):
    right = honest(*arguments, **named)
    return {answer}
"""


def named(path):
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", RIGHT, ids=named)
def test_a_right_program_passes(path):
    report = graded(path, path.parent.name)
    assert report.verdict is Verdict.PASSED, report.failure
    assert report.passed == report.total > 20
    assert report.failure is None


@pytest.mark.parametrize("path", WRONG, ids=named)
def test_a_wrong_program_fails_in_the_category_that_it_names(path):
    report = graded(path, path.parent.name)
    assert report.verdict in (Verdict.WRONG, Verdict.RAISED, Verdict.TIMEOUT)
    assert report.failure.category == declared(path).split(":")[0]
    assert report.passed < report.total


@pytest.mark.parametrize("name", NAMES)
def test_each_exercise_has_wrong_and_right_programs(name):
    assert sum(path.parent.name == name for path in WRONG) >= 3
    assert sum(path.parent.name == name for path in RIGHT) >= 2


@pytest.mark.parametrize("name", NAMES)
def test_the_reference_passes_as_a_submission(name):
    assert graded_text(source(references.load(name)), name).verdict is Verdict.PASSED


@pytest.mark.parametrize("name", NAMES)
def test_the_starter_fails(name):
    report = graded_text(starter(references.load(name).exercise), name)
    assert report.verdict is Verdict.RAISED
    assert "NotImplementedError" in report.failure.message
    assert report.passed == 0


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("answer", DEGENERATE.values(), ids=DEGENERATE)
def test_a_degenerate_answer_fails(name, answer):
    text = source(references.load(name)) + SHELL.format(name=name, answer=answer)
    report = graded_text(text, name)
    assert report.verdict in (Verdict.WRONG, Verdict.RAISED)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the fence is Linux's")
def test_nothing_secret_is_in_the_childs_memory():
    """The child's globals, frames and arguments hold the submission and one case, no more."""
    text = (
        "import gc, sys\n"
        "def iou(a, b):\n"
        "    held = [repr(o)[:300] for o in gc.get_objects() if isinstance(o, (dict, tuple))]\n"
        "    bad = [h for h in held if any(w + '(' in h for w in ('Family', 'Suspect'))]\n"
        "    print('secrets', len(bad), 'modules', sum('quizml' in m for m in sys.modules))\n"
        "    print('path', [p for p in sys.path if 'site-packages' in p], sys.argv)\n"
    )
    report = graded_text(text, "iou")
    assert "secrets 0 modules 0" in report.output
    assert "path [] ['-c']" in report.output
