# WRONG: basic: the labels meet the softened student
import numpy as np


def log_softmax(x):
    z = x - x.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def kd_loss(student_logits, teacher_logits, labels, temperature=4.0, alpha=0.5):
    s, t = log_softmax(student_logits / temperature), log_softmax(teacher_logits / temperature)
    hard = -s[np.arange(len(labels)), labels].mean()
    soft = (np.exp(t) * (t - s)).sum(axis=1).mean()
    return (1 - alpha) * hard + alpha * temperature ** 2 * soft
