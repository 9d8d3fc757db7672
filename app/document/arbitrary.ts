/** @file Random documents, for the laws that hold for all of them. Only tests import it. */
import fc from "fast-check";
import { catalogue } from "../../engine/data/catalogue.ts";
import { type Reading, readingLimits, spreadKinds } from "../../engine/data/reading.ts";
import { knobRanges } from "../../engine/data/sets/toy.ts";
import { type Fill, specDtypes, specLimits, type TensorSpec } from "../../engine/data/tensor-spec.ts";
import { plainLine, plainText } from "../../engine/inspect/plain-text.ts";
import type { Argument } from "../../engine/language/roles.ts";
import { isOptimizerSpec, optimizerNames, optimizerOf, tidyOptimizer } from "../../engine/optim/optimizers/index.ts";
import type { Option, OptionValue } from "../../engine/optim/option.ts";
import { isSchedulerSpec, schedulerNames, schedulerOf, tidyScheduler } from "../../engine/optim/schedulers/index.ts";
import { seedCounts } from "../../engine/study/seeds.ts";
import { axisKinds, sweepLimits } from "../../engine/study/sweep.ts";
import { activationNames } from "../../engine/train/activations.ts";
import { limits } from "../../engine/train/experiment.ts";
import { aggregators } from "../../engine/vector/aggregators.ts";
import { chosenAggregators, handlingLimits, type VectorHandling } from "../../engine/vector/handling.ts";
import type { Aggregator } from "../../engine/vector/records/aggregator.ts";
import { dataLimits } from "./data-limits.ts";
import { type Lane, type LossDocument, laneIds, VERSION } from "./document.ts";
import { examples } from "./examples.ts";
import { OWN, type OwnData } from "./own-data.ts";
import { argumentLimits } from "./tensor-schemas.ts";
import { dockTabIds } from "./view.ts";

const between = ({ min, max }: { readonly min: number; readonly max: number }) =>
  fc.double({ min, max, noNaN: true }).map((value) => value + 0);
const integer = (range: { readonly min: number; readonly max: number }) => fc.integer(range);
const text = (maxLength: number) => fc.string({ unit: "grapheme", maxLength: maxLength / 4 });
const line = (maxLength: number) =>
  fc.oneof(text(maxLength), fc.string({ unit: "binary", maxLength: maxLength / 2 })).map(plainLine);

/** Examples, pieces of them, and anything at all. */
const source = fc.oneof(
  fc.constantFrom(...examples.flatMap((example) => [example.source, example.python])),
  fc
    .array(fc.constantFrom(...examples.flatMap(({ python }) => python.split(" "))), { maxLength: 80 })
    .map((words) => words.join(" ")),
  fc.string({ unit: "binary", maxLength: 300 }),
);

const aggregatorHandling = fc.constantFrom(...chosenAggregators).chain((name): fc.Arbitrary<VectorHandling> => {
  const { parameters }: Aggregator = aggregators[name];
  return fc
    .tuple(
      ...parameters.map((parameter) => fc.option(between(parameter).map((value) => [parameter.name, value] as const))),
    )
    .map((chosen) => ({
      kind: "aggregator",
      name,
      parameters: Object.fromEntries(chosen.filter((entry) => entry !== null)),
    }));
});

const handling: fc.Arbitrary<VectorHandling> = fc.oneof(
  fc.constantFrom<VectorHandling>({ kind: "refuse" }, { kind: "sum" }, { kind: "mean" }),
  fc
    .array(between(handlingLimits.weight), { minLength: 1, maxLength: 8 })
    .map((weights): VectorHandling => ({ kind: "weights", weights })),
  aggregatorHandling,
);

const fill: fc.Arbitrary<Fill> = fc.oneof(
  fc.constantFrom<Fill>(
    { kind: "normal" },
    { kind: "uniform" },
    { kind: "one-hot" },
    { kind: "zeros" },
    { kind: "ones" },
    { kind: "simplex" },
  ),
  integer(specLimits.below).map((below): Fill => ({ kind: "integers", below })),
  between(specLimits.p).map((p): Fill => ({ kind: "mask", p })),
  fc.array(between(specLimits.value), { minLength: 1, maxLength: 9 }).map((values): Fill => ({ kind: "list", values })),
);

