"""scikit-learn's MinMaxScaler."""

import numpy as np
from sklearn.preprocessing import MinMaxScaler

TOLERANCE = 1e-8


def witness(x_train, x_test, feature_range=(0.0, 1.0)):
    train, test = np.asarray(x_train, float), np.asarray(x_test, float)
    scaler = MinMaxScaler(feature_range).fit(train)
    return scaler.transform(train), scaler.transform(test) if len(test) else test
