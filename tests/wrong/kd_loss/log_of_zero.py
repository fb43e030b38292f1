# WRONG: stability: 0 * log 0 where the teacher is sure
import numpy as np


def log_softmax(x):
    z = x - x.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def kd_loss(student_logits, teacher_logits, labels, temperature=4.0, alpha=0.5):
    hard = -log_softmax(student_logits)[np.arange(len(labels)), labels].mean()
    q = np.exp(log_softmax(student_logits / temperature))
    p = np.exp(log_softmax(teacher_logits / temperature))
    soft = (p * np.log(p / q)).sum(axis=1).mean()
    return (1 - alpha) * hard + alpha * temperature ** 2 * soft
