"""Many files at once, and what `quizml grade` writes for other programs."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from quizml.cli.context import Context
from quizml.model.heads import CardId

TESTS = Path(__file__).parent.parent
SOFTMAX = (TESTS / "right/softmax/plain.py").read_text("utf-8")
BROKEN = (TESTS / "wrong/softmax/no_maximum.py").read_text("utf-8")
ESCAPES = (TESTS / "hostile/prints_escapes.py").read_text("utf-8")
HANGS = "def softmax(x, axis=-1):\n    while True: pass\n"
CRASHES = "import ctypes\ndef softmax(x, axis=-1):\n    ctypes.string_at(0)\n"
TORN = "def softmax(:\n"

ALLOWED = {
    "testsuites": {"name", "tests", "failures", "errors", "time"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time", "timestamp"},
    "testcase": {"name", "classname", "time"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "system-out": set(),
}
"""Of the schema that Jenkins publishes, what we use."""
INSIDE = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase"},
    "testcase": {"failure", "error", "system-out"},
}


def suites(path: Path) -> dict[str, ET.Element]:
    """The suites of a JUnit file by name, its structure and its counts checked."""
    root = ET.parse(path).getroot()
    assert root.tag == "testsuites"
    for element in root.iter():
        assert set(element.attrib) == ALLOWED[element.tag]
        assert {child.tag for child in element} <= INSIDE.get(element.tag, set())
    for suite in root:
        assert int(suite.get("tests")) == len(suite)
        assert int(suite.get("failures")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("errors")) == len(suite.findall("testcase/error"))
        assert float(suite.get("time")) >= 0
    for key in ("tests", "failures", "errors"):
        assert int(root.get(key)) == sum(int(suite.get(key)) for suite in root)
    return {Path(suite.get("name")).name: suite for suite in root}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A folder of a good, a hanging, a crashing and a torn submission."""
    folder = tmp_path / "course"
    folder.mkdir()
    for name, text in (("a", SOFTMAX), ("b", HANGS), ("c", CRASHES), ("d", TORN)):
        (folder / f"{name}.py").write_text(text)
    return folder


def test_one_that_hangs_or_dies_never_stops_the_others(quizml, course, tmp_path):
    xml, marks = tmp_path / "out" / "junit.xml", tmp_path / "results.json"
    result = quizml("grade", course, "--jobs", 2, "--junit", xml, "--gradescope", marks, "--json")
    assert result.exit_code == 1, result.output
    assert "d.py:1: " in result.stderr
    found = {Path(r["file"]).name: r["verdict"] for r in json.loads(result.stdout)["results"]}
    assert found["a.py"] == "passed"
    assert found["b.py"] == "timeout"
    assert found["c.py"] in ("raised", "forbidden")

    known = suites(xml)
    assert list(known) == ["a.py", "b.py", "c.py", "d.py"]
    assert known["a.py"].find("testcase/failure") is None
    assert known["a.py"].find("testcase").get("name") == "softmax"
    assert known["b.py"].find("testcase/failure").get("type") == "timeout"
    assert "no answer within" in known["b.py"].find("testcase/failure").get("message")
    assert known["c.py"].find("testcase/failure").get("type") == found["c.py"]
    assert "d.py:1: " in known["d.py"].find("testcase/error").get("message")

    told = json.loads(marks.read_text("utf-8"))
    assert set(told) == {"execution_time", "output", "visibility", "tests"}
    for test in told["tests"]:
        assert set(test) == {"name", "score", "max_score", "status", "output", "visibility"}
        assert 0 <= test["score"] <= test["max_score"] == 1
        assert test["visibility"] == "visible"
        assert (test["status"] == "passed") == (test["score"] == 1)
    assert [test["status"] for test in told["tests"]] == ["passed", "failed", "failed", "failed"]
    assert told["output"] == "1 of 4 passed"


def test_the_share_of_cases_that_passed_is_the_mark(quizml, tmp_path):
    (tmp_path / "softmax.py").write_text(BROKEN)
    quizml("grade", tmp_path / "softmax.py", "--gradescope", tmp_path / "results.json")
    (test,) = json.loads((tmp_path / "results.json").read_text())["tests"]
    assert test["name"].endswith("softmax.py: softmax")
    assert 0 < test["score"] < 1
    assert test["status"] == "failed"
    assert "expected:" in test["output"]
    assert "of " in test["output"]


def test_what_a_submission_prints_is_harmless_in_every_file(quizml, tmp_path):
    file = tmp_path / "nms\x1b[31m.py"
    file.write_text(ESCAPES)
    xml, marks = tmp_path / "junit.xml", tmp_path / "results.json"
    result = quizml("grade", file, "--junit", xml, "--gradescope", marks, "--json")
    assert result.exit_code == 1
    for text in (xml.read_text("utf-8"), marks.read_text("utf-8"), result.stdout):
        assert not any(character in text for character in "\x1b\x07\x00\u202e\x9b")
    assert json.loads(result.stdout)["results"][0]["file"] == str(file)
    assert "[31m" in suites(xml)[r"nms\x1b[31m.py"].get("name")
    assert "\x1b" not in quizml("grade", file).output


def test_a_file_that_cannot_be_read_still_gives_results(quizml, tmp_path):
    file = tmp_path / "softmax.py"
    file.write_text(TORN)
    xml, marks = tmp_path / "junit.xml", tmp_path / "results.json"
    result = quizml("grade", file, "--junit", xml, "--gradescope", marks)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert suites(xml)["softmax.py"].get("errors") == "1"
    (test,) = json.loads(marks.read_text())["tests"]
    assert (test["score"], test["status"]) == (0, "failed")
    assert "softmax.py:1: " in test["output"]


