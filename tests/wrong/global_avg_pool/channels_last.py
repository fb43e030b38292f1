# WRONG: basic: takes the maps for (N, H, W, C)
import numpy as np


def global_avg_pool(x, keepdims=False):
    return x.mean(axis=(1, 2), keepdims=keepdims)
