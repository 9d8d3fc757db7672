/** @file All that is traced back from a result, put together for the hazards: the page reads those and computes nothing. */
import type { NamedParameter } from "../language/loss.ts";
import { type Cut, cutOf } from "./causes.ts";
import { numelOf } from "../tensor/shape.ts";
import type { Origin } from "./origins.ts";
import { type Swapped, swappedArguments } from "./swapped-arguments.ts";
import { type OneWeight, oneWeight } from "./one-weight.ts";
import { type DeadTerm, deadTerms, flatTerms, type Part, type Still, stillParameters } from "./terms.ts";
import { type Total, totalOf } from "./totals.ts";
import type { Watch } from "./watch.ts";

/** What forward returned, before anything was made of it. */
export interface Returned {
  readonly roots: readonly Origin[];
  readonly parameters: readonly NamedParameter[];
  /** The class of a module that was returned instead of what it computes. */
  readonly module: string | null;
  /** Its terms with their gradients, where they were looked at. */
  readonly parts: readonly Part[];
}

export interface Causes {
  readonly cut: Cut | null;
  readonly deadTerms: readonly DeadTerm[];
  readonly still: readonly Still[];
  readonly total: Total;
  readonly oneWeight: OneWeight | null;
  readonly swapped: readonly Swapped[];
  readonly module: string | null;
  /** Of a container that holds something else besides: its first is a scalar that a gradient starts from. */
  readonly leads: boolean;
  /** A gradient can start from the result. */
  readonly isOnTape: boolean;
  /** It was told to require one, and nothing leads to it. */
  readonly isLeaf: boolean;
}

/** After backward: a parameter's gradient is there by then. */
export function causesOf({ roots, parameters, module, parts }: Returned, watch: Watch): Causes {
  const [root] = roots;
  const isOnTape = root?.isOnTape === true;
  return {
    cut: cutOf(roots, watch.origins.decisions),
    deadTerms: root === undefined ? [] : [...deadTerms(root), ...flatTerms(root, parts)],
    still: stillParameters(roots, parameters),
    total: totalOf(roots),
    oneWeight: roots.length === 1 ? oneWeight(root, watch.rows) : null,
    swapped: swappedArguments(watch),
    module,
    leads: isOnTape && root.tensor !== null && numelOf(root.tensor.shape) === 1,
    isOnTape,
    isLeaf: isOnTape && root.tensor?.is_leaf === true,
  };
}
