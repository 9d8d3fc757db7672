/** @file The buttons that train all lanes. */
import { useEffect } from "react";
import { useController } from "../lanes/controller-context.ts";
import { isStale, isTrained } from "../store/run-changes.ts";
import { isTraining, type State } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";
import { PlayIcon } from "../ui/icons.tsx";

export function RunButtons() {
  const controller = useController();
  const { trainer, replayer } = controller;
  const count = useLosslab(({ document }) => document.lanes.length);
  const isRunning = useLosslab(isTraining);
  const runsEarlier = useLosslab(hasStaleRun);
  const isComputing = useLosslab(({ results }) => Object.values(results).some(({ phase }) => phase === "computing"));
  const canTrain = useLosslab(({ results }) => Object.values(results).some(({ compilation }) => compilation?.program));
  const isDone = useLosslab(isTrained);
  const isReplaying = useLosslab(({ replay }) => replay !== null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key === "Enter" && !event.defaultPrevented) void trainer.train();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [trainer]);

  return (
    <span className="run">
      {/* One takes the other's place: the bar does not grow when something runs. */}
      {isRunning || isComputing ? (
        <button type="button" className="button danger" onClick={() => controller.stop()}>
          Stop
        </button>
      ) : (
        <button
          type="button"
          className="button"
          disabled={!isReplaying && (!canTrain || isDone)}
          onClick={() => (isReplaying ? replayer.step(1) : void trainer.step())}
        >
          Step
        </button>
      )}
      <button type="button" className="button" onClick={() => trainer.reset()}>
        Reset
      </button>
      <button type="button" className="button" disabled={!isRunning} onClick={() => trainer.pause()}>
        Pause
      </button>
      <button
        type="button"
        className="button primary"
        disabled={(isRunning && !runsEarlier) || !canTrain}
        title="Ctrl+Enter"
        onClick={() => void trainer.train()}
      >
        <PlayIcon />
        {count === 1 ? "Train" : count === 2 ? "Train both" : "Train all"}
      </button>
    </span>
  );
}

/** Something runs that is no longer what stands there: Train begins it again. */
function hasStaleRun(state: State): boolean {
  return Object.values(state.training).some(({ lane, isRunning }) => isRunning && isStale(state, lane));
}
