"""How quick grading is, as ratios within one run: `python tests/benchmarks/grading.py`.

Commands alternate with what they are compared to, so that both meet the same machine. Nothing here
asserts: read the figures. Best on a machine that does nothing else.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from quizml.grading import fence, syscalls
from quizml.grading.backends import NUMPY, needed, packages
from quizml.grading.readable import readable_paths

ROUNDS, FILES = 15, 200
QUIZML = [sys.executable, "-m", "quizml"]
SOFTMAX = """\
import numpy as np

def softmax(x, axis=-1):
    x = np.asarray(x)
    x = x if x.dtype.kind == "f" else x.astype(float)
    if not x.size:
        return x
    z = np.exp(x - x.max(axis=axis, keepdims=True))
    return z / z.sum(axis=axis, keepdims=True)
"""
FENCE = """
import sys, time
limits = (512 << 20, 60, False)
readable = tuple(sys.argv[1].split(":"))
kernel = Kernel()  # ctypes is there
began = time.perf_counter()
close_outer_ring(readable)
between = time.perf_counter()
close_inner_ring(*limits)
print((between - began) * 1e3, (time.perf_counter() - between) * 1e3, _wrong)
"""


def seconds(command: list[str]) -> float:
    """Wall-clock time of a command."""
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


def one(file: Path) -> None:
    """Grading one small function, against importing numpy."""
    seconds([*QUIZML, "grade", str(file)])  # the first reads the decks
    pairs = []
    for _ in range(ROUNDS):
        bare = seconds([sys.executable, "-c", "import numpy"])
        pairs.append((seconds([*QUIZML, "grade", str(file)]), bare))
    mine, bare = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"grade one function     {mine * 1e3:6.0f} ms = {mine / bare:.2f}x of import numpy")


def many(folder: Path) -> None:
    """A folder of submissions two at a time, against running each file."""
    files = sorted(folder.glob("*.py"))
    each = sum(seconds([sys.executable, str(file)]) for file in files)
    mine = seconds([*QUIZML, "grade", str(folder), "--jobs", "2", "--no-log"])
    print(f"grade {len(files)} files        {mine:6.1f} s  = {mine / each:.2f}x of running each")


def fences() -> None:
    """Milliseconds that the two rings take to close."""
    parts = (Path(part.__file__).read_text("utf-8") for part in (syscalls, fence))
    lines = "\n".join(parts).splitlines()
    text = "\n".join(line for line in lines if not line.startswith("from quizml.")) + FENCE
    paths = ":".join(readable_paths(needed(NUMPY, packages(NUMPY))))
    found = []
    for _ in range(ROUNDS):
        done = subprocess.run(
            [sys.executable, "-I", "-c", text, paths], capture_output=True, text=True, check=True
        )
        outer, inner, wrong = done.stdout.split(maxsplit=2)
        assert wrong.strip() == "[]", wrong
        found.append((float(outer), float(inner)))
    outer, inner = (statistics.median(column) for column in zip(*found, strict=True))
    print(f"fence                  {outer:6.2f} ms outer ring, {inner:.2f} ms inner ring")


def main() -> None:
    """Print every figure."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"QUIZML_HOME": home, "LANG": "C.UTF-8"}
        folder = Path(home) / "submissions"
        folder.mkdir()
        for number in range(FILES):
            (folder / f"softmax_{number}.py").write_text(SOFTMAX, encoding="utf-8")
        one(folder / "softmax_0.py")
        many(folder)
        fences()


if __name__ == "__main__":
    main()
