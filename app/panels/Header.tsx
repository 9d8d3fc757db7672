/** @file Name, examples, theme. */
import { useApp, useLosslab } from "../app-context.ts";
import { examples } from "../document/examples.ts";
import { setExperiment, setLane } from "../store/store.ts";
import { formatRate } from "./format.ts";

export function Header() {
  const { store, controller } = useApp();
  const theme = useLosslab((state) => state.theme);
  const isSaved = useLosslab((state) => state.isSaved);

  const open = (name: string): void => {
    const example = examples.find((candidate) => candidate.name === name);
    const [lane] = store.getState().document.lanes;
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
          {examples.map(({ name, about }) => (
            <option key={name} value={name} title={about}>
              {name}
            </option>
          ))}
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
      <span className="spacer" />
      {!isSaved && (
        <span className="notice" role="alert">
          Not saved: this browser's storage is full or forbidden
        </span>
      )}
      <RunStatus />
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

function RunStatus() {
  const progress = useLosslab(({ training }) => Object.values(training)[0]?.progress ?? null);
  const rate =
    progress === null || progress.stepsPerSecond === 0 ? "" : ` · ${formatRate(progress.stepsPerSecond)} steps/s`;
  return (
    <output className="steps" aria-label="Training status">
      step {(progress?.step ?? 0).toLocaleString("en-US")}
      {rate}
    </output>
  );
}
