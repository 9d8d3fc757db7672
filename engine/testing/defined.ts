/** @file What a compiled script hands over, run in this very realm: for terminals, tests and measurements. The page runs strangers' scripts in the sandbox. */
import type { Define } from "../language/loss.ts";
import type { Program } from "../language/program.ts";

export function definedBy({ js }: Pick<Program, "js">): Define {
  const held: { define: Define | null } = { define: null };
  new Function("__losslab", js)((given: Define) => {
    held.define = given;
  });
  if (held.define === null) throw new Error("internal: the script defined nothing");
  return held.define;
}