const tensor: fc.Arbitrary<TensorSpec> = fc.record({
  shape: fc.array(integer({ min: 1, max: 9 }), { maxLength: 5 }),
  dtype: fc.constantFrom(...specDtypes),
  fill,
  seed: integer(specLimits.seed),
});

const argument: fc.Arbitrary<Argument> = fc.oneof(
  fc.constantFrom<Argument>({ kind: "data" }, { kind: "predictions" }),
  fc
    .constantFrom("[_, _]", "(_,)", '{"pred_logits": _, "pred_boxes": [_, _]}', "object(logits=_)")
    .map((as): Argument => ({ kind: "several", as })),
  tensor.map((described): Argument => ({ kind: "tensor", tensor: described })),
  fc
    .oneof(
      between(argumentLimits.value),
      fc.boolean(),
      fc.constant(null),
      line(argumentLimits.text),
      fc.array(between(argumentLimits.value), { minLength: 1, maxLength: 5 }),
    )
    .map((value): Argument => ({ kind: "setting", value })),
);

/** What records do not take as a name, no document brings back. */
const parameterName = fc.stringMatching(/^[A-Za-z_]\w{0,20}$/).filter((name) => name !== "__proto__");

const lanes = fc.shuffledSubarray([...laneIds], { minLength: 1 }).chain((ids) =>
  fc.tuple(
    ...ids.map(
      (id): fc.Arbitrary<Lane> =>
        fc.record({
          id: fc.constant(id),
          name: fc.oneof(line(80), fc.constant("Mean absolute error")),
          language: fc.constantFrom("typescript", "python"),
          source,
          handling,
          arguments: fc.dictionary(parameterName, argument, { maxKeys: 3, noNullPrototype: true }),
          lr: fc.option(between(limits.lr)),
        }),
    ),
  ),
);

const ownData: fc.Arbitrary<OwnData> = fc.integer({ min: 5, max: 30 }).chain((rows) => {
  const column = fc.record({
    name: line(60),
    unit: line(20),
    values: fc.array(between(dataLimits.value), { minLength: rows, maxLength: rows }),
  });
  const target = fc.record({
    name: line(60),
    unit: line(20),
    values: fc.array(fc.option(between(dataLimits.value), { freq: 9 }), { minLength: rows, maxLength: rows }),
  });
  const label = fc.record({
    name: line(60),
    unit: line(20),
    values: fc.array(integer({ min: 0, max: 2 }), { minLength: rows, maxLength: rows }),
  });
  const inputs = fc.array(column, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    fc.record({
      title: line(80),
      kind: fc.constant("numbers" as const),
      inputs,
      targets: fc.array(target, { minLength: 1, maxLength: 2 }),
      classes: fc.constant([]),
      standardize: fc.boolean(),
    }),
    fc.record({
      title: line(80),
      kind: fc.constant("classes" as const),
      inputs,
      targets: fc.tuple(label),
      classes: fc.tuple(line(60), line(60), line(60)),
      standardize: fc.boolean(),
    }),
  );
});

function optionValue(option: Option): fc.Arbitrary<OptionValue> {
  switch (option.kind) {
    case "number":
      return option.isInteger === true ? integer(option) : between(option);
    case "flag":
      return fc.boolean();
    case "betas":
      return fc.tuple(between({ min: 0, max: option.max }), between({ min: 0, max: option.max }));
    case "choice":
      return fc.constantFrom(...option.choices);
  }
}

/** A name with some of its options. */
const withOptions = (name: string, options: readonly Option[]): fc.Arbitrary<{ readonly name: string }> =>
  fc
    .tuple(...options.map((option) => fc.option(optionValue(option).map((value) => [option.name, value] as const))))
    .map((chosen) => ({ name, ...Object.fromEntries(chosen.filter((entry) => entry !== null)) }));

