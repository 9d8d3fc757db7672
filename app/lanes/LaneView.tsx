/** @file One lane: its loss, the verdict on it, and what is inside. */
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { EditorSlot } from "./EditorSlot.tsx";
import { EntryChooser } from "./EntryChooser.tsx";
import { Inspector } from "./inspector/Inspector.tsx";
import { Knobs } from "./Knobs.tsx";
import { LaneHead } from "./LaneHead.tsx";
import { PassedOverNotice } from "./PassedOverNotice.tsx";
import { PasteNotice } from "./PasteNotice.tsx";
import { TranslationNotice } from "./TranslationNotice.tsx";
import { VerdictStrip } from "./VerdictStrip.tsx";

export function LaneView({ id }: { readonly id: string }) {
  const store = useLosslabStore();
  const isActive = useLosslab(({ activeLane }) => activeLane === id);
  return (
    <section
      className={`lane lane-${id}${isActive ? " is-active" : ""}`}
      aria-label={`Lane ${id}`}
      onFocusCapture={() => {
        if (!isActive) store.setState({ activeLane: id });
      }}
    >
      <LaneHead id={id} />
      <TranslationNotice id={id} />
      <PasteNotice id={id} />
      <EntryChooser id={id} />
      <PassedOverNotice id={id} />
      <EditorSlot id={id} />
      <Knobs id={id} />
      <VerdictStrip id={id} />
      <Inspector id={id} />
    </section>
  );
}
