# WRONG: stability: the gates' softmax takes bare exponentials
import numpy as np


def mmoe_forward(x, expert_weights, expert_biases, gate_weights, tower_weights, tower_biases):
    experts = np.maximum(np.einsum('nd,edh->neh', x, expert_weights) + expert_biases, 0)
    scores = []
    for k in range(len(gate_weights)):
        gate = np.exp(x @ gate_weights[k])
        gate = gate / gate.sum(axis=1, keepdims=True)
        mixed = np.einsum('ne,neh->nh', gate, experts)
        scores.append(mixed @ tower_weights[k] + tower_biases[k])
    return np.stack(scores, axis=1)
