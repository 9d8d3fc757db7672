/**
 * @file Every hazard: one record says its code, how grave it is, its facts and how it is found. Words and fixes for people are in
 * app/verdict/hazard-words.ts, which does not compile until it has them.
 */
import * as v from "valibot";
import type { Omitted } from "../bounded.ts";
import { bounds, count, type Measure, probe, real, shapeOf, share } from "./bounds.ts";
import type { Cut } from "./causes.ts";
import type { Causes } from "./found.ts";
import { givens, reasons, slopeReasons } from "./reasons.ts";
import { type GradientFacts, type Outcome, plainKinds } from "./report.ts";
import type { Trial } from "./trials.ts";
import type { Watch } from "./watch.ts";

/**
 * - `error`: nothing can be learned from this loss.
 * - `warning`: it may be meant, and often is not.
 * - `info`: fine here, but not everywhere.
 */
export type Severity = "error" | "warning" | "info";

/** What an evaluation came to. */
export interface Evaluated {
  /** null where it did not come to its end. */
  readonly outcome: Outcome | null;
  readonly gradient: GradientFacts | null;
  readonly watch: Watch;
  /** null where forward did not come to its end. */
  readonly causes: Causes | null;
  readonly trials: readonly Trial[];
}

interface Kind<Code extends string, Facts extends v.ObjectEntries> {
  readonly code: Code;
  readonly severity: Severity;
  /** What is said besides the probe, which is where. */
  readonly facts: (measure: Measure) => Facts;
  readonly find: (evaluated: Evaluated) => readonly FactsOf<Facts>[];
  /** How many more there were than are kept. */
  readonly more?: (evaluated: Evaluated) => number;
}

type FactsOf<Facts extends v.ObjectEntries> = Readonly<v.InferOutput<v.ObjectSchema<Facts, undefined>>> & {
  readonly probe: number | null;
};

function kind<const Code extends string, Facts extends v.ObjectEntries>(record: Kind<Code, Facts>) {
  const { code, severity, facts, find, more = () => 0 } = record;
  return {
    code,
    severity,
    schema: (measure: Measure) => v.object({ code: v.literal(code), probe, ...facts(measure) }),
    find: (evaluated: Evaluated) => find(evaluated).map((found) => ({ ...found, code })),
    more,
  };
}

/** A loss that a backward can start from. */
function scalar({ outcome }: Evaluated): (Outcome & { readonly kind: "tensor" }) | null {
  return outcome?.kind === "tensor" && outcome.numel === 1 ? outcome : null;
}

function finiteScalar(evaluated: Evaluated): ReturnType<typeof scalar> {
  const outcome = scalar(evaluated);
  return outcome === null || outcome.value === null || Number.isFinite(outcome.value) ? outcome : null;
}

const text = (measure: Measure) => measure.text(bounds.name);
const cause = (measure: Measure) => ({ cause: v.nullable(text(measure)) });

const alsoOf = (measure: Measure) => ({ also: v.nullable(text(measure)), alsoAt: probe });
const following = (cut: Cut | null) => ({ also: cut?.also?.op ?? null, alsoAt: cut?.also?.probe ?? null });

const why = <const Reasons extends readonly string[]>(names: Reasons) => ({
  reason: v.nullable(v.picklist(names)),
  count,
  of: count,
  value: v.nullable(real),
  from: probe,
  row: v.nullable(count),
});
const unknown = { reason: null, count: 0, of: 0, value: null, from: null, row: null };
const nowhere = { count: 0, of: 0, low: null, high: null, isSingle: false, from: null };

/** NaN or infinity, and the first expression that made it from finite inputs. */
const nonFinite = kind({
  code: "non-finite",
  severity: "error",
  facts: () => ({ nan: v.boolean(), ...why(reasons) }),
  find: (evaluated) => {
    const outcome = scalar(evaluated);
    if (outcome === null || finiteScalar(evaluated) !== null) return [];
    const { nonFinite } = evaluated.watch;
    const nan = nonFinite?.nan ?? Number.isNaN(outcome.value);
    const written = evaluated.causes?.written ?? null;
    if (written !== null) return [{ ...unknown, probe: written, nan, reason: "written" as const }];
    return [{ probe: nonFinite?.probe ?? outcome.probe, nan, ...(nonFinite?.why ?? unknown) }];
  },
});

