"""`quizml grade`, `code` and `reveal`, as a learner meets them."""

import json
from pathlib import Path

import pytest

from quizml.cli.context import Context
from quizml.model.heads import CardId
from quizml.model.reviews import Rating
from quizml.model.verdicts import Verdict

TESTS = Path(__file__).parent.parent
RIGHT = (TESTS / "right/nms/vectorised.py").read_text("utf-8")
WRONG = (TESTS / "wrong/nms/at_least.py").read_text("utf-8")
NMS = CardId("coding-boxes/nms")
SOFTMAX = (TESTS / "right/softmax/plain.py").read_text("utf-8")

BROKEN = (TESTS / "wrong/softmax/no_maximum.py").read_text("utf-8")


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path / "nms.py"


def store():
    return Context().store()


def reviews():
    return [(r.review.card, r.review.rating) for r in store().log()]


def test_passing_at_the_first_try_is_good(quizml, file):
    file.write_text(RIGHT)
    result = quizml("grade", file)
    assert result.exit_code == 0, result.output
    assert "nms: passed, all 31 cases passed" in result.output
    assert "coding-boxes/nms: Good, next in" in result.output
    assert "sandbox: " in result.output
    assert reviews() == [(NMS, Rating.GOOD)]


def test_passing_after_failures_is_hard(quizml, file):
    file.write_text(WRONG)
    failed = quizml("grade", file)
    assert failed.exit_code == 1
    assert "≥" not in failed.output
    assert "IoU exactly at the threshold (edge)" in failed.output
    assert reviews() == []
    file.write_text(RIGHT)
    assert "coding-boxes/nms: Hard" in quizml("grade", file).output
    assert reviews() == [(NMS, Rating.HARD)]
    kept = store().attempts(NMS)
    assert [(a.verdict, a.category) for a in kept] == [
        (Verdict.WRONG, "edge"),
        (Verdict.PASSED, ""),
    ]
    assert kept[0].submission == WRONG


def test_passing_before_it_is_due_is_an_attempt_only(quizml, file):
    file.write_text(RIGHT)
    quizml("grade", file)
    again = quizml("grade", file)
    assert "coding-boxes/nms: not a review, it is due in" in again.output
    assert len(reviews()) == 1
    assert len(store().attempts(NMS)) == 2


def test_json_is_the_documented_object(quizml, file):
    file.write_text(WRONG)
    result = quizml("grade", file, "--json")
    found = json.loads(result.stdout)
    assert list(found) == ["verdict", "sandbox", "results"]
    assert found["verdict"] == "wrong"
    assert found["sandbox"] in ("full", "limits")
    (one,) = found["results"]
    assert set(one) == {
        *("file", "card", "exercise", "function", "verdict", "passed", "total"),
        *("seconds", "reference_seconds", "failure"),
    }
    assert (one["card"], one["exercise"], one["verdict"]) == ("coding-boxes/nms", "nms", "wrong")
    assert set(one["failure"]) == {"case", "category", "message", "inputs", "expected", "got"}
    assert one["failure"]["category"] == "edge"


def test_several_functions_in_a_file_are_each_graded(quizml, file):
    file.write_text(f"{RIGHT}\n{BROKEN}")
    result = quizml("grade", file, "--json")
    assert result.exit_code == 1
    found = {r["exercise"]: r["verdict"] for r in json.loads(result.stdout)["results"]}
    assert found == {"nms": "passed", "softmax": "wrong"}
    only = quizml("grade", file, "--card", "coding-boxes/nms", "--json")
    assert only.exit_code == 0
    assert len(json.loads(only.stdout)["results"]) == 1


