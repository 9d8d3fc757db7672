/** @file Where the editor goes. Until Monaco has come, the text is there to be read. */
import { useEffect, useRef, useState } from "react";
import { useApp, useLosslab } from "../app-context.ts";
import type { EditorPane } from "../editor/EditorPane.ts";
import type { LossModel } from "../editor/LossModel.ts";
import { panes } from "./panes.ts";

/** One model a lane for as long as the page lives: it holds the undo history. */
const models = new Map<string, Promise<LossModel>>();

export function EditorSlot({ id }: { readonly id: string }) {
  const { store, controller } = useApp();
  const container = useRef<HTMLDivElement>(null);
  const theme = useLosslab((state) => state.theme);
  const source = useLosslab(({ document }) => document.lanes.find((lane) => lane.id === id)?.source ?? "");
  const [pane, setPane] = useState<EditorPane | null>(null);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    let isGone = false;
    let made: EditorPane | null = null;
    void import("../editor/index.ts").then(
      async ({ EditorPane, LossModel }) => {
        const known = models.get(id);
        const model =
          known ??
          Promise.resolve().then(() => {
            const lane = store.getState().document.lanes.find((each) => each.id === id);
            const fresh = new LossModel(id, lane?.source ?? "", lane?.language ?? "typescript");
            controller.attach(id, fresh);
            return fresh;
          });
        models.set(id, model);
        const resolved = await model;
        if (isGone || container.current === null) return;
        made = new EditorPane(container.current, resolved, {
          label: `Loss ${id}`,
          theme: store.getState().theme,
          onCursor: (offset) => store.setState(({ cursors }) => ({ cursors: { ...cursors, [id]: offset } })),
          onTrain: () => void controller.train(),
        });
        panes.set(id, made);
        setPane(made);
      },
      () =>
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

  return (
    <div className="editor-slot">
      {error !== null && (
        <p className="notice" role="alert">
          {error}
        </p>
      )}
      {pane === null && <pre className="editor-waiting">{source}</pre>}
      <div className="editor" ref={container} hidden={error !== null} />
    </div>
  );
}
