"""The numbers of the detection-training deck, from labelled arrays, integrals and solvers."""

from statistics import harmonic_mean

import numpy as np
from scipy.integrate import quad
from scipy.optimize import linear_sum_assignment
from scipy.special import rel_entr


def anchor_labels(a, b, c, d, e):
    iou = np.array([a, b, c, d, e])
    label = np.full(5, -1)
    label[iou < 0.3] = 0
    label[iou > 0.7] = 1
    label[iou.argmax()] = 1
    return np.count_nonzero(label == -1)


def class_weight_value(a, b, c):
    """Every class has the same say, and an example weighs 1 on average."""
    balance = [[a, -b, 0], [0, b, -c], [a, b, c]]
    return np.linalg.solve(balance, [0, 0, a + b + c])[2]


def rpn_sampling(b, p):
    """The fewest negatives that leave no more positives than there are, nor than negatives."""
    return next(n for n in range(b + 1) if b - n <= p and b - n <= n)


def ohem_loss(p1, p2, n1, n2):
    labels, scores = np.array([1, 1, 0, 0]), np.array([p1, p2, n1, n2])
    losses = rel_entr(labels, scores) + rel_entr(1 - labels, 1 - scores)
    return np.sort(losses)[-2:].mean()


def focal(probabilities, gamma):
    return -((1 - probabilities) ** gamma) * np.log(probabilities)


def focal_factor(p, g):
    return focal(p, 0) / focal(p, g)


def focal_share(n, pe, m, ph):
    losses = focal(np.repeat([pe, ph], [n, m]), 2)
    return 100 * losses[n:].sum() / losses.sum()


def resolution_cost(a, b):
    """Multiplications of a small network of 3x3 convolutions with strides 2 to 32."""

    def work(side):
        layers = [(2, 3, 16), (4, 16, 32), (8, 32, 64), (16, 64, 128), (32, 128, 256)]
        return sum((side // s) ** 2 * 9 * c_in * c_out for s, c_in, c_out in layers)

    return work(b) / work(a)


def repulsion_value(gw, gh, ow, oh, s):
    """Paint the overlap and integrate the slope, which stops growing at sigma."""
    painted = np.zeros((gh, gw))
    painted[:oh, :ow] = 1
    iog = painted.mean()
    bend = min(iog, s)
    return quad(lambda x: 1 / (1 - x), 0, bend)[0] + quad(lambda x: 1 / (1 - s), bend, iog)[0]


def assignment_cost(a, b, c, d, e, f):
    costs = np.array([[a, b, 7], [c, d, 5], [e, 6, f]])
    return costs[linear_sum_assignment(costs)].sum()


def detr_match_cost_value(p, dx, dw, g):
    truth = np.array([0.5, 0.5, 0.2, 0.2])
    predicted = truth + np.array([dx, 0, dw, 0])
    return np.dot([1, 5, 2], [-p, np.abs(predicted - truth).sum(), 1 - g])


def pairing_f1(a, b, d):
    """Lay the truths and the detections on the diagonal and remove the far pairs."""
    pairs = np.eye(a, b)
    pairs[:d] = 0
    recall, precision = pairs.any(axis=1).mean(), pairs.any(axis=0).mean()
    return harmonic_mean([recall, precision])
