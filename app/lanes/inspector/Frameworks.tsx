/** @file What PyTorch, JAX, TensorFlow and Keras would each do with what the loss returned. The field has not settled; here it shows. */
import { useMemo } from "react";
import { type FrameworkVerdict, lens } from "../../../engine/vector/lens.ts";
import { noResult } from "../../store/store.ts";
import { useLosslab } from "../../store/store-context.ts";
import { formatNumber } from "../../verdict/format.ts";

export function Frameworks({ id }: { readonly id: string }) {
  const report = useLosslab(({ results }) => (results[id] ?? noResult).report);
  const verdicts = useMemo(() => {
    const facts = report?.result ?? null;
    return facts === null ? null : lens(facts);
  }, [report]);
  if (verdicts === null) return <p className="empty">Return a tensor to see what each framework would do with it.</p>;
  return (
    <table className="numbers frameworks" aria-label={`Frameworks ${id}`}>
      <thead>
        <tr>
          <th scope="col">framework</th>
          <th scope="col">does</th>
          <th scope="col" title="How many times as long as the mean's the step is">
            ÷ mean
          </th>
        </tr>
      </thead>
      <tbody>
        {verdicts.map((verdict) => (
          <tr key={verdict.framework}>
            <th scope="row">
              {verdict.framework} {verdict.version} <span className="muted">{verdict.call}</span>
            </th>
            <td className={verdict.error === null ? "takes" : "refuses"}>
              <Answer {...verdict} />
            </td>
            <td>{verdict.factor === null ? "–" : `×${formatNumber(verdict.factor)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const reductions = {
  none: "Takes it as it is.",
  sum: "Takes it, and sums without saying so.",
  mean: "Takes it, and averages.",
} as const;

const gradients = {
  zero: "Takes it; all gradients are zero.",
  none: "Takes it; gradients are None.",
} as const;

function Answer({ error, reduction, gradient }: FrameworkVerdict) {
  if (error !== null)
    return (
      <>
        <b>Refuses.</b>{" "}
        <span className="message">
          {error.type}: {error.message}
        </span>
      </>
    );
  if (gradient === "zero" || gradient === "none") return <b>{gradients[gradient]}</b>;
  return <b>{reductions[reduction ?? "none"]}</b>;
}
