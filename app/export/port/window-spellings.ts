/** @file Convolutions and pooling in JAX and Keras 3, with channels first as in PyTorch. */
import type { Spellings } from "./spelling.ts";

const pair = `lambda n: (n, n) if isinstance(n, int) else tuple(n) * (2 // len(n))`;

export const windowSpellings = {
  conv2d: {
    jax: {
      helper: `(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    if input.ndim == 3:
        return _conv2d(input[None], weight, bias, stride, padding, dilation, groups)[0]
    pair = ${pair}
    sides = padding.upper() if isinstance(padding, str) else [(n, n) for n in pair(padding)]
    options = {"rhs_dilation": pair(dilation), "feature_group_count": groups}
    y = jax.lax.conv_general_dilated(input, weight, pair(stride), sides, **options)
    return y if bias is None else y + jnp.reshape(bias, (-1, 1, 1))`,
    },
    keras: {
      helper: `(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    if len(input.shape) == 3:
        return _conv2d(ops.expand_dims(input, 0), weight, bias, stride, padding, dilation, groups)[0]
    pair = ${pair}
    sides = "valid"
    if isinstance(padding, str):
        sides = padding
    elif max(pair(padding)) > 0:
        input = ops.pad(input, [(0, 0), (0, 0), *((n, n) for n in pair(padding))])
    last, kernel = ops.transpose(input, (0, 2, 3, 1)), ops.transpose(weight, (2, 3, 1, 0))
    y = ops.conv(last, kernel, pair(stride), sides, "channels_last", pair(dilation))
    y = ops.transpose(y, (0, 3, 1, 2))
    return y if bias is None else y + ops.reshape(bias, (-1, 1, 1))`,
    },
  },
  conv1d: {
    helper: `(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    two = lambda n, other: n if isinstance(n, str) else (other, n) if isinstance(n, int) else (other, *n)
    row, kernel = @expand_dims(input, -2), @expand_dims(weight, -2)
    y = _conv2d(row, kernel, None, two(stride, 1), two(padding, 0), two(dilation, 1), groups)
    y = @squeeze(y, axis=-2)
    return y if bias is None else y + @reshape(bias, (-1, 1))`,
    needs: ["conv2d"],
  },
  avg_pool2d: {
    helper: `(input, kernel_size, stride=None, padding=0):
    pair = ${pair}
    rows, columns = pair(kernel_size)
    sizes = @shape(input)
    kernel = @ones((1, 1, rows, columns)) / (rows * columns)
    y = _conv2d(@reshape(input, (-1, 1, *sizes[-2:])), kernel, None, pair(stride or kernel_size), padding)
    return @reshape(y, (*sizes[:-2], *@shape(y)[-2:]))`,
    needs: ["conv2d"],
  },
  avg_pool1d: {
    helper: `(input, kernel_size, stride=None, padding=0):
    two = lambda n, other: (other, n) if isinstance(n, int) else (other, *n)
    y = _avg_pool2d(@expand_dims(input, -2), two(kernel_size, 1), two(stride or kernel_size, 1), two(padding, 0))
    return @squeeze(y, axis=-2)`,
    needs: ["avg_pool2d"],
  },
  // All of a tie goes to the first place.
  max_pool2d: {
    helper: `(input, kernel_size, stride=None, padding=0):
    pair = ${pair}
    sides = [(0, 0)] * (len(input.shape) - 2) + [(n, n) for n in pair(padding)]
    x = @pad(input, sides, constant_values=-float("inf"))
    (rows, columns), (down, right) = pair(kernel_size), pair(stride or kernel_size)
    bottom, end = (size - n for size, n in zip(@shape(x)[-2:], (rows, columns)))
    places = [(i, j) for i in range(rows) for j in range(columns)]
    shifted = [x[..., i : bottom + i + 1 : down, j : end + j + 1 : right] for i, j in places]
    return _max_along(@stack(shifted, axis=-1), -1)`,
    own: ["max_along"],
  },
  max_pool1d: null,
  adaptive_avg_pool1d: null,
  adaptive_avg_pool2d: null,
  adaptive_max_pool1d: null,
  adaptive_max_pool2d: null,
} as const satisfies Spellings;
