def simota_dynamic_k(cost, ious, q=10):
    n = cost.shape[1]
    cost, ious = cost.tolist(), ious.tolist()
    owner, price = [-1] * n, [float("inf")] * n
    for i in range(len(cost)):
        k = max(1, int(sum(sorted(ious[i])[::-1][:q])))
        for j in sorted(range(n), key=cost[i].__getitem__)[:k]:
            if cost[i][j] < price[j]:
                owner[j], price[j] = i, cost[i][j]
    return owner
