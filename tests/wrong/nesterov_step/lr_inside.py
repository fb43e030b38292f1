# WRONG: basic: the learning rate is inside of the velocity
def nesterov_step(w, grad, velocity, lr=0.01, momentum=0.9):
    velocity = momentum * velocity + lr * grad
    return w - lr * grad - momentum * velocity, velocity
