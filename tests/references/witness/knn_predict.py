"""scikit-learn's KNeighborsClassifier where no distances tie; else SciPy's, and a count."""

from collections import Counter

import numpy as np
from scipy.spatial.distance import cdist
from sklearn.neighbors import KNeighborsClassifier


def witness(x_train, y_train, x_test, k=3):
    x_train, x_test = np.asarray(x_train, np.float64), np.asarray(x_test, np.float64)
    distances = cdist(x_test, x_train) if len(x_test) else np.zeros((0, len(x_train)))
    found = []
    for row, test in zip(distances.tolist(), x_test, strict=True):
        order = sorted(range(len(row)), key=lambda i, row=row: (row[i], i))
        votes = Counter(int(y_train[i]) for i in order[:k])
        found.append(min(votes, key=lambda label, votes=votes: (-votes[label], label)))
        if k == len(row) or row[order[k - 1]] < row[order[k]]:
            model = KNeighborsClassifier(k, algorithm="kd_tree").fit(x_train, y_train)
            assert model.predict(test[None])[0] == found[-1]
    return np.array(found, dtype=np.int64)
