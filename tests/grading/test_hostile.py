"""Programs that mean harm: each ends with its verdict, leaves nothing behind and learns nothing."""

import importlib.util
import os
import pwd
import re
import secrets
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from quizml import references
from quizml.cli.context import Context
from quizml.grading.grade import Grader, Options
from quizml.grading.nursery import Nursery
from quizml.grading.submissions import Submission, read
from quizml.model.heads import CardId
from quizml.model.verdicts import Report, Verdict

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="what is left behind is looked for in /proc"
)

spec = importlib.util.spec_from_file_location("programs", Path(__file__).with_name("programs.py"))
helpers = importlib.util.module_from_spec(spec)
spec.loader.exec_module(helpers)

HOSTILE = helpers.programs("hostile")
RIGHT = helpers.TESTS / "right/iou/broadcast.py"
CLASSES = {"forgery", "comparison", "patching", "reading", "exhaustion", "system", "timing"}
VERDICTS = {"forbidden", "wrong", "raised", "timeout", "memory", "missing"}
CARD = CardId("coding-boxes/iou")
LEFT = "left-behind"
"""How every program calls what it tries to leave."""
PORT, KEY = 47113, 0x1EF7
"""Where they would listen, and what they would call their shared memory."""
PATIENCE = 20.0
"""Seconds for one program on a busy machine; the longest is given 5 by the grader."""
AFTERWARDS = (
    "patches_the_graders_loop",
    "rewrites_the_graders_code",
    "patches_array_methods",
    "hooks_the_import",
    "closes_descriptors",
    "fork_bomb",
    "starts_many_small_threads",
)
BY_COMMAND = (
    "floods_the_output",
    "fork_bomb",
    "forges_a_traceback",
    "looks_around_for_files",
    "makes_and_removes_files",
    "names_with_escapes",
    "prints_a_verdict",
    "prints_escapes",
    "signals_everybody",
)


@dataclass(frozen=True)
class Run:
    """What came of one program."""

    report: Report
    left: set[str]
    seconds: float


class Grounds:
    """Folders with nothing in them but canaries, so that whatever is left there can be seen."""

    def __init__(self, folder: Path) -> None:
        self.secret = secrets.token_hex(16)
        self.folder = folder
        self.temp, self.home, self.here = (folder / name for name in ("temp", "home", "here"))
        for place in (self.temp, self.home, self.here):
            place.mkdir()
            (place / "canary.txt").write_text(self.secret)
        self._runs: dict[Path, Run] = {}

    def run(self, path: Path) -> Run:
        """Grade a program, once for all tests."""
        if path not in self._runs:
            before, began = self.traces(), time.monotonic()
            try:
                report = helpers.graded(path, "iou")
            except BaseException:
                helpers.nursery().close()  # the other programs get another
                helpers.nursery.cache_clear()
                raise
            seconds = time.monotonic() - began
            self._runs[path] = Run(report, self.traces() - before, seconds)
        return self._runs[path]

    def traces(self) -> set[str]:
        """Files, processes, sockets and shared memory that a program could have made."""
        homes = (Path("/tmp"), Path("/dev/shm"), Path("/dev/mqueue"), Path("/"))
        own = Path(pwd.getpwuid(os.getuid()).pw_dir)
        found = {str(path) for place in (*homes, own) for path in place.glob(f"{LEFT}*")}
        found |= {str(path) for path in self.folder.rglob("*")}
        return found | set(self._processes()) | set(listeners()) | set(segments())

    def _processes(self) -> Iterator[str]:
        """Our descendants, and whoever stands in our temporary folder."""
        parents, names = {}, {}
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                stat = re.match(r"\d+ \((.*)\) \S+ (\d+)", (entry / "stat").read_text())
                name, parents[entry.name] = stat.groups()
                names[entry.name] = name
                if self.temp in (entry / "cwd").readlink().parents:
                    yield f"process {entry.name} ({name}) in the grader's folder"
            except OSError:
                continue
        ours = {str(os.getpid())}
        while more := {one for one, above in parents.items() if above in ours} - ours:
            ours |= more
        for one in ours - {str(os.getpid())}:
            yield f"process {one} ({names[one]})"


