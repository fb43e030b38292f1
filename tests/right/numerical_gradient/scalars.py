import math


def numerical_gradient(w, x, y, eps=1e-5):
    vector = w.ndim == 1
    W = [[float(v)] for v in w] if vector else [[float(v) for v in row] for row in w]
    X = [[float(v) for v in row] for row in x]
    Y = [[float(v)] for v in y] if vector else [[float(v) for v in row] for row in y]

    def loss():
        total = 0.0
        for row, target in zip(X, Y):
            for m, t in enumerate(target):
                total += (math.tanh(sum(a * W[d][m] for d, a in enumerate(row))) - t) ** 2
        return total / (2 * len(X))

    grad = [[0.0] * len(W[0]) for _ in W]
    for d in range(len(W)):
        for m in range(len(W[0])):
            old = W[d][m]
            W[d][m] = old + eps
            above = loss()
            W[d][m] = old - eps
            below = loss()
            W[d][m] = old
            grad[d][m] = (above - below) / (2 * eps)
    return [row[0] for row in grad] if vector else grad
