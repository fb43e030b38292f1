"""Many submissions: some at a time on this machine, or spread over a Dask cluster."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TYPE_CHECKING, Any

from quizml.grading.grade import Grader
from quizml.model.errors import BadInput, Fault, QuizmlError

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizml.grading.grade import Options
    from quizml.grading.submissions import Target
    from quizml.model.verdicts import Report

BATCH = 16
"""At most so many targets go to a worker of a cluster at once."""
CONNECT_SECONDS = 10


def grade_all(
    targets: list[Target],
    options: Options,
    jobs: int = 1,
    on_done: Callable[[Report | QuizmlError], None] = lambda _: None,
) -> list[Report | QuizmlError]:
    """For each target, in their order, a report or why there is none; `jobs` at a time.

    `on_done` hears of each as it comes, in this thread. An interrupt ends what is running.
    """
    crew = _Crew(options)
    pool = ThreadPoolExecutor(jobs)
    futures = {pool.submit(crew.grade, target): place for place, target in enumerate(targets)}
    found: dict[int, Report | QuizmlError] = {}
    try:
        for future in as_completed(futures):
            found[futures[future]] = future.result()
            on_done(future.result())
    finally:
        for future in futures:
            future.cancel()
        crew.disband()
        pool.shutdown()
    return [found[place] for place in range(len(targets))]


class _Crew:
    """A grader for each thread: a zygote dies with the thread that started it."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._mine = threading.local()
        self._all: list[Grader] = []

    def grade(self, target: Target) -> Report | QuizmlError:
        grader: Grader | None = getattr(self._mine, "grader", None)
        if grader is None:
            try:
                grader = self._mine.grader = Grader(self._options)
            except QuizmlError as error:
                return error
            self._all.append(grader)
        try:
            return grader.grade(*target)
        except BadInput as error:
            return error
        except Fault as fault:
            self._mine.grader = None  # what failed once is not asked again
            return fault

    def disband(self) -> None:
        for grader in self._all:
            grader.close()


def grade_on_cluster(
    targets: list[Target],
    options: Options,
    address: str,
    on_done: Callable[[Report | QuizmlError], None] = lambda _: None,
) -> list[Report | QuizmlError]:
    """`grade_all` on the Dask cluster whose scheduler is at `address` (tcp://host:8786).

    Its workers need quizml installed, and fence the submissions as this machine would.
    """
    client = _client(address)
    try:
        batch = max(1, min(BATCH, len(targets) // (2 * len(client.ncores()) or 1)))
        starts = range(0, len(targets), batch)
        futures = {
            client.submit(grade_all, targets[at : at + batch], options, pure=False): at
            for at in starts
        }
        found: dict[int, list[Report | QuizmlError]] = {}
        for future, results in _as_completed(client, futures):
            found[futures[future]] = results
            for result in results:
                on_done(result)
        return [result for at in starts for result in found[at]]
    finally:
        client.close()


def _client(address: str) -> Any:
    try:
        import distributed  # noqa: PLC0415 - an extra
    except ImportError:
        raise BadInput("--dask needs its extra: pip install 'quizml[dask]'") from None
    connect: Any = distributed.Client
    try:
        client: Any = connect(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        what = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise BadInput(f"--dask {address}: no scheduler answers there ({what})") from None
    if not client.ncores():
        client.close()
        raise BadInput(f"--dask {address}: the cluster has no workers")
    return client


def _as_completed(client: Any, futures: dict[Any, int]) -> Any:
    import distributed  # noqa: PLC0415

    finished: Any = distributed.as_completed
    for future in finished(futures, loop=client.loop):
        try:
            yield future, future.result()
        except Exception as error:
            raise Fault(f"a worker of the cluster failed: {error}") from error
