"""scikit-learn's OrdinalEncoder with -1 for what is unknown."""

import numpy as np
from sklearn.preprocessing import OrdinalEncoder


def witness(values, categories=None):
    if not values or categories == []:
        return [-1] * len(values)
    column = np.array(values, dtype=object)[:, None]
    known = "auto" if categories is None else [np.array(categories, dtype=object)]
    encoder = OrdinalEncoder(
        categories=known, handle_unknown="use_encoded_value", unknown_value=-1, dtype=np.int64
    )
    encoder.fit(column if categories is None else np.array(categories, dtype=object)[:, None])
    return encoder.transform(column)[:, 0].tolist()