/** Finite value, but NaN or infinity in the gradient. `cause` is the op whose backward made it. */
const nonFiniteGradient = kind({
  code: "non-finite-gradient",
  severity: "error",
  facts: (measure) => ({ ...cause(measure), ...why(slopeReasons) }),
  find: (evaluated) => {
    const outcome = finiteScalar(evaluated);
    const { gradient, watch } = evaluated;
    if (outcome === null || gradient === null || gradient.finite) return [];
    const spot = watch.nonFiniteGradient;
    return [{ probe: spot?.probe ?? outcome.probe, cause: spot?.op ?? null, ...(spot?.why ?? unknown) }];
  },
});

/** Either of the two, found elsewhere than on the first batch. */
const lostSchema = (measure: Measure) =>
  v.nullable(v.variant("code", [nonFinite.schema(measure), nonFiniteGradient.schema(measure)]));
export type LostHazard = Readonly<NonNullable<v.InferOutput<ReturnType<typeof lostSchema>>>>;

/** In the order of what is said first: of a loss with several, the first is its verdict. */
export const hazardKinds = [
  kind({
    code: "not-a-tensor",
    severity: "error",
    facts: (measure) => ({ kind: v.picklist(plainKinds), module: v.nullable(text(measure)), leads: v.boolean() }),
    find: ({ outcome, causes }) =>
      outcome === null || outcome.kind === "tensor"
        ? []
        : [{ probe: outcome.probe, kind: outcome.kind, module: causes?.module ?? null, leads: causes?.leads ?? false }],
  }),
  /** `total`: of several parts, the one that is the loss; the others went into it (`isMade`), or carry no gradient. */
  kind({
    code: "not-scalar",
    severity: "warning",
    facts: (measure) => ({ shape: shapeOf(measure), total: v.nullable(count), isMade: v.boolean() }),
    find: ({ outcome, causes }) =>
      outcome?.kind === "tensor" && outcome.numel !== 1
        ? [{ probe: outcome.probe, shape: [...outcome.shape], ...(causes?.total ?? { total: null, isMade: false }) }]
        : [],
  }),
  nonFinite,
  /**
   * Nothing connects the result to the predictions. `cause` names the op that cut it (`detach`, `item`, `gt`, ...), if one did; `also`, at `alsoAt`,
   * cuts what came of it as well. `isAsked`: only
   * an `if` asked. `raises`: PyTorch's backward does; where it does not, `isLeaf` is a result that was told to require a gradient.
   */
  kind({
    code: "no-gradient",
    severity: "error",
    facts: (measure) => ({
      ...cause(measure),
      ...alsoOf(measure),
      isAsked: v.boolean(),
      raises: v.boolean(),
      isLeaf: v.boolean(),
    }),
    find: (evaluated) => {
      const { gradient, outcome, causes, watch } = evaluated;
      if (outcome === null || causes === null) return [];
      const { stopped } = watch;
      const cut = causes.cut ?? (stopped === null ? null : { ...stopped, isAsked: false, also: null });
      // A number is what item() leaves: then the place that cut the gradient is worth showing as well.
      const isLeft = outcome.kind === "number" && cut !== null;
      if (!isLeft && (scalar(evaluated) === null || gradient !== null)) return [];
      return [
        {
          probe: cut?.probe ?? outcome.probe,
          cause: cut?.op ?? null,
          ...following(cut),
          isAsked: cut?.isAsked ?? false,
          raises: !causes.isOnTape && outcome.kind === "tensor",
          isLeaf: causes.isLeaf,
        },
      ];
    },
  }),
  /**
   * `cause`: the op that made zeros of `count` of `of` numbers; it was given numbers from `low` to `high`, and (a product) times 0, which was made
   * at `from`.
   */
  kind({
    code: "zero-gradient",
    severity: "error",
    facts: (measure) => ({
      ...cause(measure),
      count,
      of: count,
      low: v.nullable(real),
      high: v.nullable(real),
      isSingle: v.boolean(),
      from: probe,
    }),
    find: (evaluated) => {
      const outcome = finiteScalar(evaluated);
      const { gradient, watch, causes } = evaluated;
      if (outcome === null || gradient?.finite !== true || !gradient.zero) return [];
      const {
        probe: at,
        op,
        ...facts
      } = watch.zeroGradient ?? causes?.cancelled ?? { probe: null, op: null, ...nowhere };
      return [{ probe: at ?? outcome.probe, cause: op, ...facts }];
    },
  }),
  nonFiniteGradient,
  /** A term that is made of the predictions adds to the value and brings no gradient: `cause` cut it off, at `from`. */
  kind({
    code: "dead-term",
    severity: "warning",
    facts: (measure) => ({ ...cause(measure), ...alsoOf(measure), value: real, share, from: probe }),
    find: (evaluated) => {
      const { causes } = evaluated;
      if (finiteScalar(evaluated) === null || evaluated.gradient === null || causes === null) return [];
      return causes.deadTerms.slice(0, bounds.ofAKind).map(({ cut, probe: at, value, share: part }) => ({
        probe: at,
        cause: cut.op,
        ...following(cut),
        value,
        share: part,
        from: cut.probe,
      }));
    },
  }),
  /** `op` takes logits, or logarithms of probabilities, and is `given` something else, made at `from`. */
  kind({
    code: "wrong-link",
    severity: "warning",
    facts: (measure) => ({ op: text(measure), given: v.picklist(givens), from: probe }),
    find: ({ watch }) => watch.links,
  }),
  /** A softmax over the `rows` of the batch in the place of the classes. */
  kind({
    code: "batch-softmax",
    severity: "warning",
    facts: (measure) => ({ op: text(measure), rows: count, classes: count }),
    find: ({ watch: { batchSoftmax } }) => (batchSoftmax === null ? [] : [batchSoftmax]),
  }),
  /** forward calls backward itself, and its gradient is there before training makes the same. */
  kind({
    code: "own-backward",
    severity: "warning",
    facts: () => ({}),
    find: ({ causes, outcome }) =>
      causes?.isPulled === true && outcome?.kind === "tensor" ? [{ probe: outcome.probe }] : [],
  }),
  /** `op` makes positive what was added up over the rows before, at `from`: errors of opposite sign cancel. */
  kind({
    code: "cancelled-errors",
    severity: "warning",
    facts: (measure) => ({ op: text(measure), from: probe }),
    find: (evaluated) => {
      const found = evaluated.causes?.cancelledErrors ?? null;
      return found === null || finiteScalar(evaluated) === null ? [] : [found];
    },
  }),
  /** Weights of samples multiply one number: `op`, at `from`, reduced over the batch before. */
  kind({
    code: "one-weight",
    severity: "warning",
    facts: (measure) => ({
      op: text(measure),
      from: probe,
      weights: shapeOf(measure),
      value: shapeOf(measure),
    }),
    find: (evaluated) => {
      const found = evaluated.causes?.oneWeight ?? null;
      if (found === null || evaluated.gradient === null) return [];
      return [{ ...found, weights: [...found.weights], value: [...found.value] }];
    },
  }),
  /** The first parameter is called what targets are, the second what predictions are: Keras's order. */
  kind({
    code: "swapped-arguments",
    severity: "warning",
    facts: (measure) => ({ first: text(measure), second: text(measure), other: probe }),
    find: ({ causes }) => causes?.swapped ?? [],
  }),
  /** Something that requires a gradient and is no parameter of the loss: it gets one, and no optimiser moves it. */
  kind({
    code: "unregistered",
    severity: "warning",
    facts: () => ({}),
    find: ({ causes, gradient }) =>
      gradient === null || causes === null
        ? []
        : causes.unregistered.slice(0, bounds.ofAKind).map((at) => ({ probe: at })),
  }),
  /** A parameter of the loss gets no gradient: it never moves. `cause` cut it off; null where the result has nothing of it. */
  kind({
    code: "still-parameter",
    severity: "warning",
    facts: (measure) => ({ name: text(measure), ...cause(measure) }),
    find: (evaluated) => {
      const { gradient, causes } = evaluated;
      if (gradient === null || causes === null) return [];
      return causes.still
        .slice(0, bounds.ofAKind)
        .map(({ name, cut }) => ({ probe: cut?.probe ?? null, name, cause: cut?.op ?? null }));
    },
  }),
  /**
   * The first step works and the second doesn't: `from` is where a tensor of the step was stored, `used` where the second took it. `message`: what it
   * failed with.
   */
  kind({
    code: "second-step",
    severity: "error",
    facts: (measure) => ({ message: v.nullable(measure.text(bounds.message)), from: probe, used: probe }),
    find: ({ trials, watch }) =>
      trials.flatMap((trial) =>
        trial.kind === "second-step"
          ? [
              {
                probe: trial.failure?.probe ?? null,
                message: trial.failure?.message ?? null,
                from: watch.origins.keptAt,
                used: trial.stale,
              },
            ]
          : [],
      ),
  }),
  /** A batch of `rows` rows, which training brings, fails with `message`, or (null) gives NaN or infinity: `lost`. */
  kind({
    code: "other-batch",
    severity: "error",
    facts: (measure) => ({
      rows: count,
      message: v.nullable(measure.text(bounds.message)),
      lost: lostSchema(measure),
    }),
    find: ({ trials }) => batchesThatFail(trials, "other-batch"),
  }),
  /** With the settings as they are, the run is lost at a step among its first. */
  kind({
    code: "training-lost",
    severity: "warning",
    facts: (measure) => ({ step: count, lost: lostSchema(measure) }),
    find: ({ trials }) =>
      trials.flatMap((trial) =>
        trial.kind === "training" ? [{ probe: trial.lost?.probe ?? null, step: trial.step, lost: trial.lost }] : [],
      ),
  }),
  /**
   * Nothing bounds the loss from below: followed down its slope in a learned parameter, or (`name` null) in the predictions, it falls on; or it
   * `vanishes`, without a prediction getting better.
   */
  kind({
    code: "unbounded",
    severity: "warning",
    facts: (measure) => ({ name: v.nullable(text(measure)), vanishes: v.boolean(), here: real, there: real }),
    find: ({ outcome, trials }) =>
      trials.flatMap((trial) => {
        if (trial.kind !== "slide") return [];
        const { name, vanishes, here, there } = trial;
        return [{ probe: outcome?.probe ?? null, name, vanishes, here, there }];
      }),
  }),
  /** One row by itself fails with `message`, or (null) gives NaN or infinity. */
  kind({
    code: "one-row",
    severity: "info",
    facts: (measure) => ({ message: v.nullable(measure.text(bounds.message)), lost: lostSchema(measure) }),
    find: ({ trials }) =>
      batchesThatFail(trials, "one-row").map(({ probe: at, message, lost }) => ({ probe: at, message, lost })),
  }),
  /** `[1]`, `[1, 1]`: PyTorch and Keras take it, JAX refuses. */
  kind({
    code: "one-element",
    severity: "info",
    facts: (measure) => ({ shape: shapeOf(measure) }),
    find: (evaluated) => {
      const outcome = scalar(evaluated);
      return outcome === null || outcome.shape.length === 0
        ? []
        : [{ probe: outcome.probe, shape: [...outcome.shape] }];
    },
  }),
  /** `[64, 1] - [64]`: neither operand has the result's shape. */
  kind({
    code: "silent-broadcast",
    severity: "warning",
    facts: (measure) => ({
      op: text(measure),
      left: shapeOf(measure),
      right: shapeOf(measure),
      result: shapeOf(measure),
    }),
    find: ({ watch }) => watch.broadcasts,
    more: ({ watch }) => watch.moreBroadcasts,
  }),
  /** What PyTorch itself would warn of, in its words. */
  kind({
    code: "warning",
    severity: "warning",
    facts: (measure) => ({ message: measure.text(bounds.warning) }),
    find: ({ watch }) => watch.warnings,
    more: ({ watch }) => watch.moreWarnings,
  }),
];