const optimizer = fc
  .constantFrom(...optimizerNames)
  .chain((name) => withOptions(name, optimizerOf(name).options))
  .map(tidyOptimizer)
  .filter(isOptimizerSpec);

const scheduler = fc
  .constantFrom(...schedulerNames)
  .chain((name) => withOptions(name, schedulerOf(name).options))
  .map(tidyScheduler)
  .filter(isSchedulerSpec);

const reading: fc.Arbitrary<Reading> = fc.oneof(
  fc.constantFrom(...spreadKinds, "embedding" as const).map((kind): Reading => ({ kind })),
  fc
    .uniqueArray(between(readingLimits.level), {
      minLength: readingLimits.levels.min,
      maxLength: readingLimits.levels.max,
    })
    .map((levels): Reading => ({ kind: "quantiles", levels: levels.sort((a, b) => a - b) })),
);

const experiment = fc.record({
  dataset: fc.constantFrom(...catalogue.map(({ id }) => id)),
  toy: fc.record(
    {
      noise: between(knobRanges.noise),
      outliers: between(knobRanges.outliers),
      imbalance: between(knobRanges.imbalance),
      size: integer(knobRanges.size),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
  tensors: fc.array(tensor, { maxLength: 4 }),
  output: fc.option(fc.array(integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 })),
  reading: fc.option(reading),
  model: fc.oneof(
    fc.constant({ kind: "linear" } as const),
    fc.record({
      kind: fc.constant("mlp" as const),
      widths: fc.array(integer(limits.width), { minLength: 1, maxLength: 6 }),
      activation: fc.constantFrom(...activationNames),
    }),
  ),
  optimizer,
  lr: fc.oneof(fc.constant(0.01), between(limits.lr)),
  scheduler: fc.option(scheduler),
  batchSize: fc.oneof(fc.constant(64), integer(limits.batchSize)),
  seed: fc.oneof(fc.constant(0), integer(limits.seed)),
  steps: fc.oneof(fc.constant(2000), integer(limits.steps)),
  matchFirstStep: fc.boolean(),
});

const mark = fc
  .tuple(
    fc.constantFrom("", "1:", "2:", "30:"),
    fc.array(fc.constantFrom(..."0123456789abcdef"), { minLength: 16, maxLength: 16 }),
  )
  .map(([version, digits]) => version + digits.join(""));

const share = between({ min: 0, max: 100 });

export const anyDocument: fc.Arbitrary<LossDocument> = fc
  .record({
    version: fc.constant<typeof VERSION>(VERSION),
    title: line(80),
    note: text(2000).map(plainText),
    experiment,
    seeds: fc.constantFrom(...seedCounts),
    data: fc.option(ownData),
    lanes,
    view: fc.record({
      scale: fc.constantFrom("linear", "log"),
      axis: fc.constantFrom("step", "time"),
      smoothing: fc.oneof(fc.constant(0.6), between({ min: 0, max: 0.99 })),
      metric: fc.constantFrom("MSE", "MAE", "R²"),
      split: fc.constantFrom("validation", "training"),
      lanesShare: fc.option(share),
      editorShare: fc.option(share),
      input: integer({ min: 0, max: 63 }),
      tab: fc.constantFrom(...dockTabIds),
    }),
    runs: fc.dictionary(fc.constantFrom(...laneIds), mark, { maxKeys: 4, noNullPrototype: true }),
    study: fc.record({
      seeds: fc.option(mark),
      sweep: fc.option(
        fc.record({
          axes: fc.array(
            fc.record({
              kind: fc.constantFrom(...axisKinds),
              name: line(sweepLimits.name),
              values: fc.uniqueArray(fc.oneof(between({ min: -1e6, max: 1e6 }), line(20)), {
                minLength: sweepLimits.values.min,
                maxLength: sweepLimits.values.max,
              }),
            }),
            { minLength: sweepLimits.axes.min, maxLength: sweepLimits.axes.max },
          ),
          mark: fc.option(mark),
        }),
      ),
    }),
  })
  .map((document) =>
    document.data === null ? document : { ...document, experiment: { ...document.experiment, dataset: OWN } },
  );