def listeners() -> Iterator[str]:
    for kind in ("tcp", "tcp6", "udp", "udp6", "unix"):
        table = Path("/proc/net", kind)
        for line in table.read_text().splitlines() if table.exists() else ():
            if f":{PORT:04X} " in line or LEFT in line:
                yield f"{kind} socket {line.strip()}"


def segments() -> Iterator[str]:
    for kind in ("shm", "msg", "sem"):
        table = Path("/proc/sysvipc", kind)
        for line in table.read_text().splitlines()[1:] if table.exists() else ():
            if line.split()[0] == str(KEY):
                yield f"{kind} {KEY:#x}"


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grounds]:
    found = Grounds(tmp_path_factory.mktemp("grounds"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(found.temp))
        for name, value in (("TMPDIR", found.temp), ("HOME", found.home), ("CANARY", found.secret)):
            patch.setenv(name, str(value))
        patch.chdir(found.here)
        report = helpers.graded(RIGHT, "iou")
        assert report.verdict is Verdict.PASSED
        if report.sandbox != "full":
            pytest.skip("this system has no full fence")
        yield found
        helpers.nursery().close()
        helpers.nursery.cache_clear()


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from texts_in(list(value.values()))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts_in(one)


def steering(text: str) -> set[str]:
    """The characters of a text that are more than signs on a screen."""
    return {one for one in text if one != "\n" and not one.isprintable()}


def header(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text("utf-8").splitlines()[:3]
    return [tuple(line.removeprefix("# ").partition(": ")[::2]) for line in lines]


every_program = pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)


def test_there_are_sixty_programs_and_five_of_each_class():
    counts = Counter(header(path)[1][1] for path in HOSTILE)
    assert set(counts) == CLASSES
    assert min(counts.values()) >= 5, counts
    assert sum(counts.values()) >= 60


def test_no_two_programs_are_the_same():
    bodies = Counter(path.read_text("utf-8").split("\n", 3)[3] for path in HOSTILE)
    assert not [body for body, times in bodies.items() if times > 1]


@every_program
def test_a_program_says_its_verdict_its_class_and_what_it_tries(path):
    (verdict, declared), (kind, name), _ = header(path)
    assert (verdict, kind) == ("VERDICT", "CLASS")
    assert declared in VERDICTS
    assert name in CLASSES
    what = path.read_text("utf-8").splitlines()[2]
    assert what.startswith("# ")
    assert what.endswith(".")


@every_program
def test_a_hostile_program_ends_with_its_declared_verdict(path, grounds):
    run = grounds.run(path)
    assert run.report.verdict == helpers.declared(path), run.report.failure
    assert run.report.sandbox == "full"
    assert run.report.failure is not None
    assert run.report.passed < run.report.total
    assert run.seconds < PATIENCE


@every_program
def test_a_hostile_program_leaves_no_file_process_socket_or_memory(path, grounds):
    assert not grounds.run(path).left


@every_program
def test_a_hostile_program_shows_nothing_secret_and_steers_no_terminal(path, grounds):
    run = grounds.run(path)
    for text in texts_in(asdict(run.report)):
        assert grounds.secret not in text
        assert not steering(text)
        assert len(text) <= 4100


@pytest.mark.parametrize("name", AFTERWARDS)
def test_after_a_hostile_program_a_right_one_passes_in_the_same_nursery(name, grounds):
    grounds.run(helpers.TESTS / f"hostile/{name}.py")
    assert helpers.graded(RIGHT, "iou").verdict is Verdict.PASSED


def test_without_the_fence_the_canaries_are_found_so_they_can_be_found(grounds):
    path = helpers.TESTS / "hostile/looks_around_for_files.py"
    with Nursery(fence=False) as open_nursery:
        report = Grader(Options(), open_nursery).grade(read(path), "iou")
    assert report.sandbox == "limits"
    assert grounds.secret in report.output


def test_a_grader_of_its_own_takes_everything_with_it(grounds):
    before = grounds.traces()
    with Grader(Options()) as grader:
        grader.grade(read(helpers.TESTS / "hostile/forks_in_every_way.py"), "iou")
        assert grounds.traces() - before
    assert not grounds.traces() - before


def secret_places() -> list[str]:
    reference = Path(references.__file__).with_name("boxes") / "iou.py"
    compiled = Path(importlib.util.cache_from_source(str(reference)))
    above = [Path(f"/proc/{os.getpid()}/{name}") for name in ("mem", "maps", "environ", "cmdline")]
    return [str(path) for path in (reference, compiled, RIGHT, *above) if path.exists()]


@pytest.mark.parametrize("way", ["open(path, 'rb').read(9)", "numpy.fromfile(path, 'u1', 9)"])
def test_nothing_of_ours_can_be_read_even_if_its_place_is_known(way, grounds):
    kept = [*secret_places(), str(grounds.here / "canary.txt"), os.environ["QUIZML_HOME"]]
    text = (
        "import numpy\n"
        "def iou(boxes_a, boxes_b):\n"
        f"    for path in {kept}:\n"
        "        try:\n"
        f"            print('read', path, {way})\n"
        "        except PermissionError:\n"
        "            continue\n"
        "    raise PermissionError('none of it')\n"
    )
    report = helpers.graded_text(text, "iou")
    assert report.verdict is Verdict.FORBIDDEN
    assert report.failure.message.startswith("PermissionError: none of it"), report.output
    assert not report.output


# By the command, as a learner runs it


@pytest.fixture(scope="module")
def learner(grounds, parse_cache: Path) -> Path:
    """A home with a review in it: the card was passed once."""
    home = grounds.folder.with_name("learner")
    home.mkdir()
    (home / "cache").symlink_to(parse_cache)
    done = by_command(RIGHT, home)
    assert done.returncode == 0, done.stdout + done.stderr
    return home


def by_command(path: Path, home: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "quizml", "grade", path, "--card", "iou"],
        env=os.environ | {"QUIZML_HOME": str(home)},
        capture_output=True,
        check=False,
        timeout=60,
    )


