/** @file One lane: its loss, the verdict on it, and what is inside. */
import { useApp, useLosslab } from "../app-context.ts";
import { Inspector } from "../panels/Inspector.tsx";
import { VerdictStrip } from "../panels/VerdictStrip.tsx";
import { setLane } from "../store/store.ts";
import { EditorSlot } from "./EditorSlot.tsx";

export function LaneView({ id }: { readonly id: string }) {
  const { store } = useApp();
  const name = useLosslab(({ document }) => document.lanes.find((lane) => lane.id === id)?.name ?? "");
  return (
    <section className={`lane lane-${id}`} aria-label={`Lane ${id}`}>
      <div className="lane-head">
        <span className="tag" aria-hidden="true">
          {id}
        </span>
        <input
          className="lane-name"
          aria-label={`Name of lane ${id}`}
          value={name}
          maxLength={80}
          onChange={(event) => setLane(store, id, { name: event.target.value })}
        />
        <span className="language">TypeScript</span>
      </div>
      <EditorSlot id={id} />
      <VerdictStrip id={id} />
      <Inspector id={id} />
    </section>
  );
}
