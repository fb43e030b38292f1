# WRONG: basic: looks ahead along the old velocity, which is classical momentum again
def nesterov_step(w, grad, velocity, lr=0.01, momentum=0.9):
    new_w = w - lr * (grad + momentum * velocity)
    velocity = momentum * velocity + grad
    return new_w, velocity
