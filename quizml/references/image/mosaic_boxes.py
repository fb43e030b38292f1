"""The boxes of four images that are joined to a mosaic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Part, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.random import Generator
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Two = tuple[Floats, NDArray[np.intp]]


def mosaic_boxes(
    boxes: Sequence[ArrayLike],
    sizes: ArrayLike,
    center: ArrayLike,
    canvas: ArrayLike,
    min_visible: float = 0.1,
) -> Two:
    """Boxes (M, 4) on the canvas, and for each the number of its image (M,), 0 to 3.

    boxes are four arrays (n, 4), x1, y1, x2, y2 in pixels of their image, whose heights and
    widths `sizes` (4, 2) holds. The images meet in `center` (x, y): 0 with its lower right
    corner, 1 with its lower left, 2 with its upper right, 3 with its upper left. Boxes move along
    and are clipped to the canvas (height, width); those stay of which more than `min_visible`
    of the area is left, in their order. None left: (0, 4) and (0,).
    Source: Bochkovskiy, Wang, Liao 2020, arXiv:2004.10934, figure 3; corners as in YOLOv5.

    >>> boxes = [[[0, 0, 2, 2], [6, 6, 8, 8]], [[0, 6, 4, 8]], np.zeros((0, 4)), [[1, 1, 3, 9]]]
    >>> moved, image = mosaic_boxes(boxes, [[8, 8]] * 4, (6, 7), (10, 10))
    >>> moved.tolist(), image.tolist()
    ([[4.0, 5.0, 6.0, 7.0], [6.0, 5.0, 10.0, 7.0], [7.0, 8.0, 9.0, 10.0]], [0, 1, 3])
    """
    heights, widths = np.asarray(sizes, dtype=np.float64).T
    x, y = np.asarray(center, dtype=np.float64)
    bottom, right = np.asarray(canvas, dtype=np.float64)
    lefts = x - widths * np.array([1, 0, 1, 0])
    tops = y - heights * np.array([1, 1, 0, 0])
    found, numbers = [], []
    for number, own in enumerate(boxes):
        corners = np.asarray(own, dtype=np.float64).reshape(-1, 4)
        moved = corners + np.array([lefts[number], tops[number]] * 2)
        clipped = np.clip(moved, 0, [right, bottom, right, bottom])
        whole = (moved[:, 2:] - moved[:, :2]).prod(axis=1)
        visible = (clipped[:, 2:] - clipped[:, :2]).prod(axis=1)
        stays = visible > min_visible * whole
        found.append(clipped[stays])
        numbers.append(np.full(np.count_nonzero(stays), number))
    return np.concatenate(found), np.concatenate(numbers)


def _boxes(rng: Generator, count: int, height: int, width: int) -> Floats:
    """Boxes within an image, corners on a grid of quarters."""
    found = np.empty((count, 4))
    for axis, side in ((0, width), (1, height)):
        ends = np.sort(rng.permuted(np.tile(np.arange(4 * side + 1), (count, 1)), axis=1)[:, :2])
        found[:, axis], found[:, axis + 2] = ends.T / 4
    return found


def _mosaic(rng: Generator, count: int, side: int = 20, **how: Any) -> Arguments:
    """Images somewhat larger than their quarters, with a box that is cut and one out of sight."""
    height, width = side, side + int(rng.integers(2, 6))
    x, y = (int(rng.integers(2 * s // 5, 3 * s // 5 + 1)) for s in (width, height))
    quarters = [(y, x), (y, width - x), (height - y, x), (height - y, width - x)]
    sizes = np.array(quarters) + rng.integers(4, 9, (4, 2))
    boxes = [_boxes(rng, count, *map(int, size)) for size in sizes]
    over_y, over_x = (int(s) for s in sizes[0] - quarters[0])
    cut = [over_x - 2.5, over_y - 1.5, over_x + 3.0, over_y + 3.5]
    far = [sizes[3, 1] - 2.0, 1.0, sizes[3, 1] - 0.5, 3.0]
    boxes[0] = rng.permutation(np.vstack([boxes[0], [cut]]))
    boxes[3] = rng.permutation(np.vstack([boxes[3], [far]]))
    found = {"boxes": boxes, "sizes": sizes, "center": (x, y), "canvas": (height, width)}
    return found | how


def _some(rng: Generator, size: int) -> Arguments:
    return _mosaic(rng, size)


def _other_share(rng: Generator, size: int) -> Arguments:
    return _mosaic(rng, size + 1, min_visible=float(rng.choice([0.45, 0.6, 0.75])))


def _different_counts(rng: Generator, size: int) -> Arguments:
    found = _mosaic(rng, size + 2)
    counts = rng.permutation([0, 1, size, size + 2])
    return found | {"boxes": [b[:n] for b, n in zip(found["boxes"], counts, strict=True)]}


def _wide(rng: Generator, size: int) -> Arguments:
    """A canvas three times as wide as it is high."""
    found = _mosaic(rng, size, 12)
    sizes = found["sizes"] * np.array([1, 3])
    wider = np.array([3, 1, 3, 1])
    height, width = found["canvas"]
    return {
        "boxes": [own * wider for own in found["boxes"]],
        "sizes": sizes,
        "center": (3 * found["center"][0], found["center"][1]),
        "canvas": (height, 3 * width),
    }


def _integers(rng: Generator, size: int) -> Arguments:
    found = _mosaic(rng, size)
    return (
        found
        | {"boxes": [np.rint(own * 4).astype(np.int64) for own in found["boxes"]]}
        | {
            "sizes": found["sizes"] * 4,
            "center": tuple(4 * c for c in found["center"]),
            "canvas": tuple(4 * c for c in found["canvas"]),
        }
    )


def _single_precision(rng: Generator, size: int) -> Arguments:
    found = _mosaic(rng, size)
    return found | {"boxes": [own.astype(np.float32) for own in found["boxes"]]}


def _fractional_center(rng: Generator, size: int) -> Arguments:
    found = _mosaic(rng, size)
    x, y = found["center"]
    return found | {"center": (x + 0.25, y - 0.5)}


def _no_boxes(rng: Generator, size: int) -> Arguments:
    found = _mosaic(rng, size)
    return found | {"boxes": [np.zeros((0, 4))] * 4}


def _none_visible(rng: Generator, size: int) -> Arguments:
    """Centre in a corner of the canvas: three images lie outside, the fourth has no boxes."""
    found = _mosaic(rng, size)
    return found | {"center": (0, 0), "boxes": [*found["boxes"][:3], np.zeros((0, 4))]}


def _in_a_corner(rng: Generator, size: int) -> Arguments:
    found = _mosaic(rng, size)
    height, width = found["canvas"]
    return found | {"center": [(0, height), (width, 0), (width, height)][int(rng.integers(3))]}


def _small_images(rng: Generator, size: int) -> Arguments:
    """Images that do not fill their quarters: nothing is cut."""
    sizes = rng.integers(5, 9, (4, 2))
    boxes = [_boxes(rng, size, *map(int, one)) for one in sizes]
    return {"boxes": boxes, "sizes": sizes, "center": (11, 10), "canvas": (21, 24)}


def _exactly_half(rng: Generator, size: int) -> Arguments:
    """Half of a box is visible: not more than half. Powers of two, so that no rounding decides."""
    found = _mosaic(rng, size, min_visible=0.5)
    x, y = found["center"]
    sizes = np.array([[y + 4, x + 4]] * 4)
    half = [[2.0, 5.0, 6.0, 7.0], [0.0, 5.0, 8.0, 6.0]]
    more = [[2.0, 5.0, 6.25, 7.0]]
    return found | {"boxes": [np.array(half + more)] + [np.zeros((0, 4))] * 3, "sizes": sizes}


def _anything_visible(rng: Generator, size: int) -> Arguments:
    """min_visible 0: what only touches the canvas still goes."""
    found = _mosaic(rng, size, min_visible=0.0)
    y, x = found["sizes"][0] - np.array(found["center"])[::-1]
    found["boxes"][0] = np.array([[x - 2, y + 1, x, y + 2], [x - 2, y + 1, x + 0.25, y + 2]])
    return found


def _many(rng: Generator, size: int) -> Arguments:
    return _mosaic(rng, 60 * size, 120)


def _no_share_near_the_limit(arguments: Arguments) -> bool:
    """Whether no visible share is so near the limit that its last digits decide; equal is fair."""
    limit = arguments.get("min_visible", 0.1)
    everything = mosaic_boxes(**(arguments | {"min_visible": -1.0}))[0]
    visible = (everything[:, 2:] - everything[:, :2]).prod(axis=1)
    whole = np.concatenate([np.asarray(b, dtype=np.float64) for b in arguments["boxes"]])
    shares = visible / (whole[:, 2:] - whole[:, :2]).prod(axis=1)
    exact = limit in (0.0, 0.5)
    return not np.any((np.abs(shares - limit) < 1e-6) & ~((shares == limit) & exact))


def _not_clipped(*, center: Any, canvas: Any, **how: Any) -> Two:
    far = 2.0**20
    height, width = canvas
    there = (center[0] + far, center[1] + far)
    moved, image = mosaic_boxes(center=there, canvas=(height + 2 * far, width + 2 * far), **how)
    return moved - far, image


def _nothing_dropped(*, min_visible: float = 0.1, **how: Any) -> Two:
    return mosaic_boxes(min_visible=min_visible - 10, **how)


def _all_from_the_corner(*, sizes: Any, center: Any, **how: Any) -> Two:
    """Images begin at the left and upper side of their quarter, cut at the centre or not."""
    x, y = center
    return mosaic_boxes(sizes=[(y, x)] * len(sizes), center=center, **how)


def _center_swapped(*, center: Any, **how: Any) -> Two:
    return mosaic_boxes(center=center[::-1], **how)


def _sizes_swapped(*, sizes: Any, **how: Any) -> Two:
    return mosaic_boxes(sizes=np.asarray(sizes)[:, ::-1], **how)


def _at_least(*, min_visible: float = 0.1, **how: Any) -> Two:
    return mosaic_boxes(min_visible=float(np.nextafter(min_visible, -1)), **how)


_TYPED = "mosaic_boxes([np.array([[1, 1, 8, 8]])] * 4, np.full((4, 2), 8), (6, 7), (9, 9))[0]"
_COMES = """array([[0., 0., 6., 7.],
       [7., 0., 9., 7.],
       [0., 8., 6., 9.]])"""
HIDDEN = Hidden(
    Exercise(
        name="mosaic_boxes",
        summary="Move, clip and filter the boxes of four images joined to a mosaic.",
        parameters=(
            Parameter("boxes", "list of four (n, 4) arrays, boxes x1, y1, x2, y2 in their image"),
            Parameter("sizes", "(4, 2) array, height and width of each image"),
            Parameter("center", "x and y of the point of the canvas in which the images meet"),
            Parameter("canvas", "height and width of the mosaic"),
            Parameter("min_visible", "a box stays if a greater share of it is visible", "0.1"),
        ),
        returns="boxes on the canvas (M, 4), floats, and the number of each one's image (M,)",
        parts=(Part("boxes"), Part("image", Returns.INTEGER)),
        conventions=(
            "Image 0 is upper left, 1 upper right, 2 lower left, 3 lower right.",
            "Each has its corner that is nearest to the others in center; none is resized.",
            "What leaves the canvas is cut off: boxes are clipped to x 0..width and y 0..height.",
            "A box stays if its visible area > min_visible * its whole area; boxes have an area.",
            "Order: images 0 to 3, and the boxes of each as given.",
            "Any of the four arrays may be empty; if nothing stays: (0, 4) and (0,) integers.",
            "All inputs come back unchanged.",
        ),
        example=((_TYPED, _COMES),),
    ),
    mosaic_boxes,
    (
        Family(Category.BASIC, "a few boxes in each image", _some, 4),
        Family(Category.BASIC, "another share", _other_share),
        Family(Category.SHAPE, "different numbers of boxes", _different_counts),
        Family(Category.SHAPE, "a wide canvas", _wide),
        Family(Category.DTYPE, "integers", _integers),
        Family(Category.DTYPE, "float32", _single_precision, 1),
        Family(Category.EDGE, "a centre between pixels", _fractional_center, 1),
        Family(Category.EDGE, "no boxes", _no_boxes, 1),
        Family(Category.EDGE, "no box visible", _none_visible, 1),
        Family(Category.EDGE, "the centre in a corner", _in_a_corner),
        Family(Category.EDGE, "images that are not cut", _small_images, 1),
        Family(Category.EDGE, "half of a box visible", _exactly_half, 1),
        Family(Category.EDGE, "boxes that touch the canvas", _anything_visible, 1),
        Family(Category.ALIASING, "the inputs stay as they were", _some),
        Family(Category.LARGE, "many boxes", _many, 1),
    ),
    (
        Suspect("boxes are not clipped to the canvas", _not_clipped),
        Suspect("boxes that are cut off stay", _nothing_dropped),
        Suspect(
            "images are put at the corners of the canvas, not at the centre", _all_from_the_corner
        ),
        Suspect("the centre is read as y, x", _center_swapped),
        Suspect("sizes are read as width, height", _sizes_swapped),
        Suspect("a box stays if exactly the share is visible", _at_least),
    ),
    fair=_no_share_near_the_limit,
)
