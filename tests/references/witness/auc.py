"""SciPy: mannwhitneyu over the number of pairs, held against scikit-learn's roc_auc_score."""

import numpy as np
from scipy.stats import mannwhitneyu
from sklearn.metrics import roc_auc_score

GOLDEN = [
    # scikit-learn's documented example
    ({"y_true": np.array([0, 0, 1, 1]), "y_score": np.array([0.1, 0.4, 0.35, 0.8])}, 0.75),
    # 9 pairs by hand: 6 right, 2 ties
    (
        {
            "y_true": np.array([1, 1, 1, 0, 0, 0]),
            "y_score": np.array([0.9, 0.7, 0.2, 0.7, 0.1, 0.2]),
        },
        7 / 9,
    ),
]


def witness(y_true, y_score):
    positive, score = y_true.astype(bool), y_score.astype(np.float64)
    if positive.all() or not positive.any():
        return np.nan
    pairs = positive.sum() * (~positive).sum()
    area = mannwhitneyu(score[positive], score[~positive], method="asymptotic").statistic / pairs
    np.testing.assert_allclose(area, roc_auc_score(positive, score), rtol=1e-12, atol=1e-12)
    return area
