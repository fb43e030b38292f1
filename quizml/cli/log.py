"""`quizml log`: every answer that was ever given, for the eye or for another program."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from quizml.cli.context import current
from quizml.model.errors import BadInput

if TYPE_CHECKING:
    from quizml.store import LoggedReview

COLUMNS = ("card_id", "review_time", "review_rating", "review_state", "review_duration")
SHOWN = 20
"""Lines of the table that a terminal shows unless told otherwise."""


def log(
    as_csv: Annotated[
        bool, typer.Option("--csv", help=f"{', '.join(COLUMNS)}; times in milliseconds.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="The same, with the id and device of each review.")
    ] = False,
    limit: Annotated[
        int | None,
        typer.Option(min=0, help=f"Only the last N. A terminal shows {SHOWN}, a file has all."),
    ] = None,
) -> None:
    """Show the reviews, oldest first; what was undone is not among them.

    Example: quizml log --csv > reviews.csv
    """
    if as_csv and as_json:
        raise BadInput("--csv and --json: choose one of them")
    if limit is None and not (as_csv or as_json) and sys.stdout.isatty():
        limit = SHOWN
    reviews = current().store().log(limit)
    lines = _csv(reviews) if as_csv else _json(reviews) if as_json else _table(reviews)
    with _reader_may_leave():
        for line in lines:
            sys.stdout.write(line)
        sys.stdout.flush()


@contextmanager
def _reader_may_leave() -> Iterator[None]:
    """`quizml log | head` has seen enough: no error, also none when Python flushes at the end."""
    try:
        yield
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _row(logged: "LoggedReview") -> dict[str, str | int]:
    review = logged.review
    values = (
        review.card,
        round(review.at.timestamp() * 1000),
        review.rating.value,
        review.state.value,
        review.took_ms,
    )
    return dict(zip(COLUMNS, values, strict=True))


def _csv(reviews: "Iterable[LoggedReview]") -> Iterator[str]:
    yield ",".join(COLUMNS) + "\n"
    for logged in reviews:
        yield ",".join(str(value) for value in _row(logged).values()) + "\n"


def _json(reviews: "Iterable[LoggedReview]") -> Iterator[str]:
    import json  # noqa: PLC0415

    yield "["
    for number, logged in enumerate(reviews):
        row = {"id": logged.id, **_row(logged), "device": logged.device}
        yield f"{',' if number else ''}\n  {json.dumps(row, ensure_ascii=False)}"
    yield "\n]\n"


def _table(reviews: "Iterable[LoggedReview]") -> Iterator[str]:
    first = next(iter(reviews), None)
    if first is None:
        yield "No reviews yet; `quizml study` makes some.\n"
        return
    here = current().now().tzinfo
    yield f"{'when':<16}  {'rating':<6}  {'before':<10}  {'took':>7}  card\n"
    for logged in chain([first], reviews):
        review = logged.review
        when = f"{review.at.astimezone(here):%Y-%m-%d %H:%M}"
        rating, state = review.rating.name.lower(), review.state.name.lower()
        took = f"{review.took_ms / 1000:.1f} s"
        yield f"{when}  {rating:<6}  {state:<10}  {took:>7}  {review.card}\n"
