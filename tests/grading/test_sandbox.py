"""The fence and the parent's side of it."""

import ast
import os
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from quizml.grading import fence, readable
from quizml.grading.nursery import HERE, PARTS, Nursery, environment, program
from quizml.grading.outcomes import Answered, Ended, Missing, Raised
from quizml.grading.sandbox import Sandbox
from quizml.model.errors import Fault
from quizml.model.exercises import Limits
from quizml.model.verdicts import Verdict

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the fence is Linux's")
SHORT = Limits(seconds=1.0)


@pytest.fixture(scope="module")
def nursery():
    with Nursery() as found:
        yield found


@pytest.fixture
def child(nursery):
    with Sandbox(nursery, SHORT) as sandbox:
        yield sandbox


def call(child, *arguments, seconds=1.0, cap=1 << 16, **named):
    return child.call(arguments, named, seconds=seconds, cap=cap)


def test_the_childs_text_names_nothing_of_ours():
    text = program()
    assert "import quizml" not in text
    assert "from quizml" not in text
    compile(text, "child", "exec")


def test_no_two_files_of_the_childs_text_give_one_name_two_meanings():
    names = [name for part in PARTS for name in top_level_names(HERE / part)]
    assert sorted(names) == sorted(set(names))


def top_level_names(path):
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (n.id for t in targets for n in ast.walk(t) if isinstance(n, ast.Name))


def test_the_environment_is_next_to_nothing(monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "x")
    kept = {name for name in environment() if not name.endswith("_THREADS")}
    assert kept <= {"LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT"}


def test_a_function_answers_and_its_output_is_kept_apart(child):
    assert isinstance(
        child.load("def f(x, *, k=1):\n    print('hi')\n    return x * k\n", "f"), Answered
    )
    outcome = call(child, np.arange(3), k=2)
    np.testing.assert_array_equal(outcome.value, [0, 2, 4])
    assert outcome.output == "hi\n"


def test_a_missing_function_is_missing(child):
    assert isinstance(child.load("x = 1", "f"), Missing)


def test_an_exception_names_the_submissions_own_lines(child):
    child.load("def g(x):\n    return x[5]\n\ndef f(x):\n    return g(x)\n", "f")
    outcome = call(child, (1, 2))
    assert isinstance(outcome, Raised)
    assert outcome.what == (
        "IndexError: tuple index out of range\nline 5, in f: return g(x)\nline 2, in g: return x[5]"
    )


def test_after_an_exception_the_next_case_is_asked(child):
    child.load("def f(x):\n    return 1 / x\n", "f")
    assert isinstance(call(child, 0), Raised)
    assert call(child, 2).value == 0.5


def test_a_hang_ends_in_time_and_for_good(child):
    child.load("def f():\n    while True: pass\n", "f")
    began = time.monotonic()
    outcome = call(child, seconds=0.3)
    assert outcome.verdict is Verdict.TIMEOUT
    assert time.monotonic() - began < 1.0
    assert call(child) is outcome


def test_inputs_come_back_when_asked_for(child):
    child.load("def f(x):\n    x[0] = 9\n    return 1\n", "f")
    outcome = child.call((np.zeros(2),), {}, seconds=1.0, cap=1000, inputs_back=True)
    np.testing.assert_array_equal(outcome.inputs[0], [9, 0])


def test_nothing_is_left_behind():
    with Nursery() as nursery, Sandbox(nursery, SHORT) as sandbox:
        pids = nursery._process.pid, sandbox._pid
        assert nursery.folder.exists()
    assert not nursery.folder.exists()
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_child_that_cannot_start_is_our_fault(monkeypatch):
    monkeypatch.setattr("quizml.grading.nursery.program", lambda: "raise SystemExit('no luck')")
    with pytest.raises(Fault, match="no luck"), Nursery() as nursery:
        Sandbox(nursery, SHORT)


@LINUX
def test_the_fence_is_full_here_and_says_so(child):
    assert child.level == ("full", "")


def test_without_the_fence_the_level_is_honest():
    with Nursery(fence=False) as nursery, Sandbox(nursery, SHORT) as sandbox:
        level, why = sandbox.level
    assert level == "limits"
    assert why


