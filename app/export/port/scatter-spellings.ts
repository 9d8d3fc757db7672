/** @file Writing by places, as a value: the tensor with the elements written. */
import type { Spellings } from "./spelling.ts";

/** Of every place of `index`, where it stands in a flat tensor. */
const flatPlaces = `    rank, sizes = len(input.shape), tuple(@shape(input))
    dim = dim % rank
    flat = 0
    for i, size in enumerate(sizes):
        along = @reshape(@arange(@shape(index)[i]), [-1 if j == i else 1 for j in range(rank)])
        flat = flat * size + (index if i == dim else along)
    flat = @reshape(@broadcast_to(flat, @shape(index)), (-1,))`;

/** What is written there, of the tensor's dtype. */
const values = `    src = @broadcast_to(src, @shape(index)) if len(@shape(src)) == 0 else src[tuple(slice(0, n) for n in @shape(index))]
    src = @reshape(src, (-1,))`;

const written = (name: string): { readonly jax: string; readonly keras: string } => ({
  jax: `    return jnp.reshape(jnp.reshape(input, (-1,)).at[flat].${name}(src.astype(input.dtype)), sizes)`,
  keras: `    old, places, src = ops.reshape(input, (-1,)), ops.expand_dims(flat, 1), ops.cast(src, input.dtype)
    new = ${name === "add" ? "old + ops.scatter(places, src, ops.shape(old))" : "ops.scatter_update(old, places, src)"}
    return ops.reshape(new, sizes)`,
});

const scatterHead = `    src = @array(src) if isinstance(src, (int, float)) else src`;

/** A whole row along dim for each element of a list of places: as scatter, with the places repeated. */
const rows = (name: "scatter" | "scatter_add", parameters: string, source: string): string => `(${parameters}):
    shape = [1] * len(input.shape)
    shape[dim] = -1
    sizes = list(@shape(input))
    sizes[dim] = @shape(index)[0]
    places = @broadcast_to(@reshape(index, shape), tuple(sizes))
    return _${name}(input, dim, places, ${source})`;

const scatter = (name: "set" | "add", framework: "jax" | "keras") => ({
  helper: `(input, dim, index, src):
${scatterHead}
${flatPlaces}
${values}
${written(name)[framework]}`,
});

export const scatterSpellings = {
  scatter: { jax: scatter("set", "jax"), keras: scatter("set", "keras") },
  scatter_add: { jax: scatter("add", "jax"), keras: scatter("add", "keras") },
  scatter_reduce: null,
  index_add: {
    helper: rows("scatter_add", "input, dim, index, source, alpha=1", "alpha * source"),
    needs: ["scatter_add"],
  },
  index_copy: { helper: rows("scatter", "input, dim, index, source", "source"), needs: ["scatter"] },
  index_fill: { helper: rows("scatter", "input, dim, index, value", "value"), needs: ["scatter"] },
  index_put: null,
  // Its size is that of the greatest number, which a compiled function does not know.
  bincount: {
    jax: "jnp.bincount($input{, weights=$weights}, length=$minlength)",
    keras: {
      helper: `(input, minlength, weights=None):
    each = ops.one_hot(input, minlength)
    counts = ops.sum(each if weights is None else each * ops.expand_dims(weights, 1), axis=0)
    return ops.cast(counts, "int32") if weights is None else counts`,
    },
  },
  masked_select: null,
  nonzero: null,
  argwhere: null,
} as const satisfies Spellings;
