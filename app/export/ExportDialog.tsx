/** @file A lane's run or loss as a file for PyTorch, JAX or Keras: shown, copied, downloaded. */
import { useEffect, useMemo, useState } from "react";
import { experimentOf } from "../document/lanes.ts";
import { download } from "../files/download.ts";
import { useController } from "../lanes/controller-context.ts";
import { laneOf, noResult } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Segments } from "../ui/Segments.tsx";
import { Exporter } from "./Exporter.ts";
import type { Exported, ExportKind } from "./export-messages.ts";
import { seenIn } from "./first-batch-facts.ts";
import { laneInPython } from "./lane-in-python.ts";

/** A study is of all lanes; everything else is of one. */
type Shown = ExportKind | "study";

const shownKinds = ["train", "study", "pytorch", "jax", "keras"] as const satisfies readonly Shown[];

const names: Readonly<Record<Shown, string>> = {
  train: "train.py",
  study: "sweep.py",
  pytorch: "PyTorch loss",
  jax: "JAX loss",
  keras: "Keras loss",
};

const about: Readonly<Record<Shown, string>> = {
  study:
    "All lanes' runs with every seed, and over what was swept last: the study in PyTorch, over many processes with joblib, Ray, torchrun or Python alone. It ends in the page's table.",
  train:
    "The whole run: data, seed, model, loss, optimiser and loop. It takes the same steps in PyTorch, and runs unchanged under torchrun with several processes.",
  pytorch: "The loss as a class for PyTorch, with a test that carries the numbers seen here.",
  jax: "The loss as a function for JAX, with a test that carries the numbers seen here.",
  keras: "The loss as a keras.losses.Loss for Keras 3, with a test that carries the numbers seen here.",
};

export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const lanes = useLosslab(({ document }) => document.lanes);
  const active = useLosslab(({ activeLane }) => activeLane);
  const [chosen, setLane] = useState(active);
  const [kind, setKind] = useState<Shown>("train");
  const lane = lanes.some(({ id }) => id === chosen) ? chosen : (lanes[0]?.id ?? chosen);
  const exported = useExported(lane, kind);
  return (
    <Dialog title="Export" onClose={onClose}>
      <div className="actions">
        <Segments label="What to export" options={shownKinds} names={names} value={kind} onChange={setKind} />
        {lanes.length > 1 && kind !== "study" && (
          <Segments label="Of which lane" options={lanes.map(({ id }) => id)} value={lane} onChange={setLane} />
        )}
      </div>
      <p className="muted">{about[kind]}</p>
      <Outcome exported={exported} />
    </Dialog>
  );
}

/** null while it is being made. */
function useExported(lane: string, kind: Shown): Exported | null {
  const store = useLosslabStore();
  const controller = useController();
  const exporter = useMemo(() => new Exporter(), []);
  const shared = useLosslab(({ document }) => document.experiment);
  const found = useLosslab((state) => laneOf(state, lane));
  const experiment = useMemo(
    () => (found === undefined ? shared : experimentOf({ experiment: shared }, found)),
    [shared, found],
  );
  const result = useLosslab(({ results }) => results[lane] ?? noResult);
  const [exported, setExported] = useState<Exported | null>(null);
  useEffect(() => () => exporter.dispose(), [exporter]);
  useEffect(() => {
    let isStale = false;
    setExported(null);
    const make = async (): Promise<Exported> => {
      if (kind === "study") {
        const state = store.getState();
        const { exportedStudy, studiedAxes } = await import("./study-texts.ts");
        return exportedStudy(state, studiedAxes(state), {
          dataset: (of) => controller.datasetOf(of),
          python: laneInPython,
          ask: (request) => exporter.ask(request),
        });
      }
      const dataset = await controller.dataset();
      if (found === undefined || dataset === null)
        return { kind: "refused", line: null, reason: "There are no data to train on." };
      const { name, handling, source } = found;
      const text = await laneInPython(found);
      if (!text.ok) return { kind: "refused", line: text.line, reason: text.reason };
      const isFresh = result.phase === "ready" && result.source === source;
      const seen = isFresh ? seenIn(result.report) : null;
      return exporter.ask({
        kind,
        name,
        source: text.python,
        handling,
        arguments: found.arguments,
        experiment,
        dataset,
        result: seen,
      });
    };
    make().then(
      (made) => !isStale && setExported(made),
      () => !isStale && setExported({ kind: "refused", line: null, reason: "The data could not be loaded." }),
    );
    return () => {
      isStale = true;
    };
  }, [store, controller, exporter, experiment, found, result, kind]);
  return exported;
}

function Outcome({ exported }: { readonly exported: Exported | null }) {
  const [copied, setCopied] = useState<string | null>(null);
  if (exported === null) return <output className="muted">Writing…</output>;
  if (exported.kind === "refused") {
    const { line, reason } = exported;
    return (
      <p className="bad" role="alert">
        {line === null ? reason : `Line ${line}: ${reason}`}
      </p>
    );
  }
  const { text, fileName, note } = exported;
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(text),
      () => setCopied(null),
    );
  };
  return (
    <>
      {note !== null && <p className="notice">{note}</p>}
      <textarea className="text mono export-text" aria-label={fileName} readOnly rows={18} wrap="off" value={text} />
      <div className="actions">
        <button type="button" className="button primary" onClick={copy}>
          {copied === text ? "Copied" : "Copy"}
        </button>
        <button type="button" className="button" onClick={() => download(fileName, "text/x-python", text)}>
          Download {fileName}
        </button>
      </div>
    </>
  );
}
