"""Whether a verdict depends on the seed: `python tests/benchmarks/flips.py [RUNS]`.

Every right and wrong program is graded with fresh cases, RUNS times (20). Prints each program whose
verdict or failing category was not always the declared one, and how many were asked.
"""

import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path.insert(0, str(TESTS.parent))

from quizml.grading.grade import Grader, Options
from quizml.grading.nursery import Nursery
from quizml.grading.submissions import read


def declared(path: Path) -> str:
    """`passed`, or the category in which it fails."""
    if path.is_relative_to(TESTS / "right"):
        return "passed"
    return path.read_text("utf-8").splitlines()[0].split(":")[1].strip()


def main(runs: int) -> None:
    """Print what flipped."""
    paths = [path for kind in ("right", "wrong") for path in sorted((TESTS / kind).rglob("*.py"))]
    flips: dict[Path, int] = {}
    with Nursery() as nursery:
        for run in range(runs):
            grader = Grader(Options(), nursery)
            for path in paths:
                report = grader.grade(read(path), path.parent.name)
                found = report.failure.category if report.failure else str(report.verdict)
                if found != declared(path):
                    flips[path] = flips.get(path, 0) + 1
                    print(f"run {run}: {path.relative_to(TESTS)}: {found}")
    print(f"{len(paths)} programs, {runs} runs: {len(flips)} with another verdict than declared")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
