def merge_mean_var(counts, means, variances):
    """Chan's update, one device after the other."""
    n = 0
    mean = m2 = None
    for k in range(len(counts)):
        nk = float(counts[k])
        if nk == 0:
            continue
        mk = means[k].astype(float)
        sk = nk * variances[k].astype(float)
        if mean is None:
            n, mean, m2 = nk, mk, sk
            continue
        delta = mk - mean
        total = n + nk
        mean = mean + delta * (nk / total)
        m2 = m2 + sk + delta * delta * (n * nk / total)
        n = total
    return mean, m2 / n