@pytest.mark.parametrize("option", ["--junit", "--gradescope"])
@pytest.mark.parametrize("where", ["", "/proc/nowhere/x", "a.py/x"])
def test_a_place_that_cannot_be_written_is_told_before_anything_is_graded(
    quizml, tmp_path, monkeypatch, option, where
):
    monkeypatch.chdir(tmp_path)
    Path("a.py").write_text(SOFTMAX)
    result = quizml("grade", "a.py", option, where or tmp_path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert Context().store().attempts(CardId("coding-activations/softmax")) == []


def test_the_results_replace_those_before_and_leave_no_draft(quizml, tmp_path):
    file, xml = tmp_path / "softmax.py", tmp_path / "junit.xml"
    file.write_text(SOFTMAX)
    xml.write_text("before")
    quizml("grade", file, "--junit", xml)
    assert suites(xml)["softmax.py"].get("failures") == "0"
    assert {path.name for path in tmp_path.iterdir()} == {"junit.xml", "softmax.py"}


def test_the_results_may_go_to_a_pipe(program, tmp_path):
    (tmp_path / "softmax.py").write_text(SOFTMAX)
    done = program("grade", tmp_path / "softmax.py", "--gradescope", "/dev/stderr")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stderr)["tests"][0]["status"] == "passed"
    assert Path("/dev/stderr").exists()


def test_a_folder_ends_with_a_table(quizml, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in "abc":
        Path(f"{name}.py").write_text(SOFTMAX)
    Path("d.py").write_text(BROKEN)
    result = quizml("grade", ".", "--jobs", 2)
    assert result.exit_code == 1
    assert "a.py  softmax   passed" in result.stdout
    assert "d.py  softmax   wrong" in result.stdout
    assert "3 of 4 passed" in result.stdout
    assert result.stdout.count("cases passed") == 1
    assert "graded" not in result.stderr


def test_files_of_others_can_be_graded_without_a_trace(quizml, tmp_path):
    (tmp_path / "softmax.py").write_text(SOFTMAX)
    result = quizml("grade", tmp_path / "softmax.py", "--no-log")
    assert result.exit_code == 0
    assert "next in" not in result.stdout
    assert Context().store().attempts(CardId("coding-activations/softmax")) == []
    assert list(Context().store().log()) == []


def test_watching_is_for_the_eye(quizml, tmp_path):
    (tmp_path / "softmax.py").write_text(SOFTMAX)
    result = quizml("grade", tmp_path / "softmax.py", "--watch", "--json")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_a_watched_file_that_never_was_is_told_at_once(quizml, tmp_path):
    result = quizml("grade", tmp_path / "softmax.py", "--watch")
    assert result.exit_code == 2
    assert "there is no such file" in result.stderr


def test_without_a_terminal_watching_works_by_lines(program, tmp_path):
    (tmp_path / "softmax.py").write_text(BROKEN)
    done = program("grade", tmp_path / "softmax.py", "--watch", typed="h\nh\nr\nnonsense\n\nq\n")
    assert done.returncode == 1, done.stderr
    assert "[softmax.py: graded at 21:00:00 in" in done.stdout
    assert done.stdout.count("Hint 1 of") == 1
    assert done.stdout.count("Hint 2 of") == 1
    assert "The reference comes after a pass" in done.stdout
    assert "\x1b" not in done.stdout
    assert len(Context().store().attempts(CardId("coding-activations/softmax"))) == 1


def test_an_end_of_input_ends_watching_with_the_verdict(program, tmp_path):
    (tmp_path / "softmax.py").write_text(SOFTMAX)
    done = program("grade", tmp_path / "softmax.py", "--watch")
    assert done.returncode == 0, done.stderr
    assert "softmax: passed" in done.stdout


def test_a_backend_that_does_not_exist_is_told_with_those_that_do(quizml, tmp_path):
    file = tmp_path / "softmax.py"
    file.write_text("def softmax(x, axis=-1):\n    return x\n")
    result = quizml("grade", file, "--backend", "tensorflow")
    assert result.exit_code == 2
    assert "--backend tensorflow: it is one of numpy, torch, jax" in result.stderr


def test_a_submission_in_torch_is_graded_by_the_same_exercise(quizml, tmp_path):
    file = tmp_path / "softmax.py"
    text = (Path(__file__).parent.parent / "tensors/torch/softmax.py").read_text()
    file.write_text(text.replace(": torch.Tensor", "").replace(" -> torch.Tensor", ""))
    assert "then --backend torch" in quizml("grade", file).output
    assert quizml("grade", file, "--backend", "torch").exit_code == 0


def test_a_folder_is_graded_on_a_cluster(quizml, tmp_path):
    from distributed import LocalCluster

    for n in range(3):
        text = "import numpy as np\ndef softmax(x, axis=-1):\n    return np.ones(x.shape)\n"
        (tmp_path / f"softmax_{n}.py").write_text(text)
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as there:
        address = there.scheduler_address
        result = quizml("grade", tmp_path, "--dask", address, "--no-log", "--json")
    assert result.exit_code == 1, result.output
    assert result.output.count('"verdict": "wrong"') == 4


def test_no_cluster_at_an_address_is_one_line(quizml, tmp_path, monkeypatch):
    monkeypatch.setattr("quizml.grading.many.CONNECT_SECONDS", 0.5)
    (tmp_path / "softmax.py").write_text("def softmax(x, axis=-1):\n    return x\n")
    result = quizml("grade", tmp_path, "--dask", "tcp://127.0.0.1:9")
    assert result.exit_code == 2
    assert "no scheduler answers there" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
