/** @file One lane: its loss, the verdict on it, and what is inside. */
import { useApp, useLosslab } from "../app-context.ts";
import { Inspector } from "../panels/Inspector.tsx";
import { Knobs } from "../panels/Knobs.tsx";
import { TranslationNotice } from "../panels/TranslationNotice.tsx";
import { VerdictStrip } from "../panels/VerdictStrip.tsx";
import { EditorSlot } from "./EditorSlot.tsx";
import { LaneHead } from "./LaneHead.tsx";

export function LaneView({ id }: { readonly id: string }) {
  const { store } = useApp();
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
      <EditorSlot id={id} />
      <Knobs id={id} />
      <VerdictStrip id={id} />
      <Inspector id={id} />
    </section>
  );
}
