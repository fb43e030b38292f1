import numpy as np


def negative_sampling_distribution(counts, power=0.75):
    f = counts / counts.max()
    p = np.array([v**power if v > 0 else 0.0 for v in f.tolist()])
    return p / p.sum()
