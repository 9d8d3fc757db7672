/** @file Functions that come along with a loss and are no op's: their text, with `@` as in spelling.ts. */
import { HELPER } from "./helper-names.ts";

const along = (name: "argmax" | "argmin"): string => `(input, dim, keepdim=False):
    # All of a tie goes to the first place, as in PyTorch.
    places = @expand_dims(@${name}(input, axis=dim), dim)
    values = @take_along_axis(input, places, axis=dim)
    return values if keepdim else @squeeze(values, axis=dim)`;

const withPlaces = (name: "argmax" | "argmin"): string => `(input, dim, keepdim=False):
    # All of a tie goes to the first place, as in PyTorch.
    places = @expand_dims(@${name}(input, axis=dim), dim)
    found = @take_along_axis(input, places, axis=dim), places
    return _Along(found if keepdim else (@squeeze(each, axis=dim) for each in found))`;

const among = (comparison: ">" | "<"): string => `(*values):
    chosen, *others = values[0] if len(values) == 1 else values
    for value in others:
        chosen = @where(value ${comparison} chosen, value, chosen)
    return chosen`;

export const ownHelpers = {
  Module: `class ${HELPER}Module:
    training = True

    def __call__(self, *args, **kwargs):
        return self.forward(*args, **kwargs)
`,
  /** Values along a dim, and their places. */
  Along: `class ${HELPER}Along(tuple):
    values = property(lambda self: self[0])
    indices = property(lambda self: self[1])
`,
  max_along: `def ${HELPER}max_along${along("argmax")}\n`,
  min_along: `def ${HELPER}min_along${along("argmin")}\n`,
  max_and_places: `def ${HELPER}max_and_places${withPlaces("argmax")}\n`,
  min_and_places: `def ${HELPER}min_and_places${withPlaces("argmin")}\n`,
  // Compilers add the two constants first, and the small one is lost.
  plus: `def ${HELPER}plus(input, small):
    nothing = input - @stop_gradient(input)
    return @where(input == 0, small + nothing, input + small)
`,
  greatest: `def ${HELPER}greatest${among(">")}\n`,
  least: `def ${HELPER}least${among("<")}\n`,
  /** What is computed under no_grad. */
  without_grad: `def ${HELPER}without_grad(value):
    if isinstance(value, dict):
        return {key: _without_grad(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)([_without_grad(each) for each in value])
    return @stop_gradient(value) if hasattr(value, "shape") else value
`,
  /** x[mask] = value, of a number or of a tensor as x is. */
  put_where: `def ${HELPER}put_where(input, mask, value):
    mask = @reshape(mask, (*@shape(mask), *(1 for _ in input.shape[len(mask.shape) :])))
    return @where(mask, value, input)
`,
  /** x[places] = value: \`chosen\` says which elements of a tensor of x's shape are meant. */
  put: `def ${HELPER}put(input, chosen, value):
    sizes, flat = @shape(input), @reshape(input, (-1,))
    places = chosen(@reshape(@arange(@shape(flat)[0]), sizes))
    values = @reshape(@broadcast_to(@cast(value, input.dtype), @shape(places)), (-1,))
    return @reshape(@scatter_update(flat, @reshape(places, (-1, 1)), values), sizes)
`,
  fill_diagonal: `def ${HELPER}fill_diagonal(input, value):
    rows, columns = (@arange(size) for size in @shape(input))
    return @where(@expand_dims(rows, 1) == columns, value, input)
`,
  /** x[i, j] of tensors of whole numbers: elements by their places. */
  elements: `def ${HELPER}elements(input, *places):
    sizes = tuple(@shape(input))
    flat = 0
    for size, place in zip(sizes, places):
        flat = flat * size + @where(place < 0, place + size, place)
    return @take(@reshape(input, (-1, *sizes[len(places) :])), flat, axis=0)
`,
} as const;

export type OwnHelper = keyof typeof ownHelpers;

/** Others that it calls. */
export const neededBy: Readonly<Partial<Record<OwnHelper, readonly OwnHelper[]>>> = {
  max_and_places: ["Along"],
  min_and_places: ["Along"],
};
