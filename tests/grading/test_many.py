"""Many submissions at once, on this machine and on a cluster of worker processes."""

import socket
import time

import pytest
from distributed import LocalCluster

from quizml.grading import early, nursery
from quizml.grading.grade import Grader, Options
from quizml.grading.many import grade_all, grade_on_cluster
from quizml.grading.submissions import Submission, Target
from quizml.model.errors import BadInput, Fault
from quizml.model.verdicts import Verdict

RIGHT = (
    "import numpy as np\n"
    "def softmax(x, axis=-1):\n"
    "    e = np.exp(x - x.max(axis=axis, keepdims=True))\n"
    "    return e / e.sum(axis=axis, keepdims=True)\n"
)
WRONG = "import numpy as np\ndef softmax(x, axis=-1):\n    return np.zeros(x.shape)\n"
HANGS = "def softmax(x, axis=-1):\n    while True: pass\n"
DIES = "import os\ndef softmax(x, axis=-1):\n    os._exit(3)\n"
TEXTS = [RIGHT, WRONG, HANGS, DIES, RIGHT, RIGHT]
VERDICTS = [
    *(Verdict.PASSED, Verdict.WRONG, Verdict.TIMEOUT, Verdict.RAISED),
    *(Verdict.PASSED, Verdict.PASSED),
]


def targets(texts):
    return [
        Target(Submission(f"{n}.py", text, ("softmax",)), "softmax") for n, text in enumerate(texts)
    ]


@pytest.mark.parametrize("jobs", [1, 3])
def test_every_target_gets_its_report_in_order_whatever_the_others_do(jobs):
    heard = []
    reports = grade_all(targets(TEXTS), Options(), jobs, heard.append)
    assert [report.verdict for report in reports] == VERDICTS
    assert [report.file for report in reports] == [f"{n}.py" for n in range(len(TEXTS))]
    assert sorted(report.file for report in heard) == [report.file for report in reports]


def test_our_own_fault_is_told_for_each_target_and_stops_nobody(monkeypatch):
    monkeypatch.setattr(nursery, "program", lambda: "raise SystemExit('no luck')")
    found = grade_all(targets([RIGHT, RIGHT]), Options(), 1)
    assert [type(one) for one in found] == [Fault, Fault]
    assert "no luck" in str(found[0])


def test_an_interrupt_ends_what_runs():
    def interrupt(_):
        raise KeyboardInterrupt

    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        grade_all(targets([RIGHT, HANGS, *[RIGHT] * 40]), Options(), 2, interrupt)
    assert time.monotonic() - began < 2.5  # a hang alone is given 3 seconds


def test_a_grader_asks_every_submission_the_same_cases():
    with Grader(Options()) as grader:
        first = grader.grade(*targets([WRONG])[0])
        again = grader.grade(*targets([WRONG])[0])
    assert first.failure == again.failure
    assert first.failure.inputs


def test_a_zygote_started_early_is_the_one_that_is_used():
    early.start()
    waiting = early._waiting[-1]
    with Grader(Options()) as grader:
        assert grader._nurseries["numpy"] is waiting
        assert grader.grade(*targets([RIGHT])[0]).verdict is Verdict.PASSED
    assert waiting._process.poll() is not None


@pytest.fixture(scope="module")
def cluster():
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0") as found:
        yield found


def test_a_cluster_of_worker_processes_gives_the_same_reports(cluster):
    heard = []
    reports = grade_on_cluster(targets(TEXTS), Options(), cluster.scheduler_address, heard.append)
    assert [report.verdict for report in reports] == VERDICTS
    assert [report.file for report in reports] == [f"{n}.py" for n in range(len(TEXTS))]
    assert {report.sandbox for report in reports} == {reports[0].sandbox}
    assert len(heard) == len(TEXTS)


def test_no_scheduler_at_the_address_is_told_in_one_line(monkeypatch):
    monkeypatch.setattr("quizml.grading.many.CONNECT_SECONDS", 0.5)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(BadInput, match="no scheduler answers there"):
        grade_on_cluster(targets([RIGHT]), Options(), f"tcp://127.0.0.1:{port}")


def test_a_cluster_without_workers_is_told(cluster):
    with (
        LocalCluster(n_workers=0, dashboard_address="127.0.0.1:0") as empty,
        pytest.raises(BadInput, match="no workers"),
    ):
        grade_on_cluster(targets([RIGHT]), Options(), empty.scheduler_address)


def test_a_missing_extra_is_told_with_the_command_that_adds_it(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(BadInput, match=r"pip install 'quizml\[dask\]'"):
        grade_on_cluster(targets([RIGHT]), Options(), "tcp://127.0.0.1:1")
