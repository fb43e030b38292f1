"""An image under an affine map, sampled bilinearly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


def warp_affine(img: ArrayLike, matrix: ArrayLike, out_shape: tuple[int, int]) -> Floats:
    r"""Image of `out_shape` (height, width), the one that img becomes under the map `matrix`.

    matrix (2, 3) takes the pixel x, y (column, row) of img, (H, W) or (H, W, C), to
    $A (x, y)^T + t$, A its first two columns, t the third. Each pixel of the answer lies at the
    integer p and looks back to $A^{-1} (p - t)$; there it takes the mean of the four pixels
    around, weighted by 1 - |distance| along both axes. Pixels outside img count as 0. A can be
    inverted. Pixel centres are at integers.
    Source: OpenCV documentation, warpAffine (its M, with border value 0; there in fixed point).

    >>> warp_affine([[8.0, 4.0]], [[1.0, 0.0, 0.5], [0.0, 1.0, 1.0]], (2, 3)).tolist()
    [[0.0, 0.0, 0.0], [4.0, 6.0, 2.0]]
    """
    img, matrix = (np.asarray(a, dtype=np.float64) for a in (img, matrix))
    height, width = img.shape[:2]
    rows, columns = np.indices(out_shape)
    there = np.stack([columns, rows], axis=-1) - matrix[:, 2]
    x, y = np.moveaxis(there @ np.linalg.inv(matrix[:, :2]).T, -1, 0)
    out: Floats = np.zeros((*out_shape, *img.shape[2:]))
    for row in (np.floor(y), np.floor(y) + 1):
        for column in (np.floor(x), np.floor(x) + 1):
            weight = (1 - np.abs(x - column)) * (1 - np.abs(y - row))
            inside = (row >= 0) & (row < height) & (column >= 0) & (column < width)
            i = np.clip(row, 0, height - 1).astype(np.intp)
            j = np.clip(column, 0, width - 1).astype(np.intp)
            share = np.where(inside, weight, 0.0)
            out += share.reshape(share.shape + (1,) * (img.ndim - 2)) * img[i, j]
    return out


def _image(rng: Generator, *shape: int) -> Floats:
    """No pixel is 0, so that what lies outside can be seen."""
    return np.asarray(rng.integers(10, 256, shape), dtype=np.float64)


def _about_centre(rng: Generator, height: int, width: int, scale: float = 1.0) -> Floats:
    """A rotation about the image's centre, neither slight nor a quarter turn, and a shift."""
    angle = rng.uniform(0.3, 0.6) * rng.choice([-1.0, 1.0])
    cos, sin = scale * np.cos(angle), scale * np.sin(angle)
    x, y = (width - 1) / 2, (height - 1) / 2
    shift = rng.uniform(0.2, 0.8, 2)
    turned = [[cos, -sin, x - cos * x + sin * y], [sin, cos, y - sin * x - cos * y]]
    return np.asarray(turned + np.array([[0, 0, shift[0]], [0, 0, shift[1]]]))


def _call(img: Any, matrix: Any, out_shape: tuple[int, int] | None = None) -> Arguments:
    same = (int(img.shape[0]), int(img.shape[1]))
    return {"img": img, "matrix": np.asarray(matrix), "out_shape": out_shape or same}


def _turned(rng: Generator, size: int) -> Arguments:
    side = size + 3
    return _call(_image(rng, side, side), _about_centre(rng, side, side))


def _sheared(rng: Generator, size: int) -> Arguments:
    """A shift by parts of a pixel, a shear, and a scale of each axis."""
    matrix = [
        [rng.uniform(0.7, 1.3), rng.uniform(0.2, 0.5), rng.uniform(0.2, 1.8)],
        [rng.uniform(-0.2, 0.1), rng.uniform(0.7, 1.3), rng.uniform(-0.8, 0.8)],
    ]
    return _call(_image(rng, size + 3, size + 3), matrix)


def _wide(rng: Generator, size: int) -> Arguments:
    img = _image(rng, size + 2, size + 6)
    return _call(img, _about_centre(rng, *img.shape))


def _other_size(rng: Generator, size: int) -> Arguments:
    img = _image(rng, size + 3, size + 2)
    matrix = _about_centre(rng, size + 3, size + 2, 1.4)
    return _call(img, matrix, (size + 2, size + 5))


def _colours(rng: Generator, size: int) -> Arguments:
    img = _image(rng, size + 2, size + 3, 3)
    return _call(img, _about_centre(rng, size + 2, size + 3))


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _turned(rng, size)
    return found | {"img": found["img"].astype(np.float32)}


def _bytes(rng: Generator, size: int) -> Arguments:
    found = _turned(rng, size)
    return found | {"img": found["img"].astype(np.uint8)}


def _integer_matrix(rng: Generator, size: int) -> Arguments:
    """Twice as large, and moved."""
    shift = rng.integers(0, 3, 2)
    matrix = np.array([[2, 0, shift[0]], [0, 2, shift[1]]])
    return _call(_image(rng, size + 1, size + 1), matrix, (2 * size + 3, 2 * size + 4))


def _identity(rng: Generator, size: int) -> Arguments:
    return _call(_image(rng, size + 1, size + 2), np.eye(2, 3))


def _whole_shift(rng: Generator, size: int) -> Arguments:
    shift = rng.permutation([-1, 2])
    return _call(_image(rng, size + 3, size + 4), np.array([[1, 0, shift[0]], [0, 1, shift[1]]]))


def _half_shift(rng: Generator, size: int) -> Arguments:
    """Half a pixel: the margin is mixed with the 0 outside."""
    return _call(_image(rng, size + 1, size + 1), [[1.0, 0.0, 0.5], [0.0, 1.0, 0.5]])


