/** @file All that is traced back from a result, put together for the hazards: the page reads those and computes nothing. */
import type { NamedParameter } from "../language/loss.ts";
import { numelOf } from "../tensor/shape.ts";
import { type CancelledErrors, cancelledErrors } from "./cancelled-errors.ts";
import { type Cut, cutOf } from "./causes.ts";
import { type OneWeight, oneWeight } from "./one-weight.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { writtenIn } from "./non-finite.ts";
import type { Origin } from "./origins.ts";
import { type Swapped, swappedArguments } from "./swapped-arguments.ts";
import {
  type DeadTerm,
  deadTerms,
  flatTerms,
  type LookedPart,
  type Still,
  stillParameters,
  unregistered,
} from "./terms.ts";
import { type Total, totalOf } from "./totals.ts";
import type { Watch } from "./watch.ts";
import { cancelledIn, type Zeroed } from "./zeroed.ts";

/** What forward returned, before anything was made of it. */
export interface Returned {
  readonly roots: readonly Origin[];
  readonly parameters: readonly NamedParameter[];
  /** The class of a module that was returned instead of what it computes. */
  readonly module: string | null;
  /** Its terms with their gradients, where they were looked at. */
  readonly parts: readonly LookedPart[];
  /** Predictions, targets, and what the model learns. */
  readonly given: readonly Tensor[];
  /** A gradient was there before the loss's own backward: forward made one. */
  readonly isPulled: boolean;
}

export interface Causes {
  readonly cut: Cut | null;
  readonly deadTerms: readonly DeadTerm[];
  readonly still: readonly Still[];
  readonly total: Total;
  readonly oneWeight: OneWeight | null;
  readonly swapped: readonly Swapped[];
  readonly module: string | null;
  readonly isPulled: boolean;
  /** What is subtracted from itself, where no single op takes the gradient. */
  readonly cancelled: Zeroed | null;
  readonly cancelledErrors: CancelledErrors | null;
  /** Where NaN or infinity was written that came into it. */
  readonly written: number | null;
  readonly unregistered: readonly (number | null)[];
  /** Of a container that holds something else besides: its first is a scalar that a gradient starts from. */
  readonly leads: boolean;
  /** A gradient can start from the result. */
  readonly isOnTape: boolean;
  /** It was told to require one, and nothing leads to it. */
  readonly isLeaf: boolean;
}

/** After backward: a parameter's gradient is there by then. */
export function causesOf({ roots, parameters, module, parts, isPulled, given }: Returned, watch: Watch): Causes {
  const [root] = roots;
  // requires_grad may have been written on it since it was made.
  const isOnTape = root?.isOnTape === true || root?.tensor?.requires_grad === true;
  return {
    cut: cutOf(roots, watch.origins.decisions),
    deadTerms: root === undefined ? [] : [...deadTerms(root), ...flatTerms(root, parts)],
    still: stillParameters(roots, parameters, watch.origins.numbers),
    total: totalOf(roots),
    oneWeight: roots.length === 1 ? oneWeight(root, watch.rows) : null,
    swapped: swappedArguments(watch),
    module,
    isPulled,
    cancelled: root === undefined || watch.zeroGradient !== null ? null : cancelledIn(root),
    written: root === undefined || watch.nonFinite !== null ? null : (writtenIn(root)?.probe ?? null),
    unregistered: unregistered(roots, parameters, given),
    cancelledErrors: roots.length === 1 ? cancelledErrors(root, watch.rows) : null,
    leads: isOnTape && root.tensor !== null && numelOf(root.tensor.shape) === 1,
    isOnTape,
    isLeaf: isOnTape && root.tensor?.is_leaf === true,
  };
}
