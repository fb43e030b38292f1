def fm_second_order(x, v):
    e = x[:, :, None] * v[None]  # (N, n, k), as the embeddings of a deep model come
    square_of_sum = e.sum(axis=1) ** 2
    sum_of_square = (e ** 2).sum(axis=1)
    return 0.5 * (square_of_sum - sum_of_square).sum(axis=1)
