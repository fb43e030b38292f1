# WRONG: basic: divides the probabilities by T instead of the scores
import numpy as np


def log_softmax(x):
    z = x - x.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def kd_loss(student_logits, teacher_logits, labels, temperature=4.0, alpha=0.5):
    logs = log_softmax(student_logits)
    hard = -logs[np.arange(len(labels)), labels].mean()
    s = np.exp(logs) / temperature
    t = np.exp(log_softmax(teacher_logits)) / temperature
    soft = (t * np.log(t / s)).sum(axis=1).mean()
    return (1 - alpha) * hard + alpha * temperature ** 2 * soft
