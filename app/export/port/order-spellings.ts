/** @file Order and what stands at places of it. Values are taken by their places, so that the gradient goes where PyTorch's does. */
import type { Spellings } from "./spelling.ts";

/** The one at each of `places`. */
const one = `    values = @take_along_axis(input, places, axis=dim)
    found = values, places
    return _Along(found if keepdim else (@squeeze(each, axis=dim) for each in found))`;

export const orderSpellings = {
  argsort: {
    helper: `(input, dim=-1, descending=False, stable=False):
    if "bool" in str(input.dtype):
        input = @where(input, 1, 0)
    return @argsort(-input if descending else input, axis=dim)`,
  },
  sort: {
    helper: `(input, dim=-1, descending=False, stable=False):
    places = _argsort(input, dim, descending)
    return _Along((@take_along_axis(input, places, axis=dim), places))`,
    needs: ["argsort"],
    own: ["Along"],
  },
  msort: "@sort($input, axis=0)",
  topk: {
    helper: `(input, k, dim=-1, largest=True, sorted=True):
    places = @take(_argsort(input, dim, largest), @arange(k), axis=dim)
    return _Along((@take_along_axis(input, places, axis=dim), places))`,
    needs: ["argsort"],
    own: ["Along"],
  },
  kthvalue: {
    helper: `(input, k, dim=-1, keepdim=False):
    places = @expand_dims(@take(_argsort(input, dim), k - 1, axis=dim), dim)
${one}`,
    needs: ["argsort"],
    own: ["Along"],
  },
  // The lower of two middle values. Without a dim, all that are equal to it share the gradient.
  median: {
    helper: `(input, dim=None, keepdim=False):
    if dim is None:
        flat = @reshape(input, (-1,))
        middle = @stop_gradient(@take(@sort(flat), (@shape(flat)[0] - 1) // 2, axis=0))
        apart = @where(flat == middle, flat - @stop_gradient(flat), 0.0)
        return middle + @sum(apart) / @sum(@where(flat == middle, 1.0, 0.0))
    middle = (@shape(input)[dim] - 1) // 2
    places = @expand_dims(@take(_argsort(input, dim), middle, axis=dim), dim)
${one}`,
    needs: ["argsort"],
    own: ["Along"],
  },
  nanmedian: null,
  mode: null,
  cummax: null,
  cummin: null,
  unique: null,
} as const satisfies Spellings;
