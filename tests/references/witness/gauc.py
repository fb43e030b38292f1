"""scikit-learn: roc_auc_score user by user, averaged by hand; and the deck's arithmetic."""

import numpy as np
from sklearn.metrics import roc_auc_score

GOLDEN = [
    # user 1 orders 1 of 1 pair rightly, user 2 1 of 2; user 3 never clicked: (2*1 + 3/2) / 5
    (
        {
            "y_true": np.array([1, 0, 1, 0, 0, 0]),
            "y_score": np.array([0.9, 0.2, 0.3, 0.4, 0.1, 0.8]),
            "groups": np.array([1, 1, 2, 2, 2, 3]),
        },
        0.7,
    ),
]


def witness(y_true, y_score, groups, weights="impressions"):
    areas, shares = [], []
    for name in set(groups.tolist()):
        mine = groups == name
        label, score = y_true[mine].astype(int), y_score[mine].astype(np.float64)
        if len(set(label.tolist())) == 2:
            areas.append(roc_auc_score(label, score))
            shares.append(label.sum() if weights == "clicks" else len(label))
    return np.average(areas, weights=shares) if areas else np.nan
