/** @file A pasted text that is a script too: in a file of ours, its own main is not run. */
import { codeOf } from "../../engine/language/python/tokens.ts";

/** A text that asks what it is run as is told that it is no script, as it is here: the file runs its own main alone. */
export function apartFromMain(user: string, after: string): { readonly first: string; readonly last: string } {
  if (!/\b__name__\b/.test(codeOf(user))) return { first: "", last: after };
  let name = "STARTED_AS";
  while (user.includes(name) || after.includes(name)) name += "_";
  return {
    first: `${name}, __name__ = __name__, "loss"  # its own main is not run here\n\n`,
    last: after.replace('\nif __name__ == "__main__":', `\nif ${name} == "__main__":`),
  };
}