def _mirrored(rng: Generator, size: int) -> Arguments:
    return _call(_image(rng, size + 1, size + 2), np.array([[-1, 0, size + 1], [0, 1, 0]]))


def _moved_away(rng: Generator, size: int) -> Arguments:
    matrix = np.array([[1.0, 0.0, 100.0], [0.0, 1.0, 0.0]])
    return _call(_image(rng, size + 1, size + 1), matrix)


def _one_pixel(rng: Generator, size: int) -> Arguments:
    shift = rng.uniform(0.2, 0.8, 2) + np.array([0, size - 1])
    return _call(_image(rng, 1, 1), [[1.0, 0.0, shift[0]], [0.0, 1.0, shift[1]]], (size + 1, 3))


def _much_larger(rng: Generator, size: int) -> Arguments:
    return _call(_image(rng, 2, 2), [[4.0, 0.0, 1.0], [0.0, 4.0, 2.0]], (size + 6, size + 8))


def _large(rng: Generator, size: int) -> Arguments:
    img = _image(rng, 24 * size, 20 * size)
    return _call(img, _about_centre(rng, *img.shape))


def _invertible(arguments: Arguments) -> bool:
    return bool(abs(np.linalg.det(np.asarray(arguments["matrix"])[:, :2])) > 0.1)


def _whole(matrix: Any) -> Floats:
    return np.vstack([np.asarray(matrix, dtype=np.float64), [0, 0, 1]])


def _not_inverted(img: Any, matrix: Any, out_shape: Any) -> Floats:
    return warp_affine(img, np.linalg.inv(_whole(matrix))[:2], out_shape)


def _rows_first(img: Any, matrix: Any, out_shape: Any) -> Floats:
    return warp_affine(img, np.asarray(matrix)[::-1][:, [1, 0, 2]], out_shape)


def _shift_kept(img: Any, matrix: Any, out_shape: Any) -> Floats:
    """Looks back to A^-1 p - t."""
    turned = np.array(matrix, dtype=np.float64)
    turned[:, 2] = turned[:, :2] @ turned[:, 2]
    return warp_affine(img, turned, out_shape)


def _half_pixels(img: Any, matrix: Any, out_shape: Any) -> Floats:
    """Pixel centres at a half."""
    turned = np.array(matrix, dtype=np.float64)
    turned[:, 2] += turned[:, :2] @ np.array([0.5, 0.5]) - 0.5
    return warp_affine(img, turned, out_shape)


def _nearest_beyond(img: Any, matrix: Any, out_shape: Any) -> Floats:
    """The border repeated far enough outwards."""
    rim = 40
    more = ((rim, rim), (rim, rim), (0, 0))[: img.ndim]
    turned = np.array(matrix, dtype=np.float64)
    turned[:, 2] -= rim * turned[:, :2].sum(axis=1)
    return warp_affine(np.pad(img, more, mode="edge"), turned, out_shape)


HIDDEN = Hidden(
    Exercise(
        name="warp_affine",
        summary="Warp an image by an affine map, with bilinear interpolation.",
        parameters=(
            Parameter("img", "(H, W) or (H, W, C) array, floats or uint8"),
            Parameter("matrix", "(2, 3) array that takes x, y, 1 of img to x, y of the answer"),
            Parameter("out_shape", "height and width of the answer"),
        ),
        returns="(height, width) or (height, width, C) array, floats",
        conventions=(
            "x counts columns, y counts rows; pixel centres are at integers, the first at 0, 0.",
            "matrix maps forwards, from img to the answer; its first two columns are invertible.",
            "Each pixel of the answer looks back into img and takes the bilinear mean there.",
            "Pixels outside img count as 0, also among the four around a place at the margin.",
            "Nothing is rounded. All inputs come back unchanged.",
        ),
        example=(
            (
                "warp_affine(np.array([[8., 4.]]), np.array([[1., 0., .5], [0., 1., 1.]]), (2, 3))",
                "array([[0., 0., 0.],\n       [4., 6., 2.]])",
            ),
        ),
    ),
    warp_affine,
    (
        Family(Category.BASIC, "a rotation", _turned, 3),
        Family(Category.BASIC, "shear and scale", _sheared),
        Family(Category.SHAPE, "a wide image", _wide),
        Family(Category.SHAPE, "an answer of another size", _other_size),
        Family(Category.SHAPE, "an image with colours", _colours),
        Family(Category.DTYPE, "float32", _single_precision),
        Family(Category.DTYPE, "uint8", _bytes, 1),
        Family(Category.DTYPE, "an integer matrix", _integer_matrix, 1),
        Family(Category.EDGE, "the identity", _identity, 1),
        Family(Category.EDGE, "a shift by whole pixels", _whole_shift),
        Family(Category.EDGE, "a shift by half a pixel", _half_shift, 1),
        Family(Category.EDGE, "mirrored", _mirrored, 1),
        Family(Category.EDGE, "moved out of sight", _moved_away, 1),
        Family(Category.EDGE, "one pixel", _one_pixel, 1),
        Family(Category.EDGE, "much larger", _much_larger, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _wide),
        Family(Category.LARGE, "a large image", _large, 1),
    ),
    (
        Suspect("the matrix is used to look back without being inverted", _not_inverted),
        Suspect("x is taken as the row and y as the column", _rows_first),
        Suspect("the shift is subtracted after the inverse instead of before", _shift_kept),
        Suspect("pixel centres are taken to be at a half", _half_pixels),
        Suspect("outside the image the nearest pixel is repeated, not 0", _nearest_beyond),
    ),
    fair=_invertible,
)
