/** @file What went well in an evaluation: a record for each thing that can be told from its report alone. */
import { severityOf } from "../../engine/inspect/hazards.ts";
import type { Report } from "../../engine/inspect/report.ts";
import { lens } from "../../engine/vector/lens.ts";
import { formatCount, formatNumber, formatShape } from "./format.ts";

interface GoodThing {
  readonly id: string;
  readonly title: string;
  /** What it was told from; null where it is not so, or is not known. */
  readonly seen: (report: Report) => string | null;
}

const things: readonly GoodThing[] = [
  {
    id: "reaches",
    title: "The gradient reaches the predictions",
    seen: ({ gradient }) =>
      gradient?.finite === true && !gradient.zero ? `norm ${formatNumber(gradient.norm)} on the first batch` : null,
  },
  {
    id: "scalar",
    title: "One number",
    seen: ({ outcome }) =>
      outcome?.kind === "tensor" && outcome.shape.length === 0 && outcome.container === null
        ? "a gradient starts from it as it is"
        : null,
  },
  {
    id: "finite",
    title: "Finite everywhere",
    seen: ({ expressions, outcome, gradient }) => {
      const areFinite = expressions.every(({ nanCount, infCount }) => nanCount + infCount === 0);
      if (outcome?.kind !== "tensor" || expressions.length === 0 || !areFinite || gradient?.finite === false)
        return null;
      return `no NaN, no infinity in ${formatCount(expressions.length)} expressions`;
    },
  },
  {
    id: "shapes",
    title: "Shapes agree",
    seen: ({ hazards, expressions, outcome }) => {
      const [first] = expressions;
      if (outcome?.kind !== "tensor" || first === undefined) return null;
      if (hazards.some(({ code }) => code === "silent-broadcast")) return null;
      return `${formatShape(first.shape)} comes in, and no op expands both of its operands`;
    },
  },
  {
    id: "frameworks",
    title: "Four frameworks take it",
    seen: ({ result, hazards }) => {
      if (result === null || hazards.some(({ code }) => severityOf(code) === "error")) return null;
      const verdicts = lens(result);
      return verdicts.every(
        ({ error, reduction, gradient }) => error === null && reduction === "none" && gradient === "flows",
      )
        ? "PyTorch, JAX, TensorFlow and Keras make the same of it"
        : null;
    },
  },
];

export interface WentWell {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Nothing of an evaluation that did not come to its end. */
export function wentWell(report: Report): WentWell[] {
  if (report.failure !== null) return [];
  return things.flatMap(({ id, title, seen }) => {
    const text = seen(report);
    return text === null ? [] : [{ id, title, text }];
  });
}
