/** @file Functions that come along with a loss and are no op's. */
import { type Framework, type Helpers, helperText } from "./framework.ts";
import { HELPER } from "./helper-names.ts";

const along = (name: "argmax" | "argmin"): string => `(input, dim, keepdim=False):
    # All of a tie goes to the first place, as in PyTorch.
    places = @expand_dims(@${name}(input, axis=dim), dim)
    values = @take_along_axis(input, places, axis=dim)
    return values if keepdim else @squeeze(values, axis=dim)`;

const among = (comparison: ">" | "<"): string => `(*values):
    chosen, *others = values[0] if len(values) == 1 else values
    for value in others:
        chosen = @where(value ${comparison} chosen, value, chosen)
    return chosen`;

const ownHelpers = {
  Module: `class ${HELPER}Module:
    def __call__(self, *args, **kwargs):
        return self.forward(*args, **kwargs)
`,
  max_along: `def ${HELPER}max_along${along("argmax")}\n`,
  min_along: `def ${HELPER}min_along${along("argmin")}\n`,
  // Compilers add the two constants first, and the small one is lost.
  plus: `def ${HELPER}plus(input, small):
    nothing = input - @stop_gradient(input)
    return @where(input == 0, small + nothing, input + small)
`,
  greatest: `def ${HELPER}greatest${among(">")}\n`,
  least: `def ${HELPER}least${among("<")}\n`,
} as const;

/** Puts one among those that come along; its name. */
export function includeOwn(name: keyof typeof ownHelpers, framework: Framework, helpers: Helpers): string {
  helpers.set(name, helperText(ownHelpers[name], framework));
  return `${HELPER}${name}`;
}
