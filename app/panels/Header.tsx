/** @file Name, documents, examples, sharing, theme. */
import { useShallow } from "zustand/react/shallow";
import type { Progress } from "../../engine/train/progress.ts";
import { useApp, useLosslab } from "../app-context.ts";
import { examples } from "../document/examples.ts";
import { freeId } from "../document/lanes.ts";
import { ExportButton } from "../export/ExportButton.tsx";
import { DocumentsButton } from "../session/DocumentsButton.tsx";
import { ShareButton } from "../session/ShareButton.tsx";
import { addLane } from "../store/lanes.ts";
import { laneOf, type State, setExperiment, setLane } from "../store/store.ts";
import { formatCount, formatRate } from "./format.ts";

export function Header() {
  const { store, controller } = useApp();
  const theme = useLosslab((state) => state.theme);
  const isSaved = useLosslab((state) => state.isSaved);
  const active = useLosslab(({ activeLane }) => activeLane);
  const pair = useLosslab(useShallow(firstPair));
  const isFull = useLosslab(({ document }) => freeId(document) === null);

  const open = (name: string): void => {
    const example = examples.find((candidate) => candidate.name === name);
    const lane = laneOf(store.getState(), active);
    if (example === undefined || lane === undefined) return;
    setLane(store, lane.id, { name: example.name });
    if (example.dataset !== undefined) setExperiment(store, { dataset: example.dataset });
    controller.replaceSource(lane.id, lane.language === "python" ? example.python : example.source);
  };

  return (
    <header className="header">
      <h1 className="logo">
        loss<span>lab</span>
      </h1>
      <DocumentsButton />
      <label className="field">
        <span className="visually-hidden">Examples</span>
        <select
          className="select button-like"
          value=""
          onChange={(event) => open(event.target.value)}
          title="Replaces the loss; undo brings yours back"
        >
          <option value="" disabled>
            Examples
          </option>
          <optgroup label={`Opens in lane ${active}`}>
            {examples.map(({ name, about }) => (
              <option key={name} value={name} title={about}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <a
        className="button"
        href="./reference.html"
        target="_blank"
        rel="noopener"
        aria-label="Op reference"
        title="Every op: formula, shapes, gradient, spelling elsewhere"
      >
        Ops
      </a>
      <button
        type="button"
        className="button"
        disabled={isFull}
        title={isFull ? "Four lanes are the most" : "Another loss beside these"}
        onClick={() => addLane(store)}
      >
        + Lane
      </button>
      <button
        type="button"
        className="button"
        disabled={pair === null}
        title="The code of two lanes, compared"
        onClick={() => store.setState({ compared: pair })}
      >
        Diff
      </button>
      <span className="spacer" />
      {!isSaved && (
        <span className="notice" role="alert">
          Not saved: this browser's storage is full or forbidden
        </span>
      )}
      <RunStatus />
      <ExportButton />
      <ShareButton />
      <button
        type="button"
        className="button"
        aria-label={theme === "dark" ? "Light theme" : "Dark theme"}
        title={theme === "dark" ? "Light theme" : "Dark theme"}
        onClick={() => store.setState({ theme: theme === "dark" ? "light" : "dark" })}
      >
        ◐
      </button>
    </header>
  );
}

/** The two lanes that one would compare first: the one worked in, and the first beside it. */
function firstPair({ document: { lanes }, activeLane }: State): readonly [string, string] | null {
  const [first, second] = lanes;
  if (first === undefined || second === undefined) return null;
  return [first.id, activeLane === first.id ? second.id : activeLane];
}

/** The lane that is furthest behind; one that failed or was ended holds nobody up. */
function furthestBehind({ training }: State): Progress | null {
  const runs = Object.values(training);
  const alive = runs.filter(({ progress, stopped }) => stopped === null && progress?.failure === null);
  const [first, ...others] = (alive.length > 0 ? alive : runs).flatMap(({ progress }) => progress ?? []);
  return first === undefined ? null : others.reduce((least, run) => (run.step < least.step ? run : least), first);
}

function RunStatus() {
  const progress = useLosslab(furthestBehind);
  const rate =
    progress === null || progress.stepsPerSecond === 0 ? "" : ` · ${formatRate(progress.stepsPerSecond)} steps/s`;
  return (
    <output className="steps" aria-label="Training status">
      step {formatCount(progress?.step ?? 0)}
      {rate}
    </output>
  );
}
