"""Weights and gradients to draw, and the cases that the steps of all optimisers share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from quizml.model.exercises import Category
from quizml.references.hidden import Arguments, Family

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import NDArray

    Draw = Callable[..., Arguments]
    """Called with a generator and a shape; with `whole=True` it draws integers."""


def signed(rng: Generator, shape: tuple[int, ...], whole: bool = False) -> NDArray[np.generic]:
    """Numbers of either sign, away from 0."""
    if whole:
        return np.asarray(rng.integers(1, 7, shape) * rng.choice([-1, 1], shape))
    return np.asarray(rng.uniform(0.3, 3, shape) * rng.choice([-1.0, 1.0], shape))


def positive(rng: Generator, shape: tuple[int, ...], whole: bool = False) -> NDArray[np.generic]:
    """Numbers above 0, as sums and averages of squares are."""
    return np.asarray(np.abs(signed(rng, shape, whole)))


def narrow(arguments: Arguments) -> Arguments:
    """The same arguments with their arrays in float32."""
    return {
        name: value.astype(np.float32) if isinstance(value, np.ndarray) else value
        for name, value in arguments.items()
    }


def basic(draw: Draw) -> tuple[Family, ...]:
    """A vector and a matrix of weights."""
    return (
        Family(Category.BASIC, "a few weights", lambda rng, size: draw(rng, (size + 1,)), 4),
        Family(Category.BASIC, "a matrix", lambda rng, size: draw(rng, (size, size + 1)), 3),
    )


def shapes(draw: Draw) -> tuple[Family, ...]:
    """Other shapes, then other types of number."""
    return (
        Family(Category.SHAPE, "one weight", lambda rng, _size: draw(rng, (1,))),
        Family(Category.SHAPE, "kernels", lambda rng, size: draw(rng, (size, 2, 2, 3))),
        Family(Category.DTYPE, "float32", lambda rng, size: narrow(draw(rng, (size, size + 1)))),
        Family(Category.DTYPE, "integers", lambda rng, size: draw(rng, (size, 3), whole=True)),
    )


def empty(draw: Draw) -> Family:
    """A layer without weights."""
    return Family(Category.EDGE, "no weights", lambda rng, size: draw(rng, (0, size)), 1)


def last(draw: Draw) -> tuple[Family, ...]:
    """Inputs that must stay, then many weights."""
    return (
        Family(
            Category.ALIASING,
            "the inputs stay as they were",
            lambda rng, size: draw(rng, (size, size + 1)),
        ),
        Family(Category.LARGE, "many weights", lambda rng, size: draw(rng, (100 * size, 50)), 1),
    )
