"""Talking to a process that must not be trusted: with a deadline, and never more than a cap."""

from __future__ import annotations

import os
import selectors
import time

from quizml.grading.protocol import HEAD, frame

CHUNK = 1 << 16
OUTPUT_CAP = 1 << 16


class TooLate(Exception):
    """The deadline passed before the reply was whole."""


class Gone(Exception):
    """The other side closed its end."""


class Forged(Exception):
    """Bytes on the reply pipe that are no reply to what was asked."""


class Pipes:
    """Requests out, replies and printed output in."""

    def __init__(self, requests: int, replies: int, printed: int) -> None:
        self._requests, self._replies, self._prints = requests, replies, printed
        for pipe in (requests, replies, printed):
            os.set_blocking(pipe, False)
        self._received = bytearray()
        self._printed = bytearray()
        self._printed_all = 0
        self._selector = selectors.DefaultSelector()
        for pipe in (self._replies, self._prints):
            self._selector.register(pipe, selectors.EVENT_READ)

    def send(self, kind: bytes, body: bytes, seconds: float) -> bytes:
        """Send a request whole; the nonce that its reply must carry."""
        nonce = os.urandom(16)
        left = memoryview(frame(nonce, kind, body))
        deadline = time.monotonic() + seconds
        self._selector.register(self._requests, selectors.EVENT_WRITE)
        try:
            while left:
                if self._requests in self._ready(deadline):
                    left = left[os.write(self._requests, left[:CHUNK]) :]
        except BrokenPipeError:
            raise Gone from None
        finally:
            self._selector.unregister(self._requests)
        return nonce

    def receive(self, nonce: bytes, cap: int, seconds: float) -> tuple[bytes, bytes]:
        """Kind and body of the reply to `nonce`."""
        deadline = time.monotonic() + seconds
        while len(self._received) < HEAD.size:
            self._ready(deadline)
        found, kind, size = HEAD.unpack_from(self._received)
        if found != nonce or size > cap:
            raise Forged
        end = HEAD.size + size
        while len(self._received) < end:
            self._ready(deadline)
        self._drain()
        if len(self._received) != end:
            raise Forged  # more than was asked for
        body = bytes(self._received[HEAD.size :])
        self._received.clear()
        return kind, body

    def printed(self) -> str:
        """What was printed since the last time; what is over the cap was thrown away."""
        self._drain()
        text = self._printed.decode("utf-8", "replace")
        if self._printed_all > OUTPUT_CAP:
            text += "\n… (more was printed)"
        self._printed.clear()
        self._printed_all = 0
        return text

    def _drain(self) -> None:
        """Take what is there already, without waiting; but not for ever from one that floods."""
        for _ in range(64):
            events = self._selector.select(0)
            if not any(self._read(key.fd) for key, _ in events):
                return

    def _ready(self, deadline: float) -> list[int]:
        left = deadline - time.monotonic()
        events = self._selector.select(max(left, 0))
        if left <= 0 and not events:
            raise TooLate
        readable = [key.fd for key, _ in events if key.fd != self._requests]
        for pipe in readable:
            if not self._read(pipe) and pipe == self._replies:
                raise Gone
        if left <= 0:
            raise TooLate
        return [key.fd for key, _ in events]

    def _read(self, pipe: int) -> int:
        try:
            part = os.read(pipe, CHUNK)
        except BlockingIOError:
            return 0
        if not part and pipe == self._prints:
            self._selector.unregister(pipe)
        elif pipe == self._replies:
            self._received += part
        else:
            self._printed_all += len(part)
            self._printed += part[: max(OUTPUT_CAP - len(self._printed), 0)]
        return len(part)

    def close(self) -> None:
        """Close our ends."""
        self._selector.close()
        for pipe in (self._requests, self._replies, self._prints):
            os.close(pipe)
