"""The child's side: runs a submission behind the fence. Nothing here is trusted once it has run."""

import os
import sys
import time
import types
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from quizml.grading.fence import close_inner_ring, test_fence
from quizml.grading.protocol import HEAD, Unspeakable, frame, pack, unpack
from quizml.grading.tensors import with_arrays

NAME = "submission"
MAX_MESSAGE = 2000
MAX_FRAMES = 8


def read_exactly(source: int, size: int) -> bytes:
    """`size` bytes; the parent having gone ends the process."""
    parts = []
    while size:
        part = os.read(source, min(size, 1 << 20))
        if not part:
            os._exit(0)
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def read_frame(source: int) -> tuple[bytes, bytes, Any]:
    """Nonce, kind and value of the next request."""
    nonce, kind, size = HEAD.unpack(read_exactly(source, HEAD.size))
    return nonce, kind, unpack(read_exactly(source, size))


def write_all(target: int, data: bytes) -> None:
    """Write it whole, however little the pipe takes at a time."""
    view = memoryview(data)
    while view:
        view = view[os.write(target, view) :]


def describe(error: BaseException) -> tuple[Any, ...]:
    """Sort, type, message and frames of an exception from the submission."""
    sort = "memory" if isinstance(error, MemoryError) else "raised"
    if isinstance(error, PermissionError):
        sort = "forbidden"
    try:
        message = str(error)[:MAX_MESSAGE]
    except BaseException:  # noqa: BLE001 - its __str__ is the submission's
        message = ""
    frames: list[tuple[int, str]] = []
    if isinstance(error, SyntaxError) and error.filename == NAME:
        frames.append((error.lineno or 0, ""))
        message = str(error.msg)
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename == NAME:
            frames.append((trace.tb_lineno, code.co_name))
        trace = trace.tb_next
    return sort, type(error).__name__, message, tuple(frames[-MAX_FRAMES:])


def flush() -> None:
    """What was printed leaves before the reply does."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(BaseException):  # the stream may be the submission's own
            stream.flush()


def attempt(work: Callable[[], bytes]) -> tuple[bytes, bytes]:
    """Kind and body of the reply to a request that runs the submission's code."""
    try:
        answer = b"V", work()
    except Unspeakable as unspeakable:
        answer = b"O", pack(str(unspeakable)[:MAX_MESSAGE])
    except BaseException as error:  # noqa: BLE001 - SystemExit and all: it is the submission's
        answer = b"E", pack(describe(error))
    flush()
    return answer


def load(text: str, name: str, backend: str) -> tuple[Any, tuple[bytes, bytes]]:
    """The function called `name` in the submission's text, if there is one; and the reply.

    It takes and returns NumPy's arrays, whatever the backend.
    """
    module = types.ModuleType(NAME)
    sys.modules[NAME] = module

    def run() -> bytes:
        exec(compile(text, NAME, "exec", dont_inherit=True), module.__dict__)  # noqa: S102 - our task
        return b""

    reply = attempt(run)
    function = module.__dict__.get(name)
    if reply[0] == b"V" and not callable(function):
        reply = b"M", b""
    return with_arrays(function, backend), reply


def call(
    function: Any, arguments: tuple[Any, ...], named: Any, inputs_back: bool, cap: int
) -> bytes:
    """The packed answer, and the inputs as they are afterwards if asked for."""
    answer = function(*arguments, **dict(named))
    if getattr(answer, "nbytes", 0) > cap:
        raise Unspeakable(f"an array of shape {answer.shape}, far larger than expected")
    after = (*arguments, *(value for _, value in named)) if inputs_back else ()
    return pack((answer, after))


def timed(function: Any, arguments: tuple[Any, ...], named: Any, repeat: int) -> bytes:
    """Seconds that `repeat` calls took, each with arguments of its own."""
    told = pack((arguments, named))
    fresh = [unpack(told) for _ in range(repeat)]
    began = time.perf_counter()
    for positional, by_name in fresh:
        function(*positional, **dict(by_name))
    return pack(time.perf_counter() - began)


def start(requests: int, replies: int) -> None:
    """Close the inner ring of the fence, test the whole, and say how far that went."""
    nonce, _, (memory, cpu_seconds, threads, canary) = read_frame(requests)
    close_inner_ring(memory, cpu_seconds, threads)
    write_all(replies, frame(nonce, b"R", pack(test_fence(canary))))


def serve(requests: int, replies: int) -> None:
    """Answer requests until there are no more."""
    start(requests, replies)
    function: Any = None
    while True:
        nonce, kind, asked = read_frame(requests)
        if kind == b"L":
            function, reply = load(*asked)
        elif kind == b"T":
            reply = attempt(partial(timed, function, *asked))
        else:
            reply = attempt(partial(call, function, *asked))
            if len(reply[1]) > asked[-1]:
                reply = b"X", pack(len(reply[1]))
        write_all(replies, frame(nonce, *reply))
