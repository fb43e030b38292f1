"""Painting: each box on its image, in quarters of a pixel, and what of it appears on the canvas."""

import numpy as np

GOLDEN = [
    (
        # a box of 8 x 2 cut to 6 x 1 and one of 2 x 2 of which a quarter is left
        {"boxes": [np.array([[0, 0, 8, 2], [1, 0, 3, 2]])] + [np.zeros((0, 4))] * 3}
        | {"sizes": np.full((4, 2), 8), "center": (6, 7), "canvas": (10, 10)}
        | {"min_visible": 0.3},
        ([[0.0, 0.0, 6.0, 1.0]], [0]),
    ),
    (
        {"boxes": [np.array([[0, 0, 1, 1]])] * 4, "sizes": np.array([[4, 5]] * 4)}
        | {"center": (5, 4), "canvas": (8, 10)},
        ([[0, 0, 1, 1], [5, 0, 6, 1], [0, 4, 1, 5], [5, 4, 6, 5]], [0, 1, 2, 3]),
    ),
]


def appears(start, end, side, offset, room):
    """Cells of the canvas that a stretch covers, along one axis; all in quarters."""
    painted = np.zeros(side, dtype=bool)
    painted[start:end] = True
    there = np.arange(side) + offset
    shown = np.zeros(room, dtype=bool)
    seen = (there >= 0) & (there < room)
    shown[there[seen]] = painted[seen]
    return np.flatnonzero(shown)


def quarters(value):
    return round(4 * float(value))


def witness(boxes, sizes, center, canvas, min_visible=0.1):
    found, images = [], []
    across, down = (quarters(c) for c in center)
    for image, own in enumerate(boxes):
        height, width = (quarters(s) for s in sizes[image])
        left = across if image in (1, 3) else across - width
        top = down if image in (2, 3) else down - height
        for x1, y1, x2, y2 in own.tolist():
            xs = appears(quarters(x1), quarters(x2), width, left, quarters(canvas[1]))
            ys = appears(quarters(y1), quarters(y2), height, top, quarters(canvas[0]))
            whole = (quarters(x2) - quarters(x1)) * (quarters(y2) - quarters(y1))
            if xs.size * ys.size > min_visible * whole:
                found.append([xs[0], ys[0], xs[-1] + 1, ys[-1] + 1])
                images.append(image)
    return np.array(found, dtype=np.float64).reshape(-1, 4) / 4, np.array(images, dtype=np.intp)
