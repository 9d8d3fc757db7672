"""
What a framework makes of expressions at kinks, ties and zeros: value, and the gradients in p and t of the value weighted.

    python3 measure.py torch|jax|tensorflow|keras-jax < cases.json > results.json

A case is {"text", "p", "t"}: Python that defines forward(p, t), and two tensors as lists.
"""

import contextlib
import io
import json
import os
import sys

framework = sys.argv[1]
if framework == "keras-jax" or framework == "tensorflow":
    os.environ["KERAS_BACKEND"] = "jax" if framework == "keras-jax" else "tensorflow"
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"


def weighted(value):
    count = 1
    for size in value.shape:
        count *= int(size)
    weights = [1 + i % 7 * 0.5 for i in range(count)]
    return weights, tuple(int(size) for size in value.shape)


def in_torch(forward, p, t):
    import torch

    p, t = (torch.tensor(x, dtype=torch.float32, requires_grad=True) for x in (p, t))
    value = forward(p, t).float()
    weights, shape = weighted(value)
    (value * torch.tensor(weights).reshape(shape)).sum().backward()
    return value.detach(), *(torch.zeros_like(x) if x.grad is None else x.grad for x in (p, t))


def in_jax(forward, p, t):
    import jax
    import jax.numpy as jnp

    p, t = jnp.array(p, dtype=jnp.float32), jnp.array(t, dtype=jnp.float32)

    @jax.jit
    def run(p, t):
        def total(p, t):
            value = forward(p, t)
            weights, shape = weighted(value)
            return (value * jnp.array(weights).reshape(shape)).sum(), value

        gradients, value = jax.grad(total, (0, 1), has_aux=True)(p, t)
        return value, *gradients

    return run(p, t)


def in_tensorflow(forward, p, t):
    import tensorflow as tf

    p, t = tf.constant(p, dtype=tf.float32), tf.constant(t, dtype=tf.float32)

    # As in a fit: compiled, the number of rows not known.
    @tf.function(input_signature=[tf.TensorSpec([None, *x.shape[1:]], tf.float32) for x in (p, t)], autograph=False)
    def run(p, t):
        with tf.GradientTape() as tape:
            tape.watch([p, t])
            value = tf.cast(forward(p, t), tf.float32)
            weights = 1 + tf.cast(tf.range(tf.size(value)) % 7, tf.float32) * 0.5
            total = tf.reduce_sum(value * tf.reshape(weights, tf.shape(value)))
        gradients = tape.gradient(total, [p, t], unconnected_gradients="zero")
        return value, *(tf.convert_to_tensor(gradient) for gradient in gradients)

    return run(p, t)


run = {"torch": in_torch, "jax": in_jax, "tensorflow": in_tensorflow, "keras-jax": in_jax}[framework]


def flat(tensor):
    import numpy

    return [str(float(x)) if x != x or abs(x) == float("inf") else float("%.6g" % x) for x in numpy.asarray(tensor, dtype=float).reshape(-1)]


def result(case):
    namespace = {}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(case["text"], namespace)
            return [flat(part) for part in run(namespace["forward"], case["p"], case["t"])]
    except Exception as error:
        return f"{type(error).__name__}: {error}".split("\n")[0][:160]


json.dump([result(case) for case in json.load(sys.stdin)], sys.stdout)
