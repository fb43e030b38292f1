"""What of a file is laid beside the reference."""

import pytest

from quizml.study.excerpt import excerpt

FILE = '''\
"""My exercises."""
import numpy as np
import os

EPSILON = 1e-9


# The area of each box.
def area(boxes):
    return np.prod(boxes[:, 2:] - boxes[:, :2], axis=1) + EPSILON

def softmax(x):
    return os.sep


@np.vectorize
def iou(a, b):
    # not the union of the notes
    return area(a) / area(b)


print(iou)
'''


def test_a_function_comes_with_what_it_uses_and_nothing_else():
    assert (
        excerpt(FILE, "iou")
        == """\
import numpy as np


EPSILON = 1e-9


# The area of each box.
def area(boxes):
    return np.prod(boxes[:, 2:] - boxes[:, :2], axis=1) + EPSILON


@np.vectorize
def iou(a, b):
    # not the union of the notes
    return area(a) / area(b)
"""
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("def fast(x):\n    return x\niou = fast\n", "def fast(x):\n    return x\niou = fast\n"),
        ("def iou(x):\n    return iou(x)\n", "def iou(x):\n    return iou(x)\n"),
        ("x = 1\niou = lambda a: a\n", "iou = lambda a: a\n"),
    ],
    ids=["another name", "calls itself", "lambda"],
)
def test_a_function_by_another_name_is_found(text, kept):
    assert excerpt(text, "iou") == kept


@pytest.mark.parametrize("text", ["def iou(:\n", "x = 1\n", "", "\0"])
def test_where_it_cannot_be_told_the_file_stays_whole(text):
    assert excerpt(text, "iou") == text
