# WRONG: basic: negatives are drawn by their raw frequency
def negative_sampling_distribution(counts, power=0.75):
    return counts / counts.sum()
