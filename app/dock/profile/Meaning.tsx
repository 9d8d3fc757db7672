/** @file The table of what a profile comes to, a column for each lane. */
import { useShallow } from "zustand/react/shallow";
import { checksIn } from "../../store/checkups.ts";
import { useLosslab } from "../../store/store-context.ts";
import { Told } from "../../ui/Term.tsx";
import { LaneHeads } from "../LaneHeads.tsx";
import type { LaneCurve } from "./lines.ts";
import { meanings } from "./meaning.ts";

interface MeaningProps {
  readonly lanes: readonly string[];
  readonly curves: readonly LaneCurve[];
}

export function Meaning({ lanes, curves }: MeaningProps) {
  const checks = useLosslab(useShallow((state) => lanes.map((lane) => checksIn(state, lane))));
  const known = lanes.map((lane, i) => ({
    lane,
    checks: checks[i] ?? null,
    curve: curves.find((each) => each.lane === lane)?.curve ?? null,
  }));
  const rows = meanings
    .map(({ name, means, cell }) => ({ name, means, cells: known.map((of) => ({ lane: of.lane, cell: cell(of) })) }))
    .filter(({ cells }) => cells.some(({ cell }) => cell !== null));
  // Of a contour nothing is claimed in a word.
  if (rows.length === 0) return null;
  return (
    <section className="card" aria-label="What it means">
      <div className="card-head">
        <h2>What it means</h2>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key */}
      <section className="metrics-body" tabIndex={0} aria-label="What each lane's loss does">
        <table className="numbers metrics meaning" aria-label="What it means">
          <LaneHeads first={<span className="visually-hidden">property</span>} lanes={lanes} />
          <tbody>
            {rows.map(({ name, means, cells }) => (
              <tr key={name}>
                <th scope="row">
                  <Told text={means}>{name}</Told>
                </th>
                {cells.map(({ lane, cell }) => (
                  <td key={lane} className={cell?.isBad ? "bad" : undefined}>
                    {cell?.text ?? "–"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
