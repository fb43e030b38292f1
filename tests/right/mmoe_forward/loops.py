import numpy as np


def mmoe_forward(x, expert_weights, expert_biases, gate_weights, tower_weights, tower_biases):
    tasks = gate_weights.shape[0]
    out = np.zeros((x.shape[0], tasks))
    outputs = [np.maximum(x @ w + b, 0) for w, b in zip(expert_weights, expert_biases)]
    for k in range(tasks):
        logits = x @ gate_weights[k]
        if len(logits):
            logits = logits - logits.max(axis=1, keepdims=True)
        gate = np.exp(logits)
        gate = gate / gate.sum(axis=1, keepdims=True)
        mixed = sum(gate[:, i:i + 1] * outputs[i] for i in range(len(outputs)))
        out[:, k] = mixed @ tower_weights[k] + tower_biases[k]
    return out
