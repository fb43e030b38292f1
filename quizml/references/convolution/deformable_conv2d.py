"""Deformable convolution: every tap reads where an offset of its own sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Closeness, Exercise, Parameter
from quizml.references.convolution._layers import image, layer, pair, shuffled, single
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    from quizml.references.convolution._layers import Pair

    Floats = NDArray[np.float64]


def deformable_conv2d(
    x: ArrayLike,
    offset: ArrayLike,
    w: ArrayLike,
    b: ArrayLike,
    stride: Pair = 1,
    pad: Pair = 0,
    mask: ArrayLike | None = None,
) -> Floats:
    r"""Maps (N, F, H', W') from maps x (N, C, H, W), filters w (F, C, HH, WW) and bias b (F,).

    $y(p_0) = b + \sum_n w(p_n) x(p_0 + p_n + \Delta p_n) \Delta m_n$: tap n = u * WW + v at output
    (i, j) reads row i * stride - pad + u + offset[2 n, i, j] and column j * stride - pad + v +
    offset[2 n + 1, i, j], between four pixels by bilinear interpolation, zero outside the map; mask
    (version 2), if there is one, multiplies what it reads. Without offsets it is conv2d. offset
    (N, 2 HH WW, H', W') and mask (N, HH WW, H', W') give H' and W'.
    Source: Dai et al. 2017, arXiv:1703.06211, equation 2; Zhu et al. 2018, arXiv:1811.11168,
    equation 1; torchvision, deform_conv2d (the order of the channels).

    >>> x, w = np.array([[[[1.0, 10.0, 100.0]]]]), np.ones((1, 1, 1, 1))
    >>> offset = np.array([[[[0.0, 0.0, 0.5]], [[0.25, 1.0, 0.5]]]])
    >>> deformable_conv2d(x, offset, w, np.zeros(1)).tolist()
    [[[[3.25, 100.0, 25.0]]]]
    """
    x, offset, w, b = (np.asarray(a, dtype=np.float64) for a in (x, offset, w, b))
    (down, right), (high, wide), (tall, broad) = pair(stride), pair(pad), w.shape[2:]
    rows, columns = offset.shape[2:]
    moves = offset.reshape(len(x), tall, broad, 2, rows, columns)
    y = down * np.arange(rows)[:, None] - high + np.arange(tall)[:, None, None, None]
    z = right * np.arange(columns) - wide + np.arange(broad)[:, None, None]
    shape = (len(x), tall, broad, rows, columns)
    factors = np.ones(shape) if mask is None else np.reshape(mask, shape)
    out = np.zeros((len(x), len(w), rows, columns))
    for n in range(len(x)):
        taps = factors[n] * bilinear(x[n], y + moves[n, :, :, 0], z + moves[n, :, :, 1])
        out[n] = np.einsum("cuvij,fcuv->fij", taps, w) + b[:, None, None]
    return out


def bilinear(maps: Floats, y: Floats, x: Floats) -> Floats:
    """Values of maps (C, H, W) at rows y and columns x of any shape: (C, ...); zero outside."""
    high, wide = maps.shape[1:]
    bordered = np.pad(maps, ((0, 0), (1, 1), (1, 1)))
    y, x = np.clip(y, -1, high) + 1, np.clip(x, -1, wide) + 1  # all that is farther off is 0, too
    top, left = np.minimum(y.astype(int), high), np.minimum(x.astype(int), wide)
    down, right = y - top, x - left
    upper = bordered[:, top, left] * (1 - right) + bordered[:, top, left + 1] * right
    lower = bordered[:, top + 1, left] * (1 - right) + bordered[:, top + 1, left + 1] * right
    return np.asarray(upper * (1 - down) + lower * down)


def _offset_layer(
    rng: Generator,
    maps: tuple[int, int, int, int],
    kernel: tuple[int, int, int],
    spread: float | None = None,
    **how: Any,
) -> Arguments:
    """A layer whose taps read inside the map, or are sent off by `spread` in any direction."""
    found = layer(rng, maps, kernel)
    steps, zeros = pair(how.get("stride", 1)), pair(how.get("pad", 0))
    sizes = [(maps[2 + i] + 2 * zeros[i] - kernel[1 + i]) // steps[i] + 1 for i in (0, 1)]
    shape = (maps[0], kernel[1], kernel[2], *sizes)
    moves = []
    for axis in (0, 1):
        place = steps[axis] * np.arange(sizes[axis]) - zeros[axis]
        tap = np.arange(kernel[1 + axis])
        grid = place.reshape(-1, *[1] * (1 - axis)) + tap.reshape(-1, *[1] * (3 - axis))
        if spread is None:
            moves.append(rng.uniform(0, maps[2 + axis] - 1, shape) - grid)
        else:
            moves.append(rng.normal(0, spread, shape))
    offset = np.stack(moves, axis=3).reshape(maps[0], 2 * kernel[1] * kernel[2], *sizes)
    rest = {name: found[name] for name in ("w", "b")}
    return {"x": found["x"], "offset": offset, **rest, **how}


def _whole_pixels(arguments: Arguments) -> Arguments:
    return arguments | {"offset": np.rint(arguments["offset"])}


def _unmoved(rng: Generator, size: int) -> Arguments:
    return _offset_layer(rng, (1, 1, size + 2, size + 2), (1, 3, 3), 0.0)


def _on_pixels(rng: Generator, size: int) -> Arguments:
    return _whole_pixels(_offset_layer(rng, (1, 1, size + 2, size + 2), (1, 2, 2)))


def _between(rng: Generator, size: int) -> Arguments:
    return _offset_layer(rng, (1, 1, size + 2, size + 2), (1, 2, 2))


def _channels(rng: Generator, size: int) -> Arguments:
    return _offset_layer(rng, (1, 2, size + 2, size + 2), (3, 3, 3))


def _strided(rng: Generator, size: int) -> Arguments:
    side = 2 * size + 1
    return _offset_layer(rng, (1, 2, side, side), (2, 3, 3), stride=2, pad=1)


def _modulated(rng: Generator, size: int) -> Arguments:
    found = _channels(rng, size)
    number, channels, rows, columns = found["offset"].shape
    return found | {"mask": rng.uniform(0, 1, (number, channels // 2, rows, columns))}


def _batch(rng: Generator, size: int) -> Arguments:
    return _offset_layer(rng, (size + 1, 2, 4, 4), (2, 2, 2))


def _not_square(rng: Generator, size: int) -> Arguments:
    high, wide = shuffled(rng, size + 2, size + 5)
    return _offset_layer(rng, (2, 2, high, wide), (2, 3, 3))


def _kernel_not_square(rng: Generator, size: int) -> Arguments:
    high, wide = shuffled(rng, 1, 3)
    return _offset_layer(rng, (1, 2, size + 3, size + 3), (2, high, wide))


def _pairs(rng: Generator, size: int) -> Arguments:
    stride, pad = shuffled(rng, 1, 2), shuffled(rng, 0, 1)
    side = 2 * size + 3
    return _offset_layer(rng, (1, 1, side, side), (2, 3, 3), stride=stride, pad=pad)


def _across_border(rng: Generator, size: int) -> Arguments:
    """Points less than a pixel outside: part of them still counts."""
    found = _offset_layer(rng, (1, 2, size, size + 1), (2, 1, 1), 0.0)
    return found | {"offset": rng.uniform(-0.9, 0.9, found["offset"].shape)}


def _anywhere(rng: Generator, size: int) -> Arguments:
    return _offset_layer(rng, (1, 2, size + 2, size + 2), (2, 3, 3), 1.5, pad=1)


def _far_off(rng: Generator, size: int) -> Arguments:
    return _offset_layer(rng, (1, 1, size + 2, size + 2), (1, 2, 2), 20.0)


def _masked_anywhere(rng: Generator, size: int) -> Arguments:
    """Some taps switched off altogether."""
    found = _anywhere(rng, size)
    number, channels, rows, columns = found["offset"].shape
    switched = rng.integers(0, 2, (number, channels // 2, rows, columns))
    return found | {"mask": switched * rng.uniform(0, 1, switched.shape)}


def _no_maps(rng: Generator, size: int) -> Arguments:
    return _offset_layer(rng, (0, 2, size + 2, size + 2), (2, 3, 3))


def _big(rng: Generator, size: int) -> Arguments:
    return _offset_layer(rng, (2, 3, 4 * size, 5 * size), (size, 3, 3), 1.0, pad=1)


def _moved(change: Callable[[NDArray[Any]], NDArray[Any]], cause: str) -> Suspect:
    """Offsets as somebody reads them who mistakes their order or their meaning."""

    def answer(x: Any, offset: NDArray[Any], *rest: Any, **how: Any) -> Floats:
        return deformable_conv2d(x, change(offset), *rest, **how)

    return Suspect(cause, answer)


def _columns_first(offset: NDArray[Any]) -> NDArray[Any]:
    return offset.reshape(len(offset), -1, 2, *offset.shape[2:])[:, :, ::-1].reshape(offset.shape)


def _in_halves(offset: NDArray[Any]) -> NDArray[Any]:
    number, channels, rows, columns = offset.shape
    halves = offset.reshape(number, 2, channels // 2, rows, columns)
    return halves.swapaxes(1, 2).reshape(offset.shape)


def _mask_ignored(x: Any, offset: Any, w: Any, b: Any, **how: Any) -> Floats:
    return deformable_conv2d(x, offset, w, b, **how | {"mask": None})


def _without_bias(x: Any, offset: Any, w: Any, b: NDArray[Any], **how: Any) -> Floats:
    return deformable_conv2d(x, offset, w, np.zeros(b.shape), **how)


HIDDEN = Hidden(
    Exercise(
        name="deformable_conv2d",
        summary="Forward pass of a deformable convolution layer, version 1 or (with a mask) 2.",
        parameters=(
            Parameter("x", "(N, C, H, W) array of maps; floats, or integers for images"),
            Parameter("offset", "(N, 2*HH*WW, H', W') array: a row and a column shift per tap"),
            Parameter("w", "(F, C, HH, WW) array of filters"),
            Parameter("b", "(F,) array of biases"),
            Parameter("stride", "an int, or a pair (height, width)", "1"),
            Parameter("pad", "an int, or a pair (height, width): zeros on each side", "0"),
            Parameter("mask", "None, or (N, HH*WW, H', W') array of factors", "None"),
        ),
        returns="(N, F, H', W') array of floats, H' = (H + 2*pad - HH) // stride + 1",
        conventions=(
            "Tap n = u*WW + v reads row i*stride - pad + u + offset[:, 2*n, i, j] of x ...",
            "... and column j*stride - pad + v + offset[:, 2*n + 1, i, j], for all channels.",
            "Values between pixels by bilinear interpolation; every pixel outside x is 0.",
            "mask[:, n, i, j] multiplies what tap n reads; None means 1.",
            "N may be 0; the inputs come back unchanged. A loop over the taps is fast enough.",
        ),
        example=(
            (
                (
                    "deformable_conv2d(x := np.ones((1, 1, 1, 1)), np.full((1, 2, 1, 1), 0.5), x,"
                    " np.zeros(1))"
                ),
                "array([[[[0.25]]]])",
            ),
        ),
        closeness=Closeness(rtol=1e-7, atol=1e-8),
    ),
    deformable_conv2d,
    (
        Family(Category.BASIC, "offsets of zero", _unmoved),
        Family(Category.BASIC, "whole pixels", _on_pixels),
        Family(Category.BASIC, "between pixels", _between, 3),
        Family(Category.BASIC, "channels and filters", _channels),
        Family(Category.BASIC, "padding and stride", _strided),
        Family(Category.BASIC, "a mask", _modulated),
        Family(Category.SHAPE, "a batch", _batch),
        Family(Category.SHAPE, "maps that are not square", _not_square),
        Family(Category.SHAPE, "kernels that are not square", _kernel_not_square),
        Family(Category.SHAPE, "pairs for stride and padding", _pairs, 4),
        Family(Category.DTYPE, "float32", lambda rng, size: single(_between(rng, size))),
        Family(Category.DTYPE, "an integer image", lambda rng, n: image(rng, _between(rng, n))),
        Family(Category.EDGE, "points across the border", _across_border, 3),
        Family(Category.EDGE, "points anywhere", _anywhere, 3),
        Family(Category.EDGE, "points far off", _far_off),
        Family(Category.EDGE, "a mask with zeros", _masked_anywhere),
        Family(Category.EDGE, "no maps", _no_maps, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _modulated),
        Family(Category.LARGE, "larger maps", _big, 1),
    ),
    (
        _moved(_columns_first, "the column's shift is taken first; the row's stands first"),
        _moved(_in_halves, "the shifts of a tap stand next to each other, not in two halves"),
        _moved(np.rint, "positions are rounded instead of interpolated"),
        _moved(np.zeros_like, "the offsets are ignored"),
        _moved(np.negative, "the offsets are subtracted"),
        Suspect("the argument `mask` is ignored", _mask_ignored),
        Suspect("the bias is not added", _without_bias),
    ),
)
