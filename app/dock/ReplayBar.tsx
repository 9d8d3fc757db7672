/** @file Plays the runs again: fit, weights, conflict and table at any step, of all lanes alike. */
import { useState } from "react";
import { useController } from "../lanes/controller-context.ts";
import { lastStep, type ReplaySpeed, type StillReason } from "../store/replay.ts";
import { isTraining } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";
import { PauseIcon, PlayIcon, StepBackIcon, StepIcon } from "../ui/icons.tsx";
import { Segments } from "../ui/Segments.tsx";
import { formatCount } from "../verdict/format.ts";

const speeds = ["normal", "slow"] as const satisfies readonly ReplaySpeed[];

const stillWords: Readonly<Record<StillReason, string>> = {
  swapped: "shows its end: numbers were turned while it ran",
  differs: "shows its end: run again, it came out otherwise, so it is not a function of the seed",
  stopped: "shows its end: it was ended when it was run again",
};

export function ReplayBar() {
  const { replayer } = useController();
  const last = useLosslab(lastStep);
  const isRunning = useLosslab(isTraining);
  const replay = useLosslab((state) => state.replay);
  const [speed, setSpeed] = useState<ReplaySpeed>("normal");
  const isOfAnother = useLosslab(({ shownSeed }) => shownSeed !== null);
  // What is played again is each lane's own run.
  if (last === 0 || isOfAnother) return null;
  const step = replay?.step ?? last;
  const isPlaying = replay?.isPlaying ?? false;
  const isWaiting = replay !== null && replay.shown !== replay.step;
  const place = `step ${formatCount(replay?.shown ?? last)} of ${formatCount(last)}`;
  return (
    <section className="replay" aria-label="Replay">
      <button
        type="button"
        className="button icon quiet"
        disabled={isRunning}
        aria-label="One step back"
        title="One step back"
        onClick={() => replayer.step(-1)}
      >
        <StepBackIcon />
      </button>
      <button
        type="button"
        className="button icon quiet"
        disabled={isRunning}
        aria-label={isPlaying ? "Pause replay" : "Play replay"}
        title={isPlaying ? "Pause" : "Watch the run again"}
        onClick={() => (isPlaying ? replayer.pause() : replayer.play(speed))}
      >
        {isPlaying ? <PauseIcon /> : <PlayIcon />}
      </button>
      <button
        type="button"
        className="button icon quiet"
        disabled={isRunning || replay === null}
        aria-label="One step on"
        title="One step on"
        onClick={() => replayer.step(1)}
      >
        <StepIcon />
      </button>
      <input
        type="range"
        aria-label="Replay"
        aria-valuetext={place}
        min={0}
        max={last}
        step={1}
        value={step}
        disabled={isRunning}
        onChange={({ target }) => replayer.seek(Number(target.value))}
        onKeyDown={(event) => {
          if (event.key !== "PageUp" && event.key !== "PageDown") return;
          // A tenth of the run; browsers take other shares.
          event.preventDefault();
          replayer.step((event.key === "PageUp" ? 1 : -1) * Math.max(1, Math.round(last / 10)));
        }}
      />
      <span className={`replay-place mono${isWaiting ? " is-waiting" : ""}`}>{place}</span>
      <Segments
        label="Replay speed"
        options={speeds}
        names={{ normal: "1×", slow: "slow" }}
        value={speed}
        onChange={(next) => {
          setSpeed(next);
          if (isPlaying) replayer.play(next);
        }}
      />
      {Object.entries(replay?.still ?? {}).map(([lane, reason]) => (
        <span key={lane} className="stale-mark" title={`Lane ${lane} ${stillWords[reason]}`}>
          {lane} {stillWords[reason].split(":")[0]}
        </span>
      ))}
    </section>
  );
}
