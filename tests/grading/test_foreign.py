"""A deck's own exercises: the reference runs in a fenced child of its own."""

from pathlib import Path

import pytest

from quizml.grading.foreign import foreign
from quizml.grading.grade import Grader, Options
from quizml.grading.nursery import Nursery
from quizml.grading.submissions import Submission
from quizml.model.errors import BadInput
from quizml.model.exercises import Returns
from quizml.model.verdicts import Verdict
from quizml.references.starter import starter

OWN = Path(__file__).parent.parent / "own/stretch/reference.py"
RIGHT = (
    "def rescale(x, low=0.0, high=1.0):\n"
    "    least, most = min(x), max(x)\n"
    "    if least == most:\n"
    "        return [low for _ in x]\n"
    "    return [low + (v - least) / (most - least) * (high - low) for v in x]\n"
)
WRONG = "def rescale(x, low=0.0, high=1.0):\n    return low + (x - x.min()) / (x.max() - x.min())\n"
ONE_CASE = "def rescale_cases(r, s): return [('basic', 'n', {'x': r.random(3)})]\n"


@pytest.fixture(scope="module")
def nursery():
    with Nursery() as found:
        yield found


@pytest.fixture(scope="module")
def grader():
    with Grader(Options(speed=True)) as found:
        yield found


def graded(grader, text, name="rescale", file=OWN):
    return grader.grade(Submission("typed.py", text, (name,)), name, reference=file)


def test_a_right_program_passes(grader):
    report = graded(grader, RIGHT)
    assert report.verdict is Verdict.PASSED, report.failure
    assert report.total == 10
    assert report.sandbox in ("full", "limits")


def test_a_wrong_program_gets_the_smallest_case_and_its_category(grader):
    report = graded(grader, WRONG)
    assert report.verdict is Verdict.WRONG
    assert (report.failure.category, report.failure.case) == ("basic", "another interval")
    assert "high = 2.0" in report.failure.inputs
    assert report.failure.inputs.count(",") <= 6  # shrunk


def test_the_reference_itself_passes(grader):
    assert graded(grader, OWN.read_text()).verdict is Verdict.PASSED


def test_its_own_word_for_as_good_is_heard(grader):
    backwards = "import numpy as np\ndef any_order(x):\n    return np.unique(x)[::-1]\n"
    assert graded(grader, backwards, "any_order").verdict is Verdict.PASSED
    without = "import numpy as np\ndef any_order(x):\n    return np.unique(x)[1:]\n"
    assert graded(grader, without, "any_order").verdict is Verdict.WRONG


def test_the_learner_is_told_what_the_docstring_tells_and_no_code(nursery):
    found = foreign(OWN, "rescale", nursery)
    found.close()
    exercise = found.hidden.exercise
    assert exercise.signature == "rescale(x, low=0.0, high=1.0)"
    assert exercise.kind is Returns.FLOAT
    text = starter(exercise)
    for told in ("(N,) array of floats", "Equal values all become `low`", "array([0., 1.])"):
        assert told in text
    assert "span" not in text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("def rescale(x): return x\n", "defines no function rescale_cases"),
        ("def rescale(x:\n", "reference.py:1: "),
        ("1/0\ndef rescale(x): ...\ndef rescale_cases(r, s): ...\n", "ZeroDivisionError"),
        ("def rescale(x): return x\ndef rescale_cases(r, s): return []\n", "yields no case"),
        (
            "def rescale(x): return x\ndef rescale_cases(r, s): return [('odd', 'n', {})]\n",
            "a case is .category, name, arguments.",
        ),
        (
            f"def rescale(x): return x.y\n{ONE_CASE}",
            "AttributeError",
        ),
        (
            f"def rescale(x): return {{}}\n{ONE_CASE}",
            "type dict",
        ),
    ],
)
def test_a_faulty_reference_is_told_in_one_line(nursery, tmp_path, text, words):
    file = tmp_path / "reference.py"
    file.write_text(text)
    with pytest.raises(BadInput, match=words) as caught:
        foreign(file, "rescale", nursery)
    assert "\n" not in str(caught.value)
    assert str(file) in str(caught.value)


def test_a_reference_cannot_harm_its_user(nursery, tmp_path):
    """A deck from a stranger is run behind the same fence as a submission."""
    file = tmp_path / "reference.py"
    loot = tmp_path / "loot"
    file.write_text(
        f"open({str(loot)!r}, 'w').write('got it')\n"
        "def rescale(x): ...\ndef rescale_cases(r, s): ...\n"
    )
    with pytest.raises(BadInput, match="PermissionError"):
        foreign(file, "rescale", nursery)
    assert not loot.exists()


def test_a_submission_cannot_read_the_reference(grader, tmp_path):
    file = tmp_path / "reference.py"
    file.write_text(OWN.read_text().replace('"""A deck', '"""canary-7141 A deck'))
    text = (
        "import glob, os\n"
        "def rescale(x, low=0.0, high=1.0):\n"
        f"    for path in [{str(file)!r}, *glob.glob('/proc/[0-9]*/mem')]:\n"
        "        try:\n"
        "            print(open(path, 'rb').read(99))\n"
        "        except OSError:\n"
        "            print('refused', len(path) > 0)\n"
        "    return x\n"
    )
    report = graded(grader, text, file=file)
    assert "canary-7141" not in report.output
    assert "refused" in report.output
    assert report.verdict is Verdict.WRONG
    assert file.exists()


def test_a_reference_may_return_several_arrays(grader, tmp_path):
    file = tmp_path / "reference.py"
    text = "import numpy as np\ndef ends(x):\n    return np.sort(x)[:2], np.sort(x)[-2:]\n"
    cases = "def ends_cases(r, s): return [('basic', 'n', {'x': r.random(s + 4)})]\n"
    file.write_text(text + cases)
    assert graded(grader, text, "ends", file).verdict is Verdict.PASSED
    wrong = graded(grader, text.replace("[-2:]", "[-3:-1]"), "ends", file)
    assert wrong.failure.message.startswith("result 2: ")
