# WRONG: basic: steps along the old velocity
def momentum_step(w, grad, velocity, lr=0.01, momentum=0.9):
    new_w = w - lr * velocity
    velocity = momentum * velocity + grad
    return new_w, velocity
