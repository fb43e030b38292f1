import numpy as np


def log_softmax(x):
    z = x - x.max(axis=-1, keepdims=True)
    return z - np.log(np.sum(np.exp(z), axis=-1, keepdims=True))


def kd_loss(student_logits, teacher_logits, labels, temperature=4.0, alpha=0.5):
    n = len(labels)
    ce = -np.take_along_axis(log_softmax(student_logits), labels[:, None], axis=1).sum() / n
    log_q = log_softmax(student_logits / temperature)
    log_p = log_softmax(teacher_logits / temperature)
    kl = np.einsum("nc,nc->", np.exp(log_p), log_p - log_q) / n
    return alpha * kl * temperature ** 2 + (1 - alpha) * ce
