/** @file A lane's own bar: its letter, its name, what it is read as, and what can be done with it. */
import { staleMark } from "../charts/stale-words.ts";
import { documentLimits, type LaneLanguage, laneIds, languageNames } from "../document/document.ts";
import { duplicateLane, moveLane, removeLane, restoreLane } from "../store/lanes.ts";
import { laneOf, setLane } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { MoreIcon, PauseIcon, PlayIcon } from "../ui/icons.tsx";
import { Menu } from "../ui/Menu.tsx";
import { Segments } from "../ui/Segments.tsx";
import { Toolbar } from "../ui/Toolbar.tsx";
import { TextField } from "../ui/TextField.tsx";
import { useController } from "./controller-context.ts";
import { HandlingField } from "./HandlingField.tsx";

const languages = ["typescript", "python"] as const satisfies readonly LaneLanguage[];

export function LaneHead({ id }: { readonly id: string }) {
  const store = useLosslabStore();
  const controller = useController();
  const name = useLosslab((state) => laneOf(state, id)?.name ?? "");
  const language = useLosslab((state) => laneOf(state, id)?.language ?? "typescript");
  return (
    <Toolbar label={`Settings of lane ${id}`} className="lane-head">
      <span className="tag" aria-hidden="true">
        {id}
      </span>
      <TextField
        className="lane-name"
        label={`Name of lane ${id}`}
        value={name}
        longest={documentLimits.laneName}
        takes="typing"
        onChange={(text) => setLane(store, id, { name: text })}
      />
      <SameName id={id} name={name} />
      <OwnRate id={id} />
      <StaleRun id={id} />
      <span className="lane-tools">
        <HandlingField id={id} />
        <Segments
          label={`Language of lane ${id}`}
          options={languages}
          names={languageNames}
          value={language}
          onChange={(next) => void controller.setLanguage(id, next)}
        />
        <RunLane id={id} />
        <LaneMenu id={id} />
      </span>
    </Toolbar>
  );
}

/** A name given by hand may be another lane's: charts and tables then say it twice. */
function SameName({ id, name }: { readonly id: string; readonly name: string }) {
  const other = useLosslab(({ document }) => document.lanes.find((lane) => lane.id !== id && lane.name === name)?.id);
  if (other === undefined) return null;
  return (
    <span className="stale-mark" title={`Lane ${other} has this name too: charts and tables tell them apart by letter`}>
      also {other}
    </span>
  );
}

/** A learning rate that is not the experiment's. */
function OwnRate({ id }: { readonly id: string }) {
  const store = useLosslabStore();
  const lr = useLosslab((state) => laneOf(state, id)?.lr ?? null);
  if (lr === null) return null;
  return (
    <button
      type="button"
      className="button small quiet"
      aria-label={`Learning rate of lane ${id}: ${lr}. Take the experiment's`}
      title={`Lane ${id} trains with lr ${lr}, whatever the bar says. Press for the bar's.`}
      onClick={() => setLane(store, id, { lr: null })}
    >
      lr {lr} ✕
    </button>
  );
}

/** The lane's curves are not of what stands in it. */
function StaleRun({ id }: { readonly id: string }) {
  const text = useLosslab((state) => staleMark(state, id));
  if (text === null) return null;
  return (
    <span className="stale-mark is-wordy" title={`Curves ${text}: Train runs what stands here now`}>
      <span aria-hidden="true">↺</span>
      <span className="words">curves {text}</span>
    </span>
  );
}

/** Runs this lane alone. With a single lane the big button does. */
function RunLane({ id }: { readonly id: string }) {
  const controller = useController();
  const isRunning = useLosslab(({ training }) => training[id]?.isRunning ?? false);
  const hasProgram = useLosslab(({ results }) => (results[id]?.compilation?.program ?? null) !== null);
  const isAlone = useLosslab(({ document }) => document.lanes.length === 1);
  if (isAlone) return null;
  const label = isRunning ? `Pause lane ${id}` : `Train lane ${id}`;
  return (
    <button
      type="button"
      className="button icon"
      aria-label={label}
      title={label}
      disabled={!isRunning && !hasProgram}
      onClick={() => (isRunning ? controller.trainer.pause(id) : void controller.trainer.train(id))}
    >
      {isRunning ? <PauseIcon /> : <PlayIcon />}
    </button>
  );
}

function LaneMenu({ id }: { readonly id: string }) {
  const store = useLosslabStore();
  const lanes = useLosslab(({ document }) => document.lanes);
  const removed = useLosslab((state) => state.removed[0]);
  const index = lanes.findIndex((lane) => lane.id === id);
  return (
    <Menu
      label={`Actions for lane ${id}`}
      actions={[
        {
          title: "Duplicate",
          isDisabled: lanes.length === laneIds.length,
          run: () => duplicateLane(store, id),
        },
        {
          title: "Compare code",
          isDisabled: lanes.length === 1,
          run: () => {
            const other = lanes.find((lane) => lane.id !== id);
            if (other !== undefined) store.setState({ compared: [other.id, id] });
          },
        },
        { title: "Move left", isDisabled: index === 0, run: () => moveLane(store, id, -1) },
        { title: "Move right", isDisabled: index === lanes.length - 1, run: () => moveLane(store, id, 1) },
        { title: "Remove", isDisabled: lanes.length === 1, run: () => removeLane(store, id) },
        ...(removed === undefined || lanes.length === laneIds.length
          ? []
          : [{ title: `Bring back lane ${removed.lane.id}`, run: () => restoreLane(store) }]),
      ]}
    >
      <MoreIcon />
    </Menu>
  );
}
