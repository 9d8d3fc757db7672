"""Records what JAX, TensorFlow and Keras (on TensorFlow) do with what a loss returned, as lens.json beside this file.

    python3 engine/testdata/vector/record_lens.py        (where Python has jax, tensorflow and keras)
"""
import importlib.metadata
import json
import os
import re
from pathlib import Path

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import jax
import jax.numpy as jnp
import keras
import numpy as np
import tensorflow as tf


class Ops:
    """The few functions that results are made of, in one framework."""

    def __init__(self, reshape, stop, cast):
        self.reshape, self.stop, self.cast = reshape, stop, cast


def shaped(ops, p, shape):
    """Elements of p, [4, 1], in this shape."""
    count = int(np.prod(shape)) if len(shape) > 0 else 1
    return ops.reshape(ops.reshape(p, (4,))[:count], shape)


def function(x):
    return x


def fact(kind, type_, shapes, dtype="float32", flows=True):
    return {"kind": kind, "type": type_, "shapes": shapes, "dtype": dtype, "requiresGrad": flows}


def tensor(shape):
    return fact("tensor", "Tensor", [list(shape)]), lambda o, p: shaped(o, p, shape)


def several(kind, *shapes):
    def make(o, p):
        parts = [shaped(o, p, shape) for shape in shapes]
        if kind == "dict":
            return {"ab"[i]: part for i, part in enumerate(parts)}
        return tuple(parts) if kind == "tuple" else parts

    return fact(kind, kind, [list(shape) for shape in shapes]), make


CASES = {
    **{f"tensor {list(s)}": tensor(s) for s in [(), (1,), (1, 1), (4,), (4, 1), (2, 2), (0,), (1, 1, 1), (2, 1, 2)]},
    "detached []": (fact("tensor", "Tensor", [[]], flows=False), lambda o, p: o.stop(shaped(o, p, ()))),
    "detached [4]": (fact("tensor", "Tensor", [[4]], flows=False), lambda o, p: o.stop(shaped(o, p, (4,)))),
    "count int64 []": (fact("tensor", "Tensor", [[]], "int64", False), lambda o, p: o.cast(shaped(o, p, ()), "int32")),
    "count int64 [4]": (fact("tensor", "Tensor", [[4]], "int64", False), lambda o, p: o.cast(shaped(o, p, (4,)), "int32")),
    "bool []": (fact("tensor", "Tensor", [[]], "bool", False), lambda o, p: shaped(o, p, ()) > 0),
    "bool [4]": (fact("tensor", "Tensor", [[4]], "bool", False), lambda o, p: shaped(o, p, (4,)) > 0),
    "float": (fact("number", "float", [[]], flows=False), lambda o, p: 1.5),
    "int": (fact("number", "int", [[]], "int64", False), lambda o, p: 2),
    "True": (fact("number", "bool", [[]], "bool", False), lambda o, p: True),
    "None": (fact("none", "NoneType", [], "", False), lambda o, p: None),
    "str": (fact("other", "str", [], "", False), lambda o, p: "loss"),
    "function": (fact("other", "function", [], "", False), lambda o, p: function),
    "set": (fact("other", "set", [], "", False), lambda o, p: {1.5}),
    "tuple of scalars": several("tuple", (), ()),
    "tuple of one": several("tuple", ()),
    "tuple alike": several("tuple", (4,), (4,)),
    "tuple unlike": several("tuple", (), (4,)),
    "tuple unlike ranks": several("tuple", (4, 1), ()),
    "tuple unlike lengths": several("tuple", (4,), (2,)),
    "tuple of three unlike": several("tuple", (), (4,), ()),
    "tuple of matrices unlike": several("tuple", (2, 2), (2, 1)),
    "bytes": (fact("other", "bytes", [], "", False), lambda o, p: b"loss"),
    "range": (fact("other", "range", [], "", False), lambda o, p: range(3)),
    "object": (fact("other", "object", [], "", False), lambda o, p: object()),
    "list of scalars": several("list", (), ()),
    "list alike": several("list", (4, 1), (4, 1)),
    "list unlike": several("list", (), (2, 2)),
    "dict of scalars": several("dict", (), ()),
    "dict unlike": several("dict", (), (4,)),
}

X = np.arange(1.0, 5.0, dtype="float32").reshape(4, 1)


def outcome(work):
    """What came out: the gradient of each framework over the mean's, or its error."""
    try:
        return work()
    except Exception as error:  # noqa: BLE001
        # Where an object lies in memory is another place each time.
        text = re.sub(r"0x[0-9a-f]+", "0x0", str(error))
        return {"error": {"type": type(error).__name__, "message": text.strip().split("\n")[0]}}


def relative(make, slope):
    """The step over the mean's."""
    ops = Ops(np.reshape, lambda v: v, lambda v, d: v.astype(d))
    result = make(ops, X)
    parts = list(result.values()) if isinstance(result, dict) else result if isinstance(result, (list, tuple)) else [result]
    flat = np.concatenate([np.reshape(part, -1) for part in parts])
    return None if flat.size == 0 else round(float(slope) / float(flat.mean()), 5)


def in_jax(make):
    ops = Ops(jnp.reshape, jax.lax.stop_gradient, lambda v, d: v.astype(d))

    def work():
        slope = float(jax.grad(lambda w: make(ops, w * X))(jnp.float32(1.0)))
        return {"gradient": "zero"} if slope == 0 else {"gradient": "flows", "factor": relative(make, slope)}

    return work


TF = Ops(tf.reshape, tf.stop_gradient, tf.cast)


def in_tensorflow(make):
    def work():
        w = tf.Variable(1.0)
        with tf.GradientTape() as tape:
            loss = make(TF, w * X)
        slope = tape.gradient(loss, w)
        if slope is None:
            return {"gradient": "none"}
        return {"gradient": "flows", "factor": relative(make, slope) if float(slope) != 0 else None}

    return work


def in_keras(make):
    def work():
        dense = keras.layers.Dense(1, use_bias=False, kernel_initializer="ones")
        model = keras.Sequential([keras.Input((1,)), dense])
        # Sizes are known, as they are with drop_remainder.
        model.compile(optimizer=keras.optimizers.SGD(1.0), loss=lambda y, p: make(TF, tf.ensure_shape(p, (4, 1))))
        model.fit(X, X, batch_size=4, epochs=1, shuffle=False, verbose=0)
        slope = 1.0 - float(dense.kernel.numpy()[0, 0])
        if slope == 0 or np.isnan(slope):
            return {"gradient": "flows", "factor": None}
        return {"gradient": "flows", "factor": relative(make, slope)}

    return work


frameworks = {"JAX": in_jax, "TensorFlow": in_tensorflow, "Keras": in_keras}
rows = [
    {"id": id_, "facts": facts, **{name: outcome(run(make)) for name, run in frameworks.items()}}
    for id_, (facts, make) in CASES.items()
]
versions = {name: importlib.metadata.version(name) for name in ("jax", "keras")}
versions["tensorflow"] = tf.__version__
Path(__file__).with_name("lens.json").write_text(json.dumps({"versions": versions, "cases": rows}, indent=1) + "\n")
