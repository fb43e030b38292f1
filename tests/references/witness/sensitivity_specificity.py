"""scikit-learn: recall_score of the class 1 and of the class 0; and a table worked by hand."""

import numpy as np
from sklearn.metrics import recall_score

GOLDEN = [
    # 80 ill of 1000: 51 found, 29 missed; of 920 healthy 30 alarmed (worked by hand)
    (
        {
            "y_true": np.repeat([1, 1, 0, 0], [51, 29, 30, 890]),
            "y_score": np.repeat([0.5, 0.4, 0.7, 0.1], [51, 29, 30, 890]),
        },
        (0.6375, 890 / 920),
    ),
    ({"y_true": np.array([0, 0]), "y_score": np.array([0.5, 0.2])}, (np.nan, 0.5)),
]


def witness(y_true, y_score, threshold=0.5):
    called = (y_score.astype(np.float64) >= threshold).astype(int)
    return tuple(
        recall_score(y_true.astype(int), called, pos_label=label, zero_division=np.nan)
        if (y_true == label).any()
        else np.nan
        for label in (1, 0)
    )
