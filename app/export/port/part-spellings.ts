/** @file Parts of tensors, and their shapes, in JAX and Keras 3. The number of rows may be unknown where TensorFlow compiles: @shape says it when it runs. */
import { jaxOnly, type Spellings } from "./spelling.ts";

/** Elements from `start` to `end` along `dim`. */
const slice = "input[(slice(None),) * (dim % len(input.shape)) + (slice(START, END),)]";
const from = (start: string, end: string): string => slice.replace("START", start).replace("END", end);

/** Of sizes that are known as numbers; of others when it runs. */
const kerasTriangle = (comparison: "<=" | ">="): string => `
    if isinstance(row, int) and isinstance(col, int):
        places = [(i, j) for i in range(row) for j in range(col) if j - i ${comparison} offset]
        return tuple(ops.array([place[k] for place in places], dtype="int32") for k in (0, 1))
    apart = ops.expand_dims(ops.arange(col), 0) - ops.expand_dims(ops.arange(row), 1)
    return tuple(ops.nonzero(apart ${comparison} offset))`;

export const partSpellings = {
  flatten: [
    "@reshape($input, (-1,))",
    {
      helper: `(input, start_dim=0, end_dim=-1):
    sizes = tuple(@shape(input))
    start, end = start_dim % len(sizes), end_dim % len(sizes)
    return @reshape(input, (*sizes[:start], -1, *sizes[end + 1 :]))`,
    },
  ],
  unflatten: {
    helper: `(input, dim, sizes):
    before = tuple(@shape(input))
    dim = dim % len(before)
    return @reshape(input, (*before[:dim], *sizes, *before[dim + 1 :]))`,
  },
  // -1 keeps a size.
  expand: {
    helper: `(input, size):
    old = (1,) * (len(size) - len(input.shape)) + tuple(@shape(input))
    return @broadcast_to(input, tuple(o if isinstance(n, int) and n == -1 else n for o, n in zip(old, size)))`,
  },
  narrow: {
    helper: `(input, dim, start, length):
    return ${from("start", "start + length")}`,
  },
  split: {
    helper: `(input, split_size, dim=0):
    if isinstance(split_size, int):
        size = input.shape[dim]
        split_size = [min(split_size, size - at) for at in range(0, size, split_size)]
    parts, at = [], 0
    for size in split_size:
        parts.append(${from("at", "at + size")})
        at += size
    return tuple(parts)`,
  },
  chunk: {
    helper: `(input, chunks, dim=0):
    size = @shape(input)[dim]
    each = (size + chunks - 1) // chunks
    starts = [i * each for i in range(chunks)]
    if isinstance(size, int):
        starts = [start for start in starts if start < size]
    return tuple(${from("start", "start + each")} for start in starts)`,
  },
  tensor_split: null,
  hsplit: null,
  vsplit: null,
  unbind: {
    helper: `(input, dim=0):
    return tuple(@take(input, i, axis=dim) for i in range(input.shape[dim]))`,
  },
  unfold: {
    helper: `(input, dimension, size, step):
    dimension = dimension % len(input.shape)
    starts = @arange(0, input.shape[dimension] - size + 1, step)
    parts = @take(input, @expand_dims(starts, 1) + @arange(size), axis=dimension)
    return @moveaxis(parts, dimension + 1, -1)`,
  },
  diag_embed: {
    helper: `(input):
    return @where(@eye(input.shape[-1]) == 1, @expand_dims(input, -1), 0.0)`,
  },
  fliplr: "@flip($input, 1)",
  flipud: "@flip($input, 0)",
  rot90: { jax: "@rot90($input{, k=$k}{, axes=$dims})", keras: "@rot90($input{, k=$k}{, axes=$dims})" },
  column_stack: jaxOnly("jnp.column_stack($tensors)"),
  meshgrid: {
    helper: `(*tensors, indexing="ij"):
    if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)):
        tensors = tensors[0]
    return tuple(@meshgrid(*tensors, indexing=indexing))`,
  },
  cartesian_prod: null,
  combinations: null,
  sum_to_size: null,
  pad: {
    helper: `(input, pad, mode="constant", value=0.0):
    rank = len(input.shape)
    pairs = [(pad[i], pad[i + 1]) for i in range(len(pad) - 2, -1, -2)]
    for dim, (before, after) in enumerate(pairs, rank - len(pairs)):
        size = input.shape[dim]
        if mode == "constant":
            widths = [(max(before, 0), max(after, 0)) if i == dim else (0, 0) for i in range(rank)]
            input = @pad(input, widths, constant_values=value or 0)
            input = ${from("-min(before, 0)", "min(after, 0) or None")} if min(before, after) < 0 else input
        else:
            places = range(-before, size + after)
            if mode == "reflect":
                places = [size - 1 - abs(size - 1 - abs(i)) for i in places]
            elif mode == "replicate":
                places = [min(max(i, 0), size - 1) for i in places]
            else:
                places = [i % size for i in places]
            input = @take(input, @array(places), axis=dim)
    return input`,
  },
  tril_indices: {
    jax: { helper: "(row, col, offset=0):\n    return jnp.stack(jnp.tril_indices(row, offset, col))" },
    keras: { helper: `(row, col, offset=0):${kerasTriangle("<=")}` },
  },
  triu_indices: {
    jax: { helper: "(row, col, offset=0):\n    return jnp.stack(jnp.triu_indices(row, offset, col))" },
    keras: { helper: `(row, col, offset=0):${kerasTriangle(">=")}` },
  },
} as const satisfies Spellings;
