# WRONG: basic: the frequencies are raised to the power but not normalised again
def negative_sampling_distribution(counts, power=0.75):
    return (counts / counts.sum()) ** power
