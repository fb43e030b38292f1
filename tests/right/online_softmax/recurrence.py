import numpy as np


def online_softmax(x, block_size=1):
    x = np.asarray(x, dtype=np.float64)
    n, d = x.shape
    count = -(-d // block_size)
    m, l = np.zeros((n, count)), np.zeros((n, count))
    m_old, l_old = np.full(n, -np.inf), np.zeros(n)
    for b in range(count):
        block = x[:, b * block_size:(b + 1) * block_size]
        m_new = np.maximum(m_old, block.max(axis=1))
        safe = np.where(m_new == -np.inf, 0.0, m_new)
        l_new = l_old * np.exp(m_old - safe) + np.exp(block - safe[:, None]).sum(axis=1)
        m[:, b], l[:, b] = m_new, l_new
        m_old, l_old = m_new, l_new
    return m, l, np.exp(x - m_old[:, None]) / l_old[:, None]
