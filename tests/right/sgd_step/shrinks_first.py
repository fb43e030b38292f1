def sgd_step(w, grad, lr=0.01, weight_decay=0.0):
    return w * (1 - lr * weight_decay) - lr * grad
