/** @file One lane: its loss, the verdict on it, and what is inside. */
import { useApp, useLosslab } from "../app-context.ts";
import { type LaneLanguage, languageNames } from "../document/document.ts";
import { Inspector } from "../panels/Inspector.tsx";
import { Knobs } from "../panels/Knobs.tsx";
import { TranslationNotice } from "../panels/TranslationNotice.tsx";
import { VerdictStrip } from "../panels/VerdictStrip.tsx";
import { setLane } from "../store/store.ts";
import { Segments } from "../ui/Segments.tsx";
import { EditorSlot } from "./EditorSlot.tsx";

const languages = ["typescript", "python"] as const satisfies readonly LaneLanguage[];
export function LaneView({ id }: { readonly id: string }) {
  const { store, controller } = useApp();
  const name = useLosslab(({ document }) => document.lanes.find((lane) => lane.id === id)?.name ?? "");
  const language = useLosslab(
    ({ document }) => document.lanes.find((lane) => lane.id === id)?.language ?? "typescript",
  );
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
        <Segments
          label={`Language of lane ${id}`}
          options={languages}
          names={languageNames}
          value={language}
          onChange={(next) => void controller.setLanguage(id, next)}
        />
      </div>
      <TranslationNotice id={id} />
      <EditorSlot id={id} />
      <Knobs id={id} />
      <VerdictStrip id={id} />
      <Inspector id={id} />
    </section>
  );
}
