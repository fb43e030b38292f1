"""The numbers of the metrics deck, from arrays of labels and scores, pair counts and integrals."""

from fractions import Fraction
from itertools import product

import numpy as np
from scipy.integrate import quad
from scipy.stats import hmean, mannwhitneyu, rankdata


def labels(tp, fn, fp, tn):
    """Return true and predicted labels that have these four counts."""
    counts = [tp, fn, fp, tn]
    return np.repeat([1, 1, 0, 0], counts), np.repeat([1, 0, 1, 0], counts)


def auc(positive, negative):
    u = mannwhitneyu(positive, negative).statistic
    return u / (len(positive) * len(negative))


def exact(value) -> Fraction:
    return Fraction(str(value))


def accuracy_vs_baseline(tp, fn, fp, tn):
    true, said = labels(tp, fn, fp, tn)
    return 100 * (np.mean(true == said) - np.mean(true == 0))


def balanced_accuracy_value(tp, fn, fp, tn):
    true, said = labels(tp, fn, fp, tn)
    return np.mean([np.mean(said[true == k] == k) for k in (0, 1)])


def sensitivity_value(n, ill, pos, fp):
    people = np.arange(n)
    is_ill = people < ill
    is_positive = (people >= ill - (pos - fp)) & (people < ill + fp)
    return 100 * is_positive[is_ill].mean()


def youden_index(p, tp, n, fp):
    ill = np.arange(p) < tp
    healthy = np.arange(n) < fp
    return ill.mean() - healthy.mean()


def precision_from_prevalence(tpr, fpr, prev):
    # By the odds: prior odds times the likelihood ratio of a positive result.
    odds = exact(prev) / (1 - exact(prev)) * exact(tpr) / exact(fpr)
    return 100 * odds / (1 + odds)


def recall_after_review(pp, prec, pos):
    missed = pos - exact(prec) * pp
    return 1 - missed / pos


def f1_from_counts(tp, fp, fn, tn):
    true, said = labels(tp, fn, fp, tn)
    return hmean([true[said == 1].mean(), said[true == 1].mean()])


def f_beta_value(p, r, b):
    return hmean([p, r], weights=[1, b**2])


def mcc_value(tp, fn, fp, tn):
    return np.corrcoef(*labels(tp, fn, fp, tn))[0, 1]


def roc_point(a, b, t):
    rates = [np.mean(np.array(s) >= t) for s in ([0.9, a, 0.4], [0.8, b, 0.3, 0.2, 0.1])]
    return rates[0] - rates[1]


def auc_by_ranks(n, r1, r2, r3):
    negative = set(range(1, n + 1)) - {r1, r2, r3}
    return np.mean([p > q for p, q in product((r1, r2, r3), negative)])


def auc_with_ties(a, b, c):
    return auc([0.9, a, b], [0.7, c, 0.2])


def auc_standard_error(a, p, n):
    # Exponential scores with this AUC; the variance of the share of won pairs, by conditioning.
    rate = 1 / a - 1
    both_positives = quad(lambda x: np.exp(-x) * np.exp(-2 * rate * x), 0, 60)[0]
    both_negatives = quad(lambda u: (1 - u ** (1 / rate)) ** 2, 0, 1)[0]
    pairs = np.array([1, p - 1, n - 1])
    covariances = np.array([a, both_positives, both_negatives]) - a**2
    return np.sqrt(pairs @ covariances / (p * n))


def ap_ranked_list(k1, k2, k3):
    hits = np.isin(np.arange(1, 13), [k1, k2, k3])
    found = hits.cumsum()
    precision, recall = found / np.arange(1, 13), found / 3
    return precision @ np.diff(recall, prepend=0)


def pr_point_with_ties(a, b, t):
    scores = np.array([0.9, a, 0.6, 0.4, 0.8, b, 0.6, 0.3, 0.2])
    true = np.arange(9) < 4
    order = np.argsort(-scores, kind="stable")
    precision = true[order].cumsum() / np.arange(1, 10)
    # The samples of one score are one step: its last place counts.
    last = rankdata(-scores, method="max")[scores == t].max()
    return precision[int(last) - 1]


def precision_more_negatives(tp, fp, r):
    return np.repeat([1, 0], [tp, fp * r]).mean()


def gauc_value(wa, wb, a, b):
    return np.average([a, b], weights=[wa, wb])


def auc_of_two_users(pa, na, pb, nb):
    # Inside a user all scores are equal, which is an AUC of a half.
    return auc([2] * pa + [1] * pb, [2] * na + [1] * nb)
