/** @file The texts of two lanes, or of a run that was made and a lane, compared in Monaco. Escape closes it. */
import { useEffect, useRef, useState } from "react";
import { LaneSwatch } from "../charts/LaneSwatch.tsx";
import { useShownTheme } from "../charts/use-shown-theme.ts";
import { laneOfRun } from "../document/kept-run.ts";
import type { DiffPane } from "../editor/DiffPane.ts";
import type { LossModel } from "../editor/LossModel.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { useController } from "./controller-context.ts";
import { loadEditor } from "./editor-loading.ts";

export function DiffDialog() {
  const compared = useLosslab((state) => state.compared);
  return compared === null ? null : <Comparison left={compared[0]} right={compared[1]} />;
}

function Comparison({ left, right }: { readonly left: string; readonly right: string }) {
  const store = useLosslabStore();
  const controller = useController();
  const theme = useShownTheme();
  const shown = useRef(theme);
  const dialog = useRef<HTMLDialogElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const pane = useRef<DiffPane | null>(null);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => dialog.current?.showModal(), []);

  useEffect(() => {
    let isGone = false;
    let ofRun: LossModel | null = null;
    const load = async (): Promise<void> => {
      const { DiffPane, LossModel } = await loadEditor();
      const run = store.getState().kept.list.find(({ id }) => id === left);
      const lane = run === undefined ? null : laneOfRun(run);
      // A run's text is nobody's: it goes with the dialog.
      if (lane !== null) ofRun = new LossModel(left, lane.source, lane.language);
      const [original, modified] = await Promise.all([ofRun ?? controller.model(left), controller.model(right)]);
      if (isGone) return ofRun?.dispose();
      if (container.current === null || original === null || modified === null) return;
      setError(null);
      pane.current = new DiffPane(container.current, original, modified, {
        label: {
          original: lane === null ? `Loss ${left}, compared` : `Loss of the run, compared`,
          modified: `Loss ${right}, can be edited`,
        },
        theme: shown.current,
      });
    };
    load().catch(() => setError("The editor could not be loaded. Check the connection and reload the page."));
    return () => {
      isGone = true;
      pane.current?.dispose();
      pane.current = null;
      ofRun?.dispose();
    };
  }, [left, right, controller, store]);

  useEffect(() => {
    shown.current = theme;
    pane.current?.setTheme(theme);
  }, [theme]);

  const close = (): void => store.setState({ compared: null });
  return (
    <dialog className="diff" ref={dialog} aria-label="Code compared" onClose={close}>
      <div className="diff-head">
        <h2>Diff</h2>
        <LaneChoice label="Left" value={left} onChange={(id) => store.setState({ compared: [id, right] })} />
        <span className="muted">→</span>
        <LaneChoice label="Right" value={right} onChange={(id) => store.setState({ compared: [left, id] })} />
        <span className="muted">the right side can be edited</span>
        <span className="spacer" />
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      {error !== null && (
        <p className="empty" role="alert">
          {error}
        </p>
      )}
      <div className="diff-body" ref={container} hidden={error !== null} />
    </dialog>
  );
}

interface LaneChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function LaneChoice({ label, value, onChange }: LaneChoiceProps) {
  const lanes = useLosslab(({ document }) => document.lanes);
  const run = useLosslab(({ kept }) => kept.list.find(({ id }) => id === value));
  return (
    <label className="field">
      <span className="visually-hidden">{label} side</span>
      <LaneSwatch lane={value} hasLetter={false} />
      <select className="select button-like" value={value} onChange={(event) => onChange(event.target.value)}>
        {run !== undefined && <option value={value}>Run · {run.name || laneOfRun(run).name}</option>}
        {lanes.map(({ id, name }) => (
          <option key={id} value={id}>
            {id} · {name}
          </option>
        ))}
      </select>
    </label>
  );
}
