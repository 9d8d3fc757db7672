/** @file Where the editor goes. Until Monaco has come, the text is there to be read. */
import { useEffect, useRef, useState } from "react";
import { documentLimits } from "../document/document.ts";
import type { EditorPane } from "../editor/EditorPane.ts";
import { laneOf } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { textLimit } from "../ui/text-limit.ts";
import { useIsStacked } from "../ui/use-is-narrow.ts";
import { useController } from "./controller-context.ts";
import { panes } from "./editor-panes.ts";

export function EditorSlot({ id }: { readonly id: string }) {
  const store = useLosslabStore();
  const controller = useController();
  const container = useRef<HTMLDivElement>(null);
  const theme = useLosslab((state) => state.theme);
  const source = useLosslab((state) => laneOf(state, id)?.source ?? "");
  const isStacked = useIsStacked();
  const [pane, setPane] = useState<EditorPane | null>(null);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    let isGone = false;
    let made: EditorPane | null = null;
    const load = async (): Promise<void> => {
      await controller.turnOf(id);
      const { EditorPane, LossModel } = await import("../editor/index.ts");
      const lane = laneOf(store.getState(), id);
      if (isGone || lane === undefined || container.current === null) return;
      // One model a lane for as long as the lane lives: it holds the undo history.
      const model = controller.modelOf(id) ?? controller.attach(id, new LossModel(id, lane.source, lane.language));
      made = new EditorPane(container.current, model, {
        label: `Loss ${id}`,
        theme: store.getState().theme,
        onCursor: (offset) => store.setState(({ cursors }) => ({ cursors: { ...cursors, [id]: offset } })),
        onTrain: () => void controller.trainer.train(),
        onPaste: (pasted) => controller.pasting.pasted(id, model, pasted),
        onDrop: (text) => controller.pasting.fill(id, model, text),
      });
      panes.set(id, made);
      setPane(made);
    };
    load().catch(() =>
      setError("The editor could not be loaded. Check the connection and reload the page; what you wrote is kept."),
    );
    return () => {
      isGone = true;
      panes.delete(id);
      made?.dispose();
      setPane(null);
    };
  }, [id, store, controller]);

  useEffect(() => pane?.setTheme(theme), [pane, theme]);

  // Between panes it takes the room there is.
  const height = isStacked ? Math.min(420, Math.max(120, 20 * source.split("\n").length + 40)) : undefined;
  return (
    <div className="editor-slot" style={{ height }}>
      {error !== null && (
        <p className="notice" role="alert">
          {error}
        </p>
      )}
      {pane === null && <pre className="editor-waiting">{source}</pre>}
      <div className="editor" ref={container} hidden={error !== null} />
      <SourceLimit length={source.length} />
    </div>
  );
}

/** A loss may be longer than a link takes: nothing of it is cut, and it is said in time. */
function SourceLimit({ length }: { readonly length: number }) {
  const limit = textLimit(length, documentLimits.source);
  if (limit === null) return null;
  return (
    <p className={`source-limit${limit.isBeyond ? " bad" : ""}`} role="status">
      {limit.text}
      {limit.isBeyond && ": too long for a link. It is kept whole, in this browser and in files."}
    </p>
  );
}
