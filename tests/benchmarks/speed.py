"""How quick quizml is, as ratios within one run: `python tests/benchmarks/speed.py`.

A home is made in which 1,000 of the shipped cards have 100,000 reviews (a minute), then commands
alternate with what they are compared to, so that both meet the same machine. Nothing here asserts:
read the figures.
"""

import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from datetime import time as clock
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from quizml.cli.context import Context
from quizml.model.reviews import Memory, Rating, Review, State, Unseen
from quizml.scheduling.days import study_day
from quizml.scheduling.scheduler import Scheduler
from quizml.store import Store
from tests.e2e.terminal import Terminal

CARDS, REVIEWS, ROUNDS, TURNS = 1_000, 100_000, 15, 150
NOW = datetime(2026, 3, 2, 21, tzinfo=UTC)
TERMINAL = "import typer, rich.console, rich.markdown"


def make_store(home: Path) -> None:
    """A hundred reviews of each card over the past year, a tenth of them lapses."""
    scheduler = Scheduler()
    rng = random.Random(1)
    heads = Context().library().heads()
    with Store.open(home / "quizml.db", replay=scheduler.replay) as store:
        for head in heads[:CARDS]:
            card = head.id
            progress: Memory | Unseen = Unseen()
            version = store.standing(card).version
            at = NOW - timedelta(days=400, minutes=rng.randrange(600))
            for _ in range(REVIEWS // CARDS):
                at += timedelta(days=4)
                day = study_day(at, clock(4))
                rating = Rating.AGAIN if rng.random() < 0.1 else Rating.GOOD
                after = scheduler.futures(card, progress, at, day)[rating]
                review = Review(
                    card=card,
                    rating=rating,
                    at=at,
                    day=day,
                    state=progress.state if isinstance(progress, Memory) else State.NEW,
                    took_ms=5000,
                    schedule=after.schedule,
                )
                version = store.record(review, after, version=version)
                progress = after


def seconds(command: list[str]) -> float:
    """Wall time of one run."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def report(name: str, pairs: list[tuple[float, float]], against: str) -> None:
    """Print how the medians compare."""
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{name:<24} {mine * 1e3:6.0f} ms   {mine / other:4.2f} x  python -c {against!r}")


def compared(name: str, command: list[str], against: str) -> None:
    """Run both in turn."""
    base = [sys.executable, "-c", against]
    report(name, [(seconds(command), seconds(base)) for _ in range(ROUNDS)], against)


def first_card() -> tuple[float, float]:
    """Seconds until the first question stands on the screen; and of the imports beside it."""
    start = time.perf_counter()
    with Terminal("study", "--type", "basic") as terminal:
        terminal.wait_for("show answer")
        took = time.perf_counter() - start
        terminal.press("q")
        terminal.finish()
    return took, seconds([sys.executable, "-c", TERMINAL])


def turns(count: int) -> tuple[list[float], float]:
    """Seconds from each rating key to the next question, and the program's peak memory in MB.

    Only bytes are watched while the clock runs: the emulator that draws them is slower than quizml.
    """
    waits = []
    with Terminal("study", "--type", "basic", "--cram") as terminal:
        terminal.wait_for("show answer")
        for _ in range(count):
            terminal.press(" ")
            terminal.wait_for("3 Good")
            terminal.pump(0.02)
            start = time.perf_counter()
            terminal.press("3")
            written = ""
            while "show answer" not in written or "\x1b[?2026l" not in written:
                written += terminal.child.read_nonblocking(65536, timeout=5)
            waits.append(time.perf_counter() - start)
            terminal.feed(written)
        status = Path(f"/proc/{terminal.child.pid}/status").read_text(encoding="ascii")
        terminal.press("q")
        terminal.finish()
    peak = re.search(r"VmHWM:\s+(\d+) kB", status)
    return waits, int(peak[1]) / 1024 if peak else float("nan")


def main() -> None:
    """Print every figure."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        os.environ |= {"QUIZML_HOME": folder, "QUIZML_NOW": NOW.isoformat(), "LANG": "C.UTF-8"}
        quizml = [sys.executable, "-m", "quizml"]
        seconds([*quizml, "due", "--json"])  # the first start parses the decks
        make_store(home)
        compared("quizml --help", [*quizml, "--help"], TERMINAL)
        compared("quizml due --json", [*quizml, "due", "--json"], "import typer")
        report("first card", [first_card() for _ in range(ROUNDS)], TERMINAL)
        waits, peak = turns(TURNS)
        ordered = sorted(waits)
        half, most = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
        print(f"next card after a key     {half * 1e3:5.1f} ms median, {most * 1e3:5.1f} ms p99")
        print(f"peak memory of a session  {peak:5.1f} MB")


if __name__ == "__main__":
    main()
