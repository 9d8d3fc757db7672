/**
 * @file Makes engine/testdata/exports/kinks/measured.json: what PyTorch, JAX and Keras (on TensorFlow and on JAX) make of every expression there.
 *
 *   PYTHON=python-with-torch FRAMEWORKS=python-with-jax-keras-tensorflow npx tsx app/export/port/measure-kinks.ts [changed]
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { inFramework, kinks, kinksFolder } from "./kinks.ts";
import { apart, type MeasuredKink, measuredKinks, type Outcome, textsOf } from "./measured-kinks.ts";

type Cases = readonly { readonly text: string; readonly p: unknown; readonly t: unknown }[];

function measured(python: string, framework: string, cases: Cases): readonly Outcome[] {
  const output = execFileSync(python, [`${kinksFolder}/measure.py`, framework], {
    input: JSON.stringify(cases),
    maxBuffer: 2 ** 28,
    stdio: ["pipe", "pipe", "ignore"],
  });
  return JSON.parse(output.toString());
}

const only = process.argv.slice(2);
const known: readonly MeasuredKink[] = only.length === 0 ? [] : measuredKinks();
const chosen =
  only.length === 0
    ? kinks
    : kinks.filter((kink) => {
        const row = known.find(({ expression }) => expression === kink.expression);
        return row === undefined || row.texts !== textsOf(kink) || only.includes(kink.expression);
      });
const torchPython = process.env.PYTHON ?? "python3";
const frameworksPython = process.env.FRAMEWORKS ?? "python3";
const torch = measured(
  torchPython,
  "torch",
  chosen.map(({ source, p, t }) => ({ text: source, p, t })),
);
const inOthers = (framework: "jax" | "keras", measuredAs: string) =>
  measured(
    frameworksPython,
    measuredAs,
    chosen.map((kink) => ({ text: inFramework(kink, framework) ?? "", p: kink.p, t: kink.t })),
  );
const [jax, tensorflow, onJax] = [
  inOthers("jax", "jax"),
  inOthers("keras", "tensorflow"),
  inOthers("keras", "keras-jax"),
];

const fresh = chosen.map((kink, i): MeasuredKink => {
  const [inJax, inKeras] = [inFramework(kink, "jax"), inFramework(kink, "keras")];
  const row = {
    expression: kink.expression,
    texts: textsOf(kink),
    torch: torch[i] ?? "",
    jax: inJax === null ? null : (jax[i] ?? ""),
    tensorflow: inKeras === null ? null : (tensorflow[i] ?? ""),
    kerasOnJax: inKeras === null ? null : (onJax[i] ?? ""),
  };
  for (const name of ["jax", "tensorflow", "kerasOnJax"] as const) {
    const difference = row[name] === null ? null : apart(row.torch, row[name]);
    if (difference !== null) console.log(`${name}: ${kink.expression}: ${difference}`);
  }
  return row;
});
const rows = kinks.flatMap(({ expression }) => [...fresh, ...known].find((row) => row.expression === expression) ?? []);
const refused = rows.filter(({ jax: one, tensorflow: other }) => one === null || other === null);
console.log(
  `refused: ${refused.map(({ expression, jax: one }) => `${expression}${one === null ? "" : " (Keras)"}`).join("; ")}`,
);
writeFileSync(`${kinksFolder}/measured.json`, `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`);