DEEDS = {
    "read a file": "open(canary).read()",
    "list a folder": "os.listdir('/')",
    "write a file": "open('x', 'w')",
    "make a folder": "os.mkdir('x')",
    "change a mode": "os.chmod(canary, 0o777)",
    "delete a file": "os.remove(canary)",
    "fork": "os.fork()",
    "run a program": "os.execv('/bin/true', ['true'])",
    "open a socket": "socket.socket()",
    "make a socket pair": "socket.socketpair()",
    "signal the parent": "os.kill(os.getppid(), 0)",
    "signal a group": "os.killpg(os.getpgid(os.getppid()), 0)",
    "leave the session": "os.setsid()",
    "allow a core": "libc('prctl', 4, 1)",
    "forget the parent": "libc('prctl', 1, 0)",
    "make memory files": "os.memfd_create('x')",
    "watch files": "libc('inotify_init1', 0)",
    "make shared memory": "libc('shmget', 1, 4096, 0o1600)",
    "trace": "libc('ptrace', 0, 0, 0, 0)",
    "make namespaces": "libc('unshare', 0x10000000)",
    "raise limits": "resource.prlimit(0, resource.RLIMIT_FSIZE, (1, 1))",
    "use io_uring": "raw(425, 8, 0)",
    "open by handle": "raw({'x86_64': 304, 'aarch64': 265}[os.uname().machine], 0, 0, 0)",
}
DEED = """
import ctypes, os, resource, socket
lib = ctypes.CDLL(None, use_errno=True)

def check(result):
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))

def libc(name, *arguments):
    check(getattr(lib, name)(*map(ctypes.c_long, arguments)))

def raw(number, *arguments):
    check(lib.syscall(number, *map(ctypes.c_long, arguments)))

def f(canary):
    {deed}
"""


@LINUX
@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_the_fence_refuses(child, deed, tmp_path):
    canary = tmp_path / "canary"
    canary.write_text("secret")
    assert isinstance(child.load(DEED.format(deed=deed), "f"), Answered)
    outcome = call(child, str(canary))
    assert isinstance(outcome, Raised), outcome
    assert outcome.verdict is Verdict.FORBIDDEN, outcome.what
    assert canary.read_text() == "secret"


@LINUX
def test_quizml_itself_cannot_be_read(child):
    text = "def f(path):\n    return open(path).read()\n"
    child.load(text, "f")
    outcome = call(child, str(Path(readable.__file__)))
    assert outcome.verdict is Verdict.FORBIDDEN


@LINUX
def test_numpy_works_behind_the_fence(child):
    child.load(
        "import numpy as np\n"
        "def f(x):\n"
        "    u, s, v = np.linalg.svd(x)\n"
        "    y = np.fft.ifft(np.fft.fft(x)).real\n"
        "    return np.abs((u * s) @ v - y).max() + np.random.default_rng(0).random() * 0\n",
        "f",
    )
    assert call(child, np.arange(9.0).reshape(3, 3)).value < 1e-9


@LINUX
def test_a_wrong_architecture_and_x32_are_killed():
    program = fence.seccomp_program("x86_64", 1234)
    assert len(program) % 8 == 0
    assert len(program) // 8 < 256
    assert fence.seccomp_program("aarch64", 1234) != program


def test_what_surrounds_a_hidden_folder_stays_readable(tmp_path):
    for name in ("lib/a", "lib/site/quizml", "lib/site/numpy"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "lib/site/loop").symlink_to(tmp_path)
    hidden = tmp_path / "lib/site/quizml"
    found = readable.around(tmp_path / "lib", hidden)
    assert found == [tmp_path / "lib/a", tmp_path / "lib/site/numpy"]
    assert readable.around(hidden, hidden) == []
    assert readable.around(tmp_path / "lib/a", hidden) == [tmp_path / "lib/a"]


def test_a_forked_process_does_not_outlive_the_limits_level():
    text = (
        "import os, time\n"
        "def f():\n"
        "    if os.fork() == 0:\n"
        "        os.setsid()\n"
        "        time.sleep(60)\n"
        "        os._exit(0)\n"
        "    return 1\n"
    )
    with Nursery(fence=False) as nursery, Sandbox(nursery, SHORT) as sandbox:
        sandbox.load(text, "f")
        outcome = call(sandbox)
        assert isinstance(outcome, Answered | Raised | Ended)
        folder = str(nursery.folder)
    for process in Path("/proc").glob("[0-9]*"):
        try:
            assert not str((process / "cwd").readlink()).startswith(folder)
        except OSError:
            continue