def test_a_folder_is_graded_whole_and_a_hang_stops_nobody(quizml, tmp_path):
    (tmp_path / "a.py").write_text("def nms(boxes, scores):\n    while True: pass\n")
    (tmp_path / "b.py").write_text(SOFTMAX)
    (tmp_path / "c.py").write_text("def nms(:\n")
    (tmp_path / "d.py").write_text("x = 1\n")
    result = quizml("grade", tmp_path, "--jobs", 2, "--json")
    assert result.exit_code == 1
    found = [(Path(r["file"]).name, r["verdict"]) for r in json.loads(result.stdout)["results"]]
    assert found == [("a.py", "timeout"), ("b.py", "passed")]
    assert "c.py:1: " in result.stderr
    assert "d.py" not in result.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (None, "there is no such file"),
        ("def nms(boxes:\n", "nms.py:1: '(' was never closed: def nms(boxes:"),
        ("x = 1\n", "nothing to grade: no function has the name of an exercise"),
        ("\0", "not Python"),
    ],
    ids=["no file", "syntax", "nothing", "no text"],
)
def test_what_cannot_be_graded_is_told_in_one_line(quizml, file, text, words):
    if text is not None:
        file.write_text(text)
    result = quizml("grade", file)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "\n" not in result.stderr.strip()
    assert words in result.stderr or text == "\0"


def test_a_card_asked_for_and_missing_is_a_verdict(quizml, file):
    file.write_text("x = 1\n")
    result = quizml("grade", file, "--card", "nms", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["verdict"] == "missing"


def test_an_unknown_card_is_answered_with_the_nearest(quizml, file):
    file.write_text(RIGHT)
    result = quizml("grade", file, "--card", "coding-boxes/nsm")
    assert result.exit_code == 2
    assert "did you mean 'coding-boxes/nms'" in result.stderr


def test_require_sandbox_makes_less_than_full_our_fault(quizml, file, monkeypatch):
    monkeypatch.setattr("quizml.grading.nursery.readable_paths", lambda packages: None)
    file.write_text(RIGHT)
    result = quizml("grade", file, "--require-sandbox")
    assert result.exit_code == 3
    assert "limits" in result.stderr
    assert reviews() == []
    assert store().attempts(NMS) == []
    honest = quizml("grade", file)
    assert "sandbox: limits" in honest.stdout


def test_nothing_that_is_printed_reaches_the_terminal_as_a_control_sequence(quizml, file):
    file.write_text((TESTS / "hostile/prints_escapes.py").read_text("utf-8"))
    result = quizml("grade", file)
    assert result.exit_code == 1
    assert not any(c in result.output for c in "\x1b\x07\u202e")
    assert "[red]x[/red]" in result.output


def test_a_seed_makes_a_run_repeatable(quizml, file):
    file.write_text(WRONG)
    first, second = (quizml("grade", file, "--seed", 5, "--json").stdout for _ in range(2))
    keep = [json.loads(text)["results"][0]["failure"] for text in (first, second)]
    assert keep[0] == keep[1]


def test_a_starter_is_written_once_and_never_over(quizml, file):
    assert quizml("code", "nms").exit_code == 0
    text = file.read_text()
    assert "def nms(boxes, scores, iou_threshold=0.5):" in text
    file.write_text(text + "# mine\n")
    again = quizml("code", "coding-boxes/nms")
    assert again.exit_code == 2
    assert "is there already" in again.stderr
    assert file.read_text().endswith("# mine\n")


def test_a_starter_goes_where_it_is_told(quizml, tmp_path):
    assert quizml("code", "iou", "--dir", tmp_path / "new" / "folder").exit_code == 0
    assert (tmp_path / "new" / "folder" / "iou.py").exists()


def test_the_reference_is_shown_only_once_earned(quizml, file):
    early = quizml("reveal", "nms")
    assert early.exit_code == 1
    assert "np." not in early.output
    file.write_text(RIGHT)
    quizml("grade", file)
    late = quizml("reveal", "nms")
    assert late.exit_code == 0
    assert "def nms(boxes" in late.stdout
    assert "def iou(" in late.stdout


def test_giving_up_counts_as_again_once(quizml):
    first = quizml("reveal", "softmax", "--give-up")
    assert first.exit_code == 0
    assert "def softmax(" in first.stdout
    assert quizml("reveal", "softmax").exit_code == 0
    assert reviews() == [("coding-activations/softmax", Rating.AGAIN)]


def test_help_names_an_example_and_loads_no_numpy(program):
    shown = program("grade", "--help")
    assert "Example: quizml grade nms.py --watch" in shown.stdout
    assert "--seed" not in shown.stdout