def kept(home: Path) -> tuple[list[object], object, int]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUIZML_HOME", str(home))
        context = Context()
        store = context.store()
        found = list(store.log()), store.standing(CARD).progress, len(store.attempts(CARD))
        context.close()
    return found


@pytest.mark.parametrize("name", BY_COMMAND)
def test_by_the_command_it_fails_reviews_nothing_and_prints_plain_text(name, grounds, learner):
    path = helpers.TESTS / f"hostile/{name}.py"
    traces, (log, progress, attempts) = grounds.traces(), kept(learner)
    done = by_command(path, learner)
    out, errors = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == 1, out + errors
    assert out.startswith(f"iou: {helpers.declared(path)}, ")
    assert not errors
    assert not steering(out)
    assert grounds.secret not in out
    assert kept(learner) == (log, progress, attempts + 1)
    assert len(log) == 1
    assert grounds.traces() == traces


FORGED = """

honest_{name} = {name}

def {name}(*arguments, **named):
    import os
    import sys
    import numpy as np
    answer = honest_{name}(*arguments, **named)
    frame = sys._getframe()
    inside = frame.f_back.f_locals
    while "nonce" not in frame.f_locals:
        frame = frame.f_back
    names = frame.f_globals
    if frame.f_locals["kind"] == {kind!r} and inside.get("inputs_back", True):
        reply = names["frame"](frame.f_locals["nonce"], b"V", names["pack"]({body}))
        names["write_all"](frame.f_locals["replies"], reply)
        os._exit(0)
    return answer
"""


@pytest.mark.parametrize("instead", ["np.zeros(3)", "'text'", "[1, 2]", "None"])
def test_an_argument_that_comes_back_as_something_else_was_changed(instead, grounds):
    others = f"v if isinstance(v, np.ndarray) else {instead}"
    body = f"(answer, tuple({others} for v in (*arguments, *named.values())))"
    right = (helpers.TESTS / "right/conv2d").glob("*.py")
    text = min(right).read_text("utf-8") + FORGED.format(name="conv2d", kind=b"C", body=body)
    report = helpers.graded_text(text, "conv2d")
    assert report.verdict in (Verdict.WRONG, Verdict.RAISED), report.failure
    assert report.failure.category == "aliasing"


@pytest.mark.parametrize("seconds", ["5e-324", "float('inf')", "float('nan')", "-1.0"])
def test_a_forged_time_is_no_fault_and_no_verdict(seconds, grounds):
    text = RIGHT.read_text("utf-8") + FORGED.format(name="iou", kind=b"T", body=seconds)
    with Grader(Options(speed=True)) as grader:
        report = grader.grade(Submission("typed.py", text, ("iou",)), "iou")
    assert report.verdict is Verdict.PASSED
