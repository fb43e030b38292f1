"""Structured pruning: the filters of smallest L1 norm go, and what depends on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect
from quizml.references.optimizers._draw import narrow

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Four = tuple[NDArray[np.intp], Floats, Floats, Floats]


def l1_filter_prune(w: ArrayLike, b: ArrayLike, next_w: ArrayLike, ratio: float = 0.5) -> Four:
    r"""The filters kept, by rising index; then w, b and next_w with only these.

    w (F, C, H, W) and b (F,) belong to one convolution, next_w (G, F, H', W') to the one that
    reads its output: that loses its input channels. The $\lfloor \rho F \rfloor$ filters with the
    smallest $\sum |w|$ go; b does not count. Of equal norms those that come first stay. The
    ratio is at least 0 and less than 1, so one filter stays at least.
    Source: Li et al. 2017, arXiv:1608.08710, section 3.1.

    >>> w = np.array([1.0, -3.0, 2.0]).reshape(3, 1, 1, 1)
    >>> kept, w, b, next_w = l1_filter_prune(w, [4.0, 5.0, 6.0], np.ones((2, 3, 1, 1)))
    >>> kept.tolist(), w.ravel().tolist(), b.tolist(), next_w.shape
    ([1, 2], [-3.0, 2.0], [5.0, 6.0], (2, 2, 1, 1))
    """
    w, b, next_w = (np.asarray(a, dtype=np.float64) for a in (w, b, next_w))
    count = len(w) - int(np.floor(ratio * len(w)))
    norms = np.abs(w).reshape(len(w), -1).sum(axis=1)
    kept = np.sort(np.argsort(-norms, kind="stable")[:count])
    return kept, w[kept], b[kept], next_w[:, kept]


def _signed(rng: Generator, *shape: int) -> Floats:
    return np.asarray(rng.uniform(0.3, 3, shape) * rng.choice([-1.0, 1.0], shape))


def _draw(rng: Generator, filters: int, channels: int, side: int = 2, far: int = 2) -> Arguments:
    found = {
        "w": _signed(rng, filters, channels, side, side),
        "b": _signed(rng, filters),
        "next_w": _signed(rng, far, filters, side, side),
    }
    return found | {"ratio": float(rng.choice([0.25, 0.35, 0.65, 0.75]))}


def _default(rng: Generator, size: int) -> Arguments:
    found = _draw(rng, size + 2, 2)
    del found["ratio"]
    return found


def _square(rng: Generator, size: int) -> Arguments:
    """As many filters before as after: the wrong axis of next_w still fits."""
    return _draw(rng, size + 3, 2, far=size + 3)


def _pointwise(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 3, size + 1, side=1)


def _integers(rng: Generator, size: int) -> Arguments:
    """No two norms are equal: the filter at place i is larger by i in one entry."""
    found = _draw(rng, size + 3, 2)
    whole = {name: np.rint(3 * found[name]).astype(np.int64) for name in ("w", "b", "next_w")}
    sizes = rng.permuted(np.tile(np.arange(1, 9), (size + 3, 1)), axis=1)
    sizes[:, 0] += rng.permutation(size + 3)
    whole["w"] = np.sign(whole["w"]) * sizes.reshape(-1, 2, 2, 2)
    return found | whole


def _single(rng: Generator, size: int) -> Arguments:
    return _draw(rng, 1, size)


def _none_go(rng: Generator, size: int) -> Arguments:
    return _draw(rng, size + 2, 2) | {"ratio": float(rng.choice([0.0, 0.01]))}


def _zero_filters(rng: Generator, size: int) -> Arguments:
    """Fewer than are to go."""
    found = _draw(rng, size + 4, 2)
    found["w"][rng.integers(size + 4)] = 0.0
    return found | {"ratio": 0.5}


def _equal(rng: Generator, size: int) -> Arguments:
    """Every filter is one of two, with its entries in another order."""
    found = _draw(rng, 2 * size + 4, 2)
    pattern = rng.permuted(np.tile(np.arange(1.0, 9.0), (2 * size + 4, 1)), axis=1)
    factors = rng.choice([1.0, 2.0], (2 * size + 4, 1))
    return found | {"w": (pattern * factors).reshape(-1, 2, 2, 2)}


def _fair(arguments: Arguments) -> bool:
    """Whether the count is clear, and the norms are clearly apart, or equal sums of integers."""
    w = np.asarray(arguments["w"], dtype=np.float64)
    count = arguments.get("ratio", 0.5) * len(w)
    if 0 < abs(count - np.rint(count)) < 1e-6:
        return False
    gaps = np.diff(np.sort(np.abs(w).reshape(len(w), -1).sum(axis=1)))
    return bool(np.all(w == np.rint(w))) or not np.any(gaps < 1e-4)


def _with(norms: Any, w: Any, b: Any, next_w: Any, ratio: float) -> Four:
    kept = l1_filter_prune(np.reshape(norms, (-1, 1, 1, 1)), b, next_w[:1], ratio)[0]
    return kept, w[kept], b[kept], next_w[:, kept]


def _l2(w: Any, b: Any, next_w: Any, ratio: float = 0.5) -> Four:
    return _with(np.square(w).sum(axis=(1, 2, 3)), w, b, next_w, ratio)


def _sums(w: Any, b: Any, next_w: Any, ratio: float = 0.5) -> Four:
    return _with(np.abs(w.sum(axis=(1, 2, 3))), w, b, next_w, ratio)


def _by_norm(w: Any, b: Any, next_w: Any, ratio: float = 0.5) -> Four:
    kept = l1_filter_prune(w, b, next_w, ratio)[0]
    order = kept[np.argsort(-np.abs(w[kept]).sum(axis=(1, 2, 3)), kind="stable")]
    return order, w[order], b[order], next_w[:, order]


def _largest_go(w: Any, b: Any, next_w: Any, ratio: float = 0.5) -> Four:
    return _with(100 - np.minimum(np.abs(w).sum(axis=(1, 2, 3)), 99), w, b, next_w, ratio)


def _later_left(w: Any, b: Any, next_w: Any, ratio: float = 0.5) -> Four:
    kept, few, biases, _ = l1_filter_prune(w, b, next_w, ratio)
    return kept, few, biases, next_w[kept]


HIDDEN = Hidden(
    Exercise(
        name="l1_filter_prune",
        summary="Structured pruning of a convolution's filters by their L1 norm.",
        parameters=(
            Parameter("w", "(F, C, H, W) array, the filters"),
            Parameter("b", "(F,) array, their biases"),
            Parameter("next_w", "(G, F, H', W') array, the filters of the layer that follows"),
            Parameter("ratio", "the share of the F filters that goes, 0 <= ratio < 1", "0.5"),
        ),
        returns="(kept, w, b, next_w): integers (K,), then three arrays of floats",
        parts=(Part("kept", Returns.INTEGER), Part("w"), Part("b"), Part("next_w")),
        conventions=(
            "The floor(ratio * F) filters with the smallest sum of |w| go; b does not count.",
            "Of equal norms those that come first stay.",
            "kept rises; the shapes are (K, C, H, W), (K,) and (G, K, H', W').",
            "F is at least 1. Integers are allowed; the inputs come back unchanged.",
        ),
        example=(
            (
                "l1_filter_prune(np.array([[[[1.]]], [[[-3.]]]]), [0, 1], np.ones((1, 2, 1, 1)))",
                "(array([1]), array([[[[-3.]]]]), array([1.]), array([[[[1.]]]]))",
            ),
        ),
    ),
    l1_filter_prune,
    (
        Family(Category.BASIC, "half of the filters", _default, 4),
        Family(Category.BASIC, "another ratio", lambda rng, size: _draw(rng, size + 3, 2), 4),
        Family(Category.BASIC, "as many filters in the next layer", _square, 3),
        Family(Category.SHAPE, "1 x 1 kernels", _pointwise),
        Family(Category.SHAPE, "larger kernels", lambda rng, size: _draw(rng, size + 2, 1, 3)),
        Family(Category.DTYPE, "float32", lambda rng, size: narrow(_draw(rng, size + 3, 2))),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.EDGE, "one filter", _single, 1),
        Family(Category.EDGE, "no filter goes", _none_go, 1),
        Family(Category.EDGE, "a filter of zeros", _zero_filters),
        Family(
            Category.ALIASING,
            "the inputs stay as they were",
            lambda rng, size: _draw(rng, size + 3, 2),
        ),
        Family(Category.TIES, "equal norms", _equal, 4),
        Family(Category.LARGE, "many", lambda rng, size: _draw(rng, 16 * size, 8 * size, 3, 8), 1),
    ),
    (
        Suspect("filters are ranked by their L2 norm instead of L1", _l2),
        Suspect("the sum is taken before the absolute value, so weights cancel", _sums),
        Suspect("the right filters, but not by rising index", _by_norm),
        Suspect("the filters of largest norm go instead of the smallest", _largest_go),
        Suspect("the next layer loses filters instead of input channels", _later_left),
    ),
    fair=_fair,
)
