# WRONG: basic: the first task's gate serves all tasks (that is OMoE)
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def mmoe_forward(x, expert_weights, expert_biases, gate_weights, tower_weights, tower_biases):
    experts = np.stack([np.maximum(x @ w + b, 0)
                        for w, b in zip(expert_weights, expert_biases)], axis=1)
    gate = softmax(x @ gate_weights[0])
    mixed = (gate[:, :, None] * experts).sum(axis=1)
    return mixed @ tower_weights.T + tower_biases
