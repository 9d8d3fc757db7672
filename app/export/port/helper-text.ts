/** @file Text of a spelling as it stands in the framework: what `@` is there. */
import type { Framework } from "./frameworks.ts";
import { HELPER } from "./helper-names.ts";

/** Functions that come along with the loss, by name. */
export type Helpers = Map<string, string>;

const modules: Readonly<Record<Framework, string>> = { jax: "jnp.", keras: "ops." };

/** What does not stand beside the functions of arrays in JAX. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/@(?=stop_gradient\b)/g, "jax.lax."],
  [/@(?=(softplus|softmax|log_softmax|log_sigmoid)\b)/g, "jax.nn."],
  [/@(?=logsumexp\b)/g, "jax.scipy.special."],
];

export function inModule(text: string, framework: Framework): string {
  const found =
    framework === "jax" ? elsewhere.reduce((all, [place, owner]) => all.replaceAll(place, owner), text) : text;
  return found.replaceAll(/@(?=[a-z])/g, modules[framework]);
}

/** The body of a helper, whose calls of others are names to be found. */
export const helperText = (text: string, framework: Framework): string =>
  inModule(text, framework).replaceAll(/(?<![\w.])_(?=[A-Za-z]\w*\()/g, HELPER);
