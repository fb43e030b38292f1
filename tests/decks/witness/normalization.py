"""The numbers of the normalization deck, from layers run on small arrays and from enumeration."""

import numpy as np
from scipy.stats import zscore


def bn_forward_value(a, b, c, d, g, t):
    maps = np.array([[[[a, b]]], [[[c, d]]]], dtype=float)  # (N, C, H, W)
    mean = maps.mean(axis=(0, 2, 3), keepdims=True)
    deviation = maps.std(axis=(0, 2, 3), keepdims=True)
    return (g * (maps - mean) / deviation + t)[1, 0, 0, 1]


def bn_undo(mu, v, eps):
    """The layer with gamma 1 has some slope; gamma has to make it 1."""
    out = (np.array([mu - 1.0, mu + 1.0]) - mu) / np.sqrt(v + eps)
    return 2 / (out[1] - out[0])


def bn_conv_parameters(k, cin, cout):
    shapes = {"kernel": (cout, cin, k, k), "gamma": (cout,), "beta": (cout,)}
    return sum(int(np.prod(shape)) for shape in shapes.values())


def bn_inference_value(mu, v, g, t, x):
    """A batch with just these statistics, run in training mode, lies on the same line."""
    batch = np.array([mu - np.sqrt(v), mu + np.sqrt(v)])
    return np.polyval(np.polyfit(batch, g * zscore(batch) + t, 1), x)


def bn_fold_conv(b, mu, v, g, t):
    """Run convolution and BN one after the other and read off the intercept."""
    pixels = np.array([-1.0, 0.5, 2.0])
    maps = 0.7 * pixels + b
    return np.polyfit(pixels, g * (maps - mu) / np.sqrt(v) + t, 1)[1]


def running_mean_after_k(m, s, k):
    running = 0.0
    for _ in range(int(k)):
        running = (1 - m) * running + m * s
    return running


def ema_weight_of_last(beta, n):
    """The average of a long run of zeros and then n ones is the weight of these."""
    average = 0.0
    for _ in range(int(n)):
        average = beta * average + (1 - beta)
    return 100 * average


def dropout_variance_shift(mu, v, p):
    """Two equally likely values, kept or dropped: four outcomes in all."""
    values = np.array([mu - np.sqrt(v), mu + np.sqrt(v)])
    outcomes = np.concatenate([values / (1 - p), np.zeros(2)])
    chances = np.array([1 - p, 1 - p, p, p]) / 2
    mean = chances @ outcomes
    return chances @ (outcomes - mean) ** 2 / values.var()


def sync_bn_merged_variance(m0, v0, m1, v1):
    first = m0 + np.sqrt(v0) * np.array([-1, 1])
    second = m1 + np.sqrt(v1) * np.array([-1, 1])
    return np.concatenate([first, second]).var()


def bn_values_per_statistic(gpus, n, h):
    shards = [np.ones((n, 1, h, h), dtype=np.int8) for _ in range(gpus)]
    return np.concatenate(shards).sum(axis=(0, 2, 3), dtype=int)[0]


def layer_norm_value(a, b, c, d):
    return zscore([a, b, c, d])[-1]


def group_norm_values(c, g, h):
    sample = np.ones((1, c, h, h), dtype=np.int8)
    return np.split(sample, g, axis=1)[0].size


def normalization_count_of_means(n, c, g):
    tensor = np.zeros((n, c, 2, 2))
    group = tensor.reshape(n, g, c // g, 2, 2).mean(axis=(2, 3, 4))
    return group.size - tensor.mean(axis=(0, 2, 3)).size


def layernorm_count_of_means(b, t, d):
    return np.zeros((b, t, d), dtype=bool).any(axis=-1).size


def lrn_value(a, b, c, d, e, al):
    channels = np.array([a, b, c, d, e], dtype=float)
    power = np.convolve(channels**2, np.ones(5), mode="same")
    return (channels * np.exp(-0.75 * np.log(2 + al * power)))[2]


def lipschitz_linear_map(a, b, d):
    return np.linalg.svd(np.array([[a, b], [0, d]], dtype=float), compute_uv=False)[0]


def power_iteration_step(p, q, r, s):
    weight = np.array([[p, q], [r, s]], dtype=float)
    v = weight.T @ np.array([1.0, 0.0])
    v /= np.linalg.norm(v)
    u = weight @ v
    u /= np.linalg.norm(u)
    return u @ weight @ v


def batchnorm_1d_matrix(a, b, c, p, q, r):
    return zscore(np.array([[a, p], [b, q], [c, r]], dtype=float), axis=0)[2, 1]


def instance_norm_contrast(a, b, c, d, k, o):
    image = k * np.array([[[[a, b], [c, d]]]], dtype=float) + o  # (N, C, H, W)
    return zscore(image.reshape(1, 1, -1), axis=-1)[0, 0, -1]


def normalization_spacing_kept(a, b, c, y1, y2):
    """Run BN on the three values and fit gamma and beta to the two known outputs."""
    normal = zscore([a, b, c])
    gamma, beta = np.linalg.solve(np.column_stack([normal[:2], np.ones(2)]), [y1, y2])
    return gamma * normal[2] + beta
