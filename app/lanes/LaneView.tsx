/** @file One lane: its loss, the verdict on it, and what is inside. */
import { useEffect } from "react";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { Split } from "../ui/Split.tsx";
import { useHeight } from "../ui/use-height.ts";
import { useIsStacked } from "../ui/use-is-narrow.ts";
import { Arguments } from "./Arguments.tsx";
import { EditorSlot } from "./EditorSlot.tsx";
import { EntryChooser } from "./EntryChooser.tsx";
import { editorShare } from "./editor-share.ts";
import { Inspector } from "./inspector/Inspector.tsx";
import { Knobs } from "./Knobs.tsx";
import { LaneHead } from "./LaneHead.tsx";
import { PassedOverNotice } from "./PassedOverNotice.tsx";
import { PasteNotice } from "./PasteNotice.tsx";
import { PrintedCode } from "./PrintedCode.tsx";
import { TranslationNotice } from "./TranslationNotice.tsx";
import { VerdictStrip } from "./VerdictStrip.tsx";

interface LaneViewProps {
  readonly id: string;
  /** The divider is one for all lanes, and the first lane has it. */
  readonly isFirst: boolean;
  /** Lines of the longest loss, and pixels of the highest foot, of all lanes: these stand side by side. */
  readonly lines: number;
  readonly foot: number;
  readonly onFoot: (id: string, height: number) => void;
}

export function LaneView({ id, isFirst, lines, foot, onFoot }: LaneViewProps) {
  const store = useLosslabStore();
  const isActive = useLosslab(({ activeLane }) => activeLane === id);
  const share = useLosslab((state) => state.editorShare);
  const isStacked = useIsStacked();
  const [height, body] = useHeight();
  const [own, footer] = useHeight();
  useEffect(() => {
    if (own !== null) onFoot(id, own);
  }, [id, own, onFoot]);

  const top = (
    <div className="lane-top">
      <EditorSlot id={id} />
      <PrintedCode id={id} />
      <div ref={footer}>
        <Arguments id={id} />
        <Knobs id={id} />
        <VerdictStrip id={id} />
      </div>
    </div>
  );
  return (
    <section
      className={`lane lane-${id}${isActive ? " is-active" : ""}`}
      aria-label={`Lane ${id}`}
      onFocusCapture={() => {
        if (!isActive) store.setState({ activeLane: id });
      }}
    >
      <LaneHead id={id} />
      <div className="lane-notices">
        <TranslationNotice id={id} />
        <PasteNotice id={id} />
        <EntryChooser id={id} />
        <PassedOverNotice id={id} />
      </div>
      <div className="lane-body" ref={body}>
        {isStacked ? (
          <>
            {top}
            <Inspector id={id} />
          </>
        ) : (
          <Split
            label="Editor and inspector"
            isNamed={isFirst}
            share={share}
            automatic={editorShare({ lines, foot, height })}
            least={[110, 64]}
            upper={top}
            lower={<Inspector id={id} />}
            onShare={(next) => store.setState({ editorShare: next })}
          />
        )}
      </div>
    </section>
  );
}
