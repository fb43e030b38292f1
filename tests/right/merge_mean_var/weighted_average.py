import numpy as np


def merge_mean_var(counts, means, variances):
    busy = np.flatnonzero(counts)
    weights = counts[busy]
    mean = np.average(means[busy], axis=0, weights=weights)
    within = np.average(variances[busy], axis=0, weights=weights)
    between = np.average((means[busy] - mean) ** 2, axis=0, weights=weights)
    return mean, within + between