type Schemas = ReturnType<(typeof hazardKinds)[number]["schema"]>;

/** What is suspicious although it ran. `probe` is where; facts differ per code. */
export type Hazard = Readonly<v.InferOutput<Schemas>>;
export type HazardCode = Hazard["code"];
type ByCode = { readonly [Code in HazardCode]: Extract<Hazard, { readonly code: Code }> };
/** In this form the compiler follows from a hazard's code to what a table holds for that code. */
export type HazardOf<Code extends HazardCode = HazardCode> = {
  [C in Code]: { readonly code: C } & ByCode[C];
}[Code];

export const hazardSchema = (measure: Measure) =>
  v.variant(
    "code",
    hazardKinds.map(({ schema }) => schema(measure)),
  );

export const severityOf = (code: HazardCode): Severity =>
  hazardKinds.find((each) => each.code === code)?.severity ?? "error";

/** In the registry's order. */
export const hazardsOf = (evaluated: Evaluated): readonly Hazard[] =>
  hazardKinds.flatMap(({ find }): Hazard[] => find(evaluated));

export const omittedHazardsOf = (evaluated: Evaluated): readonly Omitted<HazardCode>[] =>
  hazardKinds.flatMap(({ code, more }) => {
    const count = more(evaluated);
    return count > 0 ? [{ kind: code, count }] : [];
  });

export const hazardCodes = hazardKinds.map(({ code }) => code);

function batchesThatFail(trials: readonly Trial[], kind: "other-batch" | "one-row") {
  return trials.flatMap((trial) => {
    if (trial.kind !== "other-batch" && trial.kind !== "one-row") return [];
    const { failure, lost, rows } = trial;
    if (trial.kind !== kind) return [];
    return [{ probe: failure?.probe ?? lost?.probe ?? null, rows, message: failure?.message ?? null, lost }];
  });
}
