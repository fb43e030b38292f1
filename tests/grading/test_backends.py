"""Submissions written with PyTorch and JAX, by the same exercises and behind the same fence."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from quizml.grading import backends
from quizml.grading.annotations import backend_of
from quizml.grading.backends import BACKENDS
from quizml.grading.grade import Grader, Options
from quizml.grading.nursery import Nursery
from quizml.grading.submissions import Submission, read
from quizml.model.errors import BadInput
from quizml.model.verdicts import Verdict

FILES = sorted((Path(__file__).parent.parent / "tensors").glob("*/*.py"))
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the fence is Linux's")


@pytest.fixture(scope="module")
def grader():
    with Grader(Options()) as found:
        yield found


@pytest.fixture(scope="module", params=["torch", "jax"])
def forced(request):
    """A grader of one backend, whatever the annotations say; and the backend."""
    with Grader(Options(backend=request.param)) as found:
        yield found, request.param


def typed(text, name="softmax"):
    return Submission("typed.py", text, (name,))


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_a_right_program_passes_by_its_annotations(grader, path):
    assert backend_of(path.read_text(), path.stem) == path.parent.name
    report = grader.grade(read(path), path.stem)
    assert report.verdict is Verdict.PASSED, report.failure
    assert report.output == ""


def test_the_backend_can_be_named_where_there_are_no_annotations(forced):
    grader, name = forced
    library = {"torch": "torch", "jax": "jax.numpy"}[name]
    cast = {"torch": "x.double()", "jax": "x.astype(float)"}[name]
    text = (
        f"import {library} as lib\n"
        "def softmax(x, axis=-1):\n"
        f"    x = x if 'float' in str(x.dtype) else {cast}\n"
        "    e = lib.exp(x - x.max())\n"
        "    return e / e.sum(axis)[None]\n"
    )
    report = grader.grade(typed(text), "softmax")
    assert report.verdict in (Verdict.WRONG, Verdict.RAISED)
    assert report.categories[0].asked > 0


def test_a_tensor_that_is_changed_in_place_is_seen(grader):
    text = (
        "import torch\n"
        "def softmax(x: torch.Tensor, axis=-1):\n"
        "    if not x.is_floating_point():\n"
        "        x = x.double()\n"
        "    x -= x.amax(axis, keepdim=True)\n"
        "    return torch.exp(x) / torch.exp(x).sum(axis, keepdim=True)\n"
    )
    report = grader.grade(typed(text), "softmax")
    assert report.failure.category == "aliasing"
    assert "`x` was changed" in report.failure.message


DEEDS = {
    "read a file": "open('/etc/passwd').read()",
    "write a file": "open('x', 'w')",
    "fork": "os.fork()",
    "run a program": "os.execv('/bin/true', ['true'])",
    "open a socket": "socket.socket()",
    "signal the parent": "os.kill(os.getppid(), 9)",
    "import quizml": "import quizml",
    "save a tensor": "torch.save(torch.zeros(1), 'x.pt')",
}


@LINUX
@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_the_fence_holds_with_them(forced, deed):
    grader, name = forced
    text = f"import os, socket\nimport {name}\ndef softmax(x, axis=-1):\n    {deed}\n    return x\n"
    report = grader.grade(typed(text), "softmax")
    assert report.sandbox == "full"
    assert report.verdict in (Verdict.FORBIDDEN, Verdict.RAISED), report.failure
    assert "Error" in report.failure.message
    if report.verdict is Verdict.RAISED:
        assert deed.startswith(("import quizml", "torch.save"))


def test_a_file_written_for_a_library_says_which_option_is_missing(grader):
    report = grader.grade(
        typed("import torch\ndef softmax(x, axis=-1):\n    return x\n"), "softmax"
    )
    assert report.verdict is Verdict.RAISED
    assert "--backend torch" in report.failure.cause


@pytest.mark.parametrize("name", ["torch", "jax"])
def test_a_missing_package_is_told_in_one_line(name, monkeypatch):
    real = importlib.util.find_spec
    monkeypatch.setattr(
        backends.importlib.util, "find_spec", lambda n: None if n == name else real(n)
    )
    with pytest.raises(BadInput, match=rf"is not installed beside quizml: .*quizml\[{name}\]"):
        Nursery(BACKENDS[name])


SETPRIV = shutil.which("setpriv")


@pytest.mark.skipif(not SETPRIV or os.geteuid() != 0, reason="needs to become another user")
@pytest.mark.parametrize("name", ["numpy", "torch", "jax"])
def test_an_ordinary_user_gets_the_same_verdicts(name):
    """Root is spared some limits (the number of processes): others must not fail for them."""
    program = (
        "import sys\n"
        "from quizml.grading.grade import Grader, Options\n"
        "from quizml.grading.submissions import Submission\n"
        "with Grader(Options()) as grader:\n"
        "    told = Submission('f.py', sys.stdin.read(), ('softmax',))\n"
        "    report = grader.grade(told, 'softmax')\n"
        "print(report.verdict, report.sandbox, report.failure)\n"
    )
    tests = Path(__file__).parent.parent
    file = "right/softmax/plain.py" if name == "numpy" else f"tensors/{name}/softmax.py"
    may_read = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]  # only files
    other = ["--reuid=nobody", "--clear-groups", *may_read]
    done = subprocess.run(
        [SETPRIV, *other, sys.executable, "-B", "-c", program],
        input=(tests / file).read_text(),
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("passed full"), done.stdout + done.stderr
