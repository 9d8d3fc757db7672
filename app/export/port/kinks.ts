/** @file For tests and measurements: expressions at kinks, ties and zeros, each as a loss and as it is exported. */
import { readFileSync } from "node:fs";
import { nodesIn } from "../../../engine/language/python/nodes.ts";
import { Refusal } from "../../../engine/language/python/refusal.ts";
import type { Framework } from "./frameworks.ts";
import { FLOAT } from "./held.ts";
import { rewrite } from "./rewrite.ts";

export const kinksFolder = "engine/testdata/exports/kinks";

/** Values at which something has a kink, or is tied, or nothing. */
const values = {
  points: {
    p: [-6, -3, -1, -0.5, 0, 0.5, 1, 3, 6],
    t: [-6, 3, 0, -0.5, 0, 1, 1, -2, 6],
  },
  rows: {
    p: [
      [0, 0, 0],
      [1, 2, 2],
      [1, 1, 1],
      [-2, 0, 1],
    ],
    t: [
      [0, 0, 0],
      [1, 0, 2],
      [0, 0, 0],
      [-2, 3, 1],
    ],
  },
  unit: { p: [0, 0, 1, 1, 0.25, 0.5], t: [0, 1, 0, 1, 0.5, 0.5] },
} as const;

export interface Kink {
  readonly expression: string;
  readonly p: unknown;
  readonly t: unknown;
  readonly source: string;
}

const table: Readonly<Record<keyof typeof values, readonly string[]>> = JSON.parse(
  readFileSync(`${kinksFolder}/expressions.json`, "utf8"),
);

const kinds = ["points", "rows", "unit"] as const;

export const kinks: readonly Kink[] = kinds.flatMap((kind) =>
  table[kind].map((expression) => ({
    expression,
    ...values[kind],
    source: `import torch\nimport torch.nn.functional as F\ndef forward(p, t):\n    return ${expression}\n`,
  })),
);

const imports: Readonly<Record<Framework, string>> = {
  jax: "import jax\nimport jax.numpy as jnp\n",
  keras: "import keras\nfrom keras import ops\n",
};

/** What comes of it in another framework; null where it is refused. */
export function inFramework({ source }: Kink, framework: Framework): string | null {
  try {
    const rewritten = rewrite(source, nodesIn(source), framework, { entry: "forward", kinds: [FLOAT, FLOAT] });
    return `${imports[framework]}${rewritten.helpers.join("")}${rewritten.source}`;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
