# WRONG: basic: the experts are linear, without relu
import numpy as np


def mmoe_forward(x, expert_weights, expert_biases, gate_weights, tower_weights, tower_biases):
    experts = np.einsum('nd,edh->neh', x, expert_weights) + expert_biases
    logits = np.einsum('nd,tde->tne', x, gate_weights)
    gates = np.exp(logits - logits.max(axis=-1, keepdims=True))
    gates /= gates.sum(axis=-1, keepdims=True)
    mixed = np.einsum('tne,neh->tnh', gates, experts)
    return np.einsum('tnh,th->nt', mixed, tower_weights) + tower_biases
