"""The grader, tested with programs: right ones, wrong ones, and ones that mean harm."""

import importlib.util
import sys
import tempfile
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
WRONG, RIGHT, HOSTILE = programs("wrong"), programs("right"), programs("hostile")
DEGENERATE = {
    "zeros": "np.zeros_like(right)",
    "ones": "np.ones_like(right)",
    "a constant": "np.full_like(right, 3)",
    "NaN": "np.full(right.shape, np.nan)",
    "the input": "arguments[0]",
    "the previous answer": "previous(right)",
    "the shape alone": "np.empty(right.shape)",
    "nothing": "None",
}
SHELL = """
import numpy as np
answers = [np.zeros(0)]

def previous(right):
    answers.append(right)
    return answers[-2]

honest = {name}

def {name}(*arguments, **named):
    right = np.asarray(honest(*arguments, **named))
    return {answer}
"""


def folders():
    return set(Path(tempfile.gettempdir()).glob("grade-*"))


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


@pytest.mark.parametrize("path", HOSTILE, ids=lambda p: p.stem)
def test_a_hostile_program_ends_with_its_declared_verdict(path):
    before = folders()
    report = graded(path, "iou")
    assert report.verdict == declared(path), report.failure
    assert report.sandbox in ("full", "limits")
    assert not folders() - before
    shown = repr(report.failure) + report.output
    assert not any(c in report.output + report.failure.message for c in "\x1b\x07\u202e"), shown
    assert len(report.output) <= 4100


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


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("name", NAMES)
def test_verdicts_do_not_flip_from_seed_to_seed(name, seed):
    for path in WRONG:
        if path.parent.name == name and path.stem != "never_removes_chosen":
            report = graded(path, name, seed)
            assert report.failure, path
            assert report.failure.category == declared(path).split(":")[0], (path, report.failure)


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
