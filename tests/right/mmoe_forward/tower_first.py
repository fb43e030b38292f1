import numpy as np


def mmoe_forward(x, expert_weights, expert_biases, gate_weights, tower_weights, tower_biases):
    # a linear tower may go before the mixing
    hidden = np.maximum(np.tensordot(x, expert_weights, axes=(1, 1)) + expert_biases, 0)
    per_expert = np.einsum('neh,th->nte', hidden, tower_weights)
    logits = np.moveaxis(np.tensordot(x, gate_weights, axes=(1, 1)), -1, -1)
    e = np.exp(logits - logits.max(axis=2, keepdims=True))
    return (e * per_expert).sum(axis=2) / e.sum(axis=2) + tower_biases
