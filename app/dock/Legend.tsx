/** @file The one legend of the training charts: what each line is, and a button a lane that takes its curves out of all of them. */
import { LaneSwatch } from "../charts/LaneSwatch.tsx";
import { laneOf } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";

interface LegendProps {
  readonly lanes: readonly string[];
  /** How many of them stand behind a line, which is then their median; 0 where a line is a run. */
  readonly seeds: number;
}

export function Legend({ lanes, seeds }: LegendProps) {
  if (lanes.length === 0) return null;
  return (
    <span className="legend muted">
      <LaneToggles lanes={lanes} />
      <span className="swatch thick" /> train <span className="swatch thin" /> validation
      {seeds > 0 && (
        <span title="Shaded: from the least to the greatest, and between the quartiles">median of {seeds}</span>
      )}
    </span>
  );
}

export function LaneToggles({ lanes }: Pick<LegendProps, "lanes">) {
  return lanes.map((lane) => <LaneToggle key={lane} lane={lane} />);
}

function LaneToggle({ lane }: { readonly lane: string }) {
  const store = useLosslabStore();
  const name = useLosslab((state) => laneOf(state, lane)?.name ?? "");
  const isHidden = useLosslab(({ hidden }) => hidden.includes(lane));
  return (
    <button
      type="button"
      className="legend-lane"
      aria-pressed={!isHidden}
      aria-label={`Curves of ${lane}`}
      title={`${name}: ${isHidden ? "show" : "hide"} its curves`}
      onClick={() =>
        store.setState(({ hidden }) => ({
          hidden: isHidden ? hidden.filter((other) => other !== lane) : [...hidden, lane],
        }))
      }
    >
      <LaneSwatch lane={lane} />
    </button>
  );
}
