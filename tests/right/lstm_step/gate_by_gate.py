import numpy as np


def sigmoid(z):
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + small), small / (1 + small))


def lstm_step(x, h, c, w_x, w_h, b):
    joined = np.concatenate([x, h], axis=1)
    weights = np.concatenate([w_x, w_h], axis=0)
    size = weights.shape[1] // 4
    gates = []
    for block in range(4):
        part = slice(block * size, (block + 1) * size)
        gates.append(joined.dot(weights[:, part]) + b[part])
    c = sigmoid(gates[1]) * c + sigmoid(gates[0]) * np.tanh(gates[2])
    h = sigmoid(gates[3]) * np.tanh(c)
    return [h, c]
