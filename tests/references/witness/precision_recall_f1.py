"""scikit-learn: precision_recall_fscore_support; without samples, its zero_division."""

from sklearn.metrics import precision_recall_fscore_support

GOLDEN = [
    # the examples of scikit-learn's documentation: cat, dog, pig as 0, 1, 2
    (
        {"y_true": [0, 1, 2, 0, 1, 2], "y_pred": [0, 2, 1, 0, 0, 1], "average": average},
        want,
    )
    for average, want in [
        ("macro", (2 / 9, 1 / 3, 4 / 15)),
        ("micro", (1 / 3, 1 / 3, 1 / 3)),
        ("weighted", (2 / 9, 1 / 3, 4 / 15)),
    ]
]


def witness(y_true, y_pred, average="binary", zero_division=0.0):
    if not y_true.size:
        return (zero_division,) * 3
    return precision_recall_fscore_support(
        y_true, y_pred, average=average, zero_division=zero_division
    )[:3]
