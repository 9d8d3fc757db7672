/** @file What a Python source has to import, found out while it is printed. */

const modules: readonly (readonly [prefix: string, short: string, statement: string])[] = [
  ["torch.nn.functional", "F", "import torch.nn.functional as F"],
  ["torch.nn", "nn", "import torch.nn as nn"],
  ["torch", "torch", "import torch"],
  ["math", "math", "import math"],
  ["functools", "functools", "import functools"],
  ["warnings", "warnings", "import warnings"],
  ["numpy", "np", "import numpy as np"],
];

/** In the order people write them. */
const order = ["functools", "math", "warnings", "np", "torch", "nn", "F"];

export class Imports {
  readonly #needed = new Set<string>();

  /** A full name as the source writes it: torch.nn.functional.relu is F.relu. */
  name(path: string): string {
    for (const [prefix, short] of modules) {
      if (path !== prefix && !path.startsWith(`${prefix}.`)) continue;
      this.#needed.add(short);
      return short + path.slice(prefix.length);
    }
    return path;
  }

  get statements(): string[] {
    return order
      .filter((short) => this.#needed.has(short))
      .flatMap((short) => modules.filter(([, each]) => each === short).map(([, , statement]) => statement));
  }
}
