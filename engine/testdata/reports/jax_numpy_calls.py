import jax.numpy as jnp

def loss(predictions, targets):
    d = jnp.abs(predictions - targets)
    return jnp.mean(jnp.where(d < 1.0, 0.5 * d ** 2, d - 0.5))
