# WRONG: basic: weight_decay is accepted and forgotten
def sgd_step(w, grad, lr=0.01, weight_decay=0.0):
    return w - lr * grad
