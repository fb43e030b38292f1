"""DropBlock: dropout of square blocks of a feature map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Two = tuple[Floats, NDArray[np.bool_]]


def dropblock(
    x: ArrayLike, p: float, block_size: int, rng: Generator, training: bool = True
) -> Two:
    r"""The output y, of x's shape (N, C, H, W), and the mask of what was kept.

    A place begins a block with probability
    $\gamma = \frac{p}{b^2} \cdot \frac{H W}{(H - b + 1)(W - b + 1)}$, each map by itself, where a
    block of b x b (b = block_size) fits: `rng.random((N, C, H - b + 1, W - b + 1))` is drawn once,
    and where it is below gamma, at (i, j), the block from (i, j) to (i + b - 1, j + b - 1) falls.
    About p of all entries fall, fewer where blocks overlap. y is x where kept, times
    entries / entries kept, counted over all of x; 0 where nothing is kept. At inference y is x.
    Source: Ghiasi, Lin, Le 2018, arXiv:1810.12890, algorithm 1; as torchvision's drop_block2d.

    >>> y, kept = dropblock(np.ones((1, 1, 3, 3)), 0.5, 2, np.random.default_rng(1))
    >>> y[0, 0].tolist(), int(kept.sum())
    ([[1.8, 1.8, 1.8], [0.0, 0.0, 1.8], [0.0, 0.0, 1.8]], 5)
    """
    x = np.asarray(x, dtype=np.float64)
    if not training:
        return x.copy(), np.ones(x.shape, dtype=bool)
    height, width = x.shape[2:]
    down, right = height - block_size + 1, width - block_size + 1
    gamma = p * height * width / (block_size**2 * down * right)
    begins = rng.random((*x.shape[:2], down, right)) < gamma
    kept = np.ones(x.shape, dtype=bool)
    for i in range(block_size):
        for j in range(block_size):
            kept[:, :, i : i + down, j : j + right] &= ~begins
    count = np.count_nonzero(kept)
    return x * kept * (kept.size / count if count else 0.0), kept


def _draw(rng: Generator, x: NDArray[Any], p: float, block_size: int, **how: Any) -> Arguments:
    """A generator under which something falls, and something stays if p is below 1."""
    found: Arguments = {"x": x, "p": p, "block_size": block_size}
    for _ in range(100):
        seed = int(rng.integers(2**32))
        _, kept = dropblock(x, p, block_size, np.random.default_rng(seed))
        if not 0 < p < 1 or 0 < np.count_nonzero(kept) < kept.size:
            break
    return found | {"rng": np.random.default_rng(seed), **how}


def _values(rng: Generator, *shape: int) -> Floats:
    """Away from 0, so that what fell can be seen."""
    return np.asarray(rng.uniform(0.5, 3, shape) * rng.choice([-1.0, 1.0], shape))


def _chance(rng: Generator) -> float:
    return float(rng.choice([0.2, 0.3, 0.4]))


def _maps(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, 2, size, 8, 8), _chance(rng), 3)


def _inference(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, 2, size, 4, 4), 0.3, 2, training=False)


def _wide(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, 2, 2, size + 3, size + 8), _chance(rng), 3)


def _tall(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, 2, 2, size + 9, size + 3), _chance(rng), 2)


def _even_blocks(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, 2, size, 7, 7), _chance(rng), 4)


def _single_precision(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, 2, size, 6, 6).astype(np.float32), _chance(rng), 3)


def _integers(rng: Generator, size: int) -> Arguments:
    return _draw(rng, rng.integers(1, 10, (2, size, 6, 6)), _chance(rng), 3)


def _nothing_falls(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, 1, size, 4, 4), 0.0, 2)


def _everything_falls(rng: Generator, size: int) -> Arguments:
    """Every place begins a block."""
    return _draw(rng, _values(rng, 1, size, 4, 4), 1.0, 1)


def _single_entries(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, 2, size, 5, 5), _chance(rng), 1)


def _whole_maps(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, 2, size + 3, 3, 3), 0.5, 3)


def _all_of_one_map(rng: Generator, size: int) -> Arguments:
    """One map, one block: all of it falls, though p is small. Nothing is left to divide by."""
    x = _values(rng, 1, 1, size, size)
    seeds = (int(seed) for seed in rng.integers(2**32, size=1000))
    seed = next(seed for seed in seeds if np.random.default_rng(seed).random() < 0.3)
    return {"x": x, "p": 0.3, "block_size": size, "rng": np.random.default_rng(seed)}


def _often(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, 2, size, 9, 9), 0.9, 2)


def _many_maps(rng: Generator, size: int) -> Arguments:
    return _draw(rng, _values(rng, 4, 8 * size, 8 * size, 8 * size), 0.1, 5)


def _blocks(x: Any, begins: Any, block_size: int) -> Any:
    kept = np.ones(x.shape, dtype=bool)
    for n, c, i, j in np.argwhere(begins):
        kept[n, c, i : i + block_size, j : j + block_size] = False
    return kept


def _scaled(x: Any, kept: Any) -> Two:
    return x * kept * (kept.size / max(np.count_nonzero(kept), 1)), kept


def _short_gamma(x: Any, p: float, block_size: int, rng: Any, training: bool = True) -> Two:
    if not training:
        raise ValueError("nothing falls")
    shape = *x.shape[:2], *(side - block_size + 1 for side in x.shape[2:])
    return _scaled(x, _blocks(x, rng.random(shape) < p / block_size**2, block_size))


def _by_one_minus_p(x: Any, p: float, block_size: int, rng: Any, training: bool = True) -> Two:
    _, kept = dropblock(x, p, block_size, rng, training)
    if not training:
        raise ValueError("nothing is scaled")
    return x * kept / (1 - p if p < 1 else 1.0), kept


def _shared(x: Any, p: float, block_size: int, rng: Any, training: bool = True) -> Two:
    _, kept = dropblock(x[:, :1], p, block_size, rng, training)
    return _scaled(x, np.broadcast_to(kept, x.shape))


def _not_scaled(x: Any, p: float, block_size: int, rng: Any, training: bool = True) -> Two:
    _, kept = dropblock(x, p, block_size, rng, training)
    return x * kept.astype(float), kept


def _always(x: Any, p: float, block_size: int, rng: Any, training: bool = True) -> Two:
    del training
    return dropblock(x, p, block_size, rng)


HIDDEN = Hidden(
    Exercise(
        name="dropblock",
        summary="DropBlock: dropout of square blocks of feature maps.",
        parameters=(
            Parameter("x", "(N, C, H, W) array, floats or integers"),
            Parameter("p", "the share of entries to drop, from 0 to 1"),
            Parameter("block_size", "the side b of a block, at most H and W"),
            Parameter("rng", "a numpy.random.Generator; all chance comes from it"),
            Parameter("training", "False: nothing is dropped", "True"),
        ),
        returns="y of x's shape, floats; and the mask of x's shape, bool, True where kept",
        parts=(Part("y"), Part("mask", Returns.BOOLEAN)),
        conventions=(
            "gamma = p / b**2 * H * W / ((H - b + 1) * (W - b + 1)).",
            "Draw u = rng.random((N, C, H - b + 1, W - b + 1)) once.",
            "Where u < gamma, at (i, j), the b x b block of that map from (i, j) on falls.",
            "y is x where kept, 0 elsewhere, times (entries of x) / (entries kept) of all x.",
            "If nothing is kept, all of y is 0 (no NaN).",
            "With training=False y equals x, the mask is all True, and nothing is drawn.",
            "x comes back unchanged.",
        ),
        example=(
            (
                "dropblock(np.ones((1, 1, 3, 3)), 0.5, 2, np.random.default_rng(1))[0][0, 0]",
                "array([[1.8, 1.8, 1.8],\n       [0. , 0. , 1.8],\n       [0. , 0. , 1.8]])",
            ),
        ),
    ),
    dropblock,
    (
        Family(Category.BASIC, "feature maps", _maps, 4),
        Family(Category.BASIC, "inference", _inference, 1),
        Family(Category.SHAPE, "wide maps", _wide),
        Family(Category.SHAPE, "tall maps", _tall),
        Family(Category.SHAPE, "blocks of an even side", _even_blocks),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "integers", _integers, 1),
        Family(Category.EDGE, "p is 0", _nothing_falls, 1),
        Family(Category.EDGE, "p is 1", _everything_falls, 1),
        Family(Category.EDGE, "blocks of one entry", _single_entries, 1),
        Family(Category.EDGE, "blocks as large as a map", _whole_maps, 1),
        Family(Category.EDGE, "nothing is kept", _all_of_one_map, 1),
        Family(Category.EDGE, "p near 1", _often, 1),
        Family(Category.ALIASING, "the input stays as it was", _maps),
        Family(Category.LARGE, "many maps", _many_maps, 1),
    ),
    (
        Suspect("gamma lacks the factor for the places where a block fits", _short_gamma),
        Suspect("scaled by 1 / (1 - p) instead of by what was kept", _by_one_minus_p),
        Suspect("all channels share one mask", _shared),
        Suspect("what is kept is not scaled", _not_scaled),
        Suspect("blocks are dropped at inference, too", _always),
    ),
)
