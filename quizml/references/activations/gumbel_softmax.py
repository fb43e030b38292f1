"""Gumbel-softmax: a sample of a category that can be differentiated."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter
from quizml.references.activations.softmax_temperature import softmax_temperature
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Array = NDArray[Any]
    Floats = NDArray[np.floating]


def gumbel_softmax(
    logits: ArrayLike, rng: Generator, tau: float = 1.0, hard: bool = False
) -> Floats:
    r"""Shares of one along the last axis, of logits' shape: softmax of (logits + g) / tau.

    g = -ln(-ln u) with u = rng.random(shape), one draw for each logit, is Gumbel noise: the place
    of the largest logits + g is a sample of softmax(logits) (the Gumbel-max trick). As tau falls
    to 0 the shares approach that sample, one-hot; as it grows they become equal. With `hard` the
    answer is the one-hot sample itself, which training uses forward together with the soft
    gradient. A logit of -inf is never chosen. Integers become float64.
    Source: Jang, Gu, Poole 2016, arXiv:1611.01144, equations 1 and 2.

    >>> gumbel_softmax([0.0, 5000.0, 0.0], np.random.default_rng(0), hard=True).tolist()
    [0.0, 1.0, 0.0]
    """
    logits = np.asarray(logits)
    noise = -np.log(-np.log(rng.random(logits.shape)))
    perturbed = logits.astype(np.float64) + noise
    shares = softmax_temperature(perturbed, tau)
    if hard:
        classes = np.arange(logits.shape[-1])
        shares = (classes == perturbed.argmax(axis=-1)[..., None]).astype(np.float64)
    return shares.astype(logits.dtype if logits.dtype.kind == "f" else np.float64)


def _drawn(rng: Generator, logits: Any, **rest: Any) -> Arguments:
    return {"logits": logits, "rng": np.random.default_rng(int(rng.integers(2**32))), **rest}


def _row(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, rng.normal(0, 1, size + 1))


def _rows(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, rng.normal(0, 1, (size, size + 1)))


def _other_tau(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, rng.normal(0, 1, (size, size + 1)), tau=float(rng.choice([0.3, 0.5, 3.0])))


def _hard(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, rng.normal(0, 1, (2 * size, size + 1)), hard=True)


def _block(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, rng.normal(0, 1, (2, size, size + 1)))


def _hard_block(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, rng.normal(0, 1, (2, size, size + 1)), tau=0.5, hard=True)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, rng.normal(0, 1, (size, size + 1)).astype(np.float32))


def _integers(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, rng.integers(-2, 3, (size, size + 1)))


def _no_rows(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, np.zeros((0, size + 1)))


def _equal_logits(rng: Generator, size: int) -> Arguments:
    """The noise alone decides."""
    return _drawn(rng, np.zeros((size, 3)))


def _one_category(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, rng.normal(0, 1, (size, 1)), hard=bool(rng.integers(0, 2)))


def _masked(rng: Generator, size: int) -> Arguments:
    logits = rng.normal(0, 1, (size, size + 2))
    logits[np.arange(size), rng.integers(0, size + 2, size)] = -np.inf
    return _drawn(rng, logits)


def _cold(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, rng.normal(0, 9, (size, size + 1)), tau=0.01)


def _huge(rng: Generator, size: int) -> Arguments:
    level = 1000.0 * float(rng.integers(1, 5)) * float(rng.choice([-1, 1]))
    return _drawn(rng, rng.normal(0, 1, (size, size + 1)) + level)


def _many(rng: Generator, size: int) -> Arguments:
    return _drawn(rng, rng.normal(0, 1, (10 * size, 20 * size)))


def _nothing_hangs_by_a_hair(arguments: Arguments) -> bool:
    """No draw so near 0 or 1 that an epsilon shows, and no two best that are nearly equal."""
    logits = np.asarray(arguments["logits"], dtype=np.float64)
    draws = copy.deepcopy(arguments["rng"]).random(logits.shape)
    if np.any((draws < 1e-5) | (draws > 1 - 1e-5)):
        return False
    best = np.sort(logits - np.log(-np.log(draws)), axis=-1)[..., -2:]
    return logits.shape[-1] < 2 or bool(np.all(best[..., 1] - best[..., 0] > 1e-3))


def _answer(perturbed: Array, tau: float, hard: bool) -> Floats:
    if hard:
        return np.asarray(np.eye(perturbed.shape[-1])[perturbed.argmax(axis=-1)])
    return softmax_temperature(perturbed, tau)


def _without_noise(logits: Array, rng: Generator, tau: float = 1.0, hard: bool = False) -> Floats:  # noqa: ARG001
    return softmax_temperature(logits, tau)


def _upside_down(logits: Array, rng: Generator, tau: float = 1.0, hard: bool = False) -> Floats:
    return _answer(logits + np.log(-np.log(rng.random(logits.shape))), tau, hard)


def _one_logarithm(logits: Array, rng: Generator, tau: float = 1.0, hard: bool = False) -> Floats:
    return _answer(logits - np.log(rng.random(logits.shape)), tau, hard)


def _noise_undivided(logits: Array, rng: Generator, tau: float = 1.0, hard: bool = False) -> Floats:
    noise = -np.log(-np.log(rng.random(logits.shape)))
    return _answer(logits / tau + noise, 1.0, hard)


def _soft(logits: Array, rng: Generator, tau: float = 1.0, hard: bool = False) -> Floats:  # noqa: ARG001
    return gumbel_softmax(logits, rng, tau)


def _one_draw(logits: Array, rng: Generator, tau: float = 1.0, hard: bool = False) -> Floats:
    noise = -np.log(-np.log(rng.random(logits.shape[-1])))
    return _answer(logits + noise, tau, hard)


def _best_logit(logits: Array, rng: Generator, tau: float = 1.0, hard: bool = False) -> Floats:
    return _answer(logits, tau, hard) if hard else gumbel_softmax(logits, rng, tau)


HIDDEN = Hidden(
    Exercise(
        name="gumbel_softmax",
        summary="A softened draw of one category, by Gumbel noise; or the draw itself.",
        parameters=(
            Parameter("logits", "array of any shape, the categories along the last axis"),
            Parameter("rng", "a numpy.random.Generator"),
            Parameter("tau", "the temperature, a number above 0", "1.0"),
            Parameter("hard", "whether to return the one-hot sample itself", "False"),
        ),
        returns="array of logits' shape; floats, and float64 where logits holds integers",
        conventions=(
            "Draw u = rng.random(logits.shape), once; Gumbel noise is g = -ln(-ln u).",
            "The answer is the softmax of (logits + g) / tau along the last axis.",
            "If hard, it is 1.0 where logits + g is largest, and 0.0 elsewhere.",
            "Logits may be as large as 5,000 or as small as -5,000, tau as low as 0.01.",
            "A logit of -inf gets the share 0. There may be no rows; logits come back unchanged.",
            "An epsilon of up to 1e-10 inside the logarithms is accepted, but not needed.",
        ),
        example=(
            (
                "gumbel_softmax(np.zeros(3), np.random.default_rng(1), hard=True)",
                "array([0., 1., 0.])",
            ),
        ),
        closeness=Closeness(rtol=1e-3, atol=1e-5),
    ),
    gumbel_softmax,
    (
        Family(Category.BASIC, "a row of logits", _row),
        Family(Category.BASIC, "a few rows", _rows),
        Family(Category.BASIC, "another temperature", _other_tau, 3),
        Family(Category.BASIC, "hard", _hard),
        Family(Category.SHAPE, "three dimensions", _block),
        Family(Category.SHAPE, "three dimensions, hard", _hard_block, 1),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "no rows", _no_rows, 1),
        Family(Category.EDGE, "equal logits", _equal_logits),
        Family(Category.EDGE, "one category", _one_category, 1),
        Family(Category.EDGE, "a logit of -inf", _masked),
        Family(Category.STABILITY, "a very low temperature", _cold),
        Family(Category.STABILITY, "huge logits", _huge),
        Family(Category.ALIASING, "the logits stay as they were", _rows),
        Family(Category.LARGE, "many rows of many logits", _many, 1),
    ),
    (
        Suspect("no noise is added: this is softmax with a temperature", _without_noise),
        Suspect("the sign of the noise: it is -ln(-ln u)", _upside_down),
        Suspect(
            "-ln u is exponential noise; Gumbel noise takes the logarithm twice", _one_logarithm
        ),
        Suspect("the temperature divides the logits, but not the noise", _noise_undivided),
        Suspect("`hard` is ignored", _soft),
        Suspect("the one-hot is of the logits' maximum, without the noise", _best_logit),
        Suspect("all rows share one draw of noise", _one_draw),
    ),
    fair=_nothing_hangs_by_a_hair,
)
