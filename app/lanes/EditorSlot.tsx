/** @file Where the editor goes. Until Monaco has come, the text is there to be read and written in; then the editor takes its place, unseen. */
import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useShownTheme } from "../charts/use-shown-theme.ts";
import { documentLimits } from "../document/document.ts";
import type { EditorPane } from "../editor/EditorPane.ts";
import { readCodeFile } from "../files/code-file.ts";
import { laneOf } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { textLimit } from "../ui/text-limit.ts";
import { useIsStacked } from "../ui/use-is-narrow.ts";
import { useController } from "./controller-context.ts";
import { takeDrops } from "./drops.ts";
import { isEditorWanted, loadEditor, onEditorWanted } from "./editor-loading.ts";
import { panes, promiseText, setPane } from "./editor-panes.ts";
import { PaintedCode, type PaintedHandle } from "./PaintedCode.tsx";

export function EditorSlot({ id }: { readonly id: string }) {
  const store = useLosslabStore();
  const controller = useController();
  const slot = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const painted = useRef<PaintedHandle>(null);
  const written = useRef<() => void>(undefined);
  const onHeld = useCallback(() => {
    written.current ??= promiseText(id);
  }, [id]);
  const theme = useShownTheme();
  const shown = useRef(theme);
  const source = useLosslab((state) => laneOf(state, id)?.source ?? "");
  const isStacked = useIsStacked();
  const [pane, setLive] = useState<EditorPane | null>(null);
  const [isEntered, setIsEntered] = useState(false);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    let isGone = false;
    let made: EditorPane | null = null;
    const load = async (): Promise<void> => {
      await controller.turnOf(id);
      const [{ EditorPane }, pasting] = await Promise.all([loadEditor(), controller.pasting()]);
      const model = await controller.model(id);
      if (isGone || model === null || container.current === null) return;
      made = new EditorPane(container.current, model, {
        label: `Loss ${id}`,
        theme: shown.current,
        onCursor: (offset) => store.setState(({ cursors }) => ({ cursors: { ...cursors, [id]: offset } })),
        onTrain: () => void controller.trainer.train(),
        onPaste: (pasted) => pasting.pasted(id, model, pasted),
      });
      await made.isDrawn();
      await painted.current?.calm();
      if (isGone) return;
      const left = painted.current?.leave();
      flushSync(() => {
        setError(null);
        setLive(made);
      });
      if (left !== undefined) made.takeOver(left);
      written.current?.();
      setPane(id, made);
    };
    const start = (): void => {
      load().catch(() => {
        written.current?.();
        setError("The editor could not be loaded. Check the connection and reload the page; what you wrote is kept.");
      });
    };
    const unsubscribe = onEditorWanted(start);
    if (isEditorWanted()) start();
    return () => {
      isGone = true;
      written.current?.();
      written.current = undefined;
      unsubscribe();
      panes.delete(id);
      made?.dispose();
      setLive(null);
    };
  }, [id, store, controller]);

  useEffect(() => {
    const element = slot.current;
    if (element === null) return;
    const look = (): void => setIsEntered(element.contains(document.activeElement));
    const later = (): void => void setTimeout(look);
    element.addEventListener("focusin", look);
    // The focus is nowhere while it goes from one place to another.
    element.addEventListener("focusout", later);
    return () => {
      element.removeEventListener("focusin", look);
      element.removeEventListener("focusout", later);
    };
  }, []);

  useEffect(() => {
    if (slot.current === null) return;
    return takeDrops(slot.current, async (dropped) => {
      const code =
        typeof dropped === "string" ? ({ kind: "code", text: dropped } as const) : await readCodeFile(dropped);
      setError(code.kind === "refused" ? code.reason : null);
      if (code.kind === "code") await controller.fill(id, code.text);
    });
  }, [id, controller]);

  useEffect(() => {
    shown.current = theme;
    pane?.setTheme(theme);
  }, [pane, theme]);

  // Between panes it takes the room there is.
  const height = isStacked ? Math.min(420, Math.max(220, 20 * source.split("\n").length + 40)) : undefined;
  return (
    <div className="editor-slot" id={`loss-${id}`} tabIndex={-1} ref={slot} style={{ height }}>
      {error !== null && (
        <p className="notice" role="alert">
          {error}
        </p>
      )}
      <div className={`editor${pane === null ? " is-coming" : ""}`} ref={container} />
      {pane === null && <PaintedCode id={id} handle={painted} onHeld={onHeld} />}
      {isEntered && (
        <p className="way-out" role="status">
          <kbd>Ctrl+M</kbd>, or <kbd>Escape</kbd> then <kbd>Tab</kbd>, leads out of the editor
        </p>
      )}
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
