/** @file Every expression in the order it was evaluated, with its numbers. */
import { type KeyboardEvent, useMemo } from "react";
import type { ExpressionFact } from "../../../engine/inspect/report.ts";
import type { Probe } from "../../../engine/language/program.ts";
import { noResult } from "../../store/store.ts";
import { useLosslab } from "../../store/store-context.ts";
import { useFirsts } from "../../ui/use-firsts.tsx";
import { formatNumber, formatShape, oneLine } from "../../verdict/format.ts";
import { shownOf } from "../../verdict/shown-probes.ts";
import { withPane } from "../editor-panes.ts";

interface Row {
  readonly fact: ExpressionFact;
  readonly probe: Probe;
  readonly text: string;
}

export function ExpressionTable({ id }: { readonly id: string }) {
  const result = useLosslab(({ results }) => results[id] ?? noResult);
  const cursor = useLosslab(({ cursors }) => cursors[id] ?? null);
  const { report, compilation, source } = result;
  const rows = useMemo((): Row[] => {
    const probes = compilation?.program?.probes ?? [];
    const facts = report?.expressions ?? [];
    const isShown = shownOf(probes, facts);
    return facts.flatMap((fact) => {
      const probe = probes[fact.probe];
      return probe === undefined || !isShown(probe)
        ? []
        : [{ fact, probe, text: oneLine(source.slice(probe.start, probe.end)) }];
    });
  }, [report, compilation, source]);
  const current = innermost(rows, cursor);
  const { shown, more } = useFirsts(rows.length);
  // The cursor's own is always there.
  const drawn = rows.filter((_, i) => i < shown || i === current);
  const select = (row: Row | undefined): void => {
    if (row !== undefined) withPane(id, (pane) => pane.select(row.probe));
  };
  const onKey = (event: KeyboardEvent<HTMLTableRowElement>, index: number): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      select(drawn[index]);
      if (event.key === "Enter") withPane(id, (pane) => pane.focus());
    } else if (step !== 0) {
      event.preventDefault();
      const next = event.currentTarget.parentElement?.children[index + step];
      if (next instanceof HTMLElement) next.focus();
      select(drawn[index + step]);
    }
  };
  const marked = current === null ? -1 : drawn.indexOf(rows[current]);
  if (rows.length === 0)
    return (
      <p className="empty">Every expression's shape and numbers stand here once the loss has run on the first batch.</p>
    );
  return (
    <table className="numbers" aria-label={`Expressions ${id}`}>
      <thead>
        <tr>
          <th scope="col">expression</th>
          <th scope="col">shape</th>
          <th scope="col">dtype</th>
          <th scope="col">min</th>
          <th scope="col">mean</th>
          <th scope="col">max</th>
          <th scope="col">NaN/Inf</th>
          <th scope="col" title="Norm of the gradient that reached it">
            ‖∇‖
          </th>
        </tr>
      </thead>
      <tbody>
        {drawn.map((row, i) => (
          <tr
            key={row.fact.probe}
            tabIndex={i === (marked < 0 ? 0 : marked) ? 0 : -1}
            aria-selected={i === marked}
            className={i === marked ? "selected" : undefined}
            onClick={() => select(row)}
            onKeyDown={(event) => onKey(event, i)}
          >
            <td title={row.text}>{row.text}</td>
            <td>
              {formatShape(row.fact.shape)}
              {row.fact.evaluations > 1 ? ` ×${row.fact.evaluations}` : ""}
            </td>
            <td>{row.fact.dtype}</td>
            <td>{formatNumber(row.fact.min)}</td>
            <td>{formatNumber(row.fact.mean)}</td>
            <td>{formatNumber(row.fact.max)}</td>
            <td className={row.fact.nanCount + row.fact.infCount > 0 ? "bad" : undefined}>
              {row.fact.nanCount + row.fact.infCount > 0 ? `${row.fact.nanCount}/${row.fact.infCount}` : "0"}
            </td>
            <td>{formatNumber(row.fact.gradNorm)}</td>
          </tr>
        ))}
        {more !== null && (
          <tr>
            <td colSpan={8}>{more}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** The shortest expression that the cursor stands in. */
function innermost(rows: readonly Row[], cursor: number | null): number | null {
  let best: number | null = null;
  rows.forEach(({ probe }, i) => {
    if (cursor === null || cursor < probe.start || cursor > probe.end) return;
    const held = best === null ? undefined : rows[best];
    if (held === undefined || probe.end - probe.start < held.probe.end - held.probe.start) best = i;
  });
  return best;
}
