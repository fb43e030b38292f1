# WRONG: stability: 1 - p_y and p / (1 - p_y) of probabilities that are 1 in floating point
import numpy as np


def log_softmax(x):
    z = x - x.max(axis=1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=1, keepdims=True))


def split(logits, labels, temperature):
    """Logs of (p_y, 1 - p_y), and of the others renormalised."""
    logs = log_softmax(logits / temperature)
    others = np.ones(logs.shape, dtype=bool)
    others[np.arange(len(labels)), labels] = False
    rest = logs[others].reshape(len(labels), -1)
    total = np.logaddexp.reduce(rest, axis=1)
    return np.stack([logs[~others], total], axis=1), rest - total[:, None]


def kl(t, s):
    return (np.exp(t) * (t - s)).sum(axis=1)


def dkd_loss(student_logits, teacher_logits, labels, alpha=1.0, beta=8.0, temperature=4.0):
    n, c = student_logits.shape
    def parts(logits):
        p = np.exp(log_softmax(logits / temperature))
        own = p[np.arange(n), labels][:, None]
        rest = p[np.arange(c) != labels[:, None]].reshape(n, c - 1)
        return np.hstack([own, 1 - own]), rest / (1 - own)
    (bs, rs), (bt, rt) = parts(student_logits), parts(teacher_logits)
    tckd = (bt * np.log(bt / bs)).sum(axis=1)
    nckd = (rt * np.log(rt / rs)).sum(axis=1)
    return temperature ** 2 * (alpha * tckd + beta * nckd).mean()
