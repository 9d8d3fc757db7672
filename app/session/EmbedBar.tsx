/** @file What stands above an embedded document: its name, and the way to the whole page. */

import { encodeLink } from "../document/link/link.ts";
import { nameOf } from "../document/name.ts";
import { useController } from "../lanes/controller-context.ts";
import { documentOf } from "../store/document.ts";
import { isTrained } from "../store/run-changes.ts";
import { allowRunning, isTraining } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { PlayIcon } from "../ui/icons.tsx";
import { addressOf } from "./address.ts";
import { type Embedding, wholeOf } from "./embed.ts";
import { faults } from "./link-faults.ts";
import { Note } from "./note/Note.tsx";
import { useDesk, useSession } from "./session-context.ts";

export function EmbedBar({ embedding }: { readonly embedding: Embedding }) {
  const store = useLosslabStore();
  const controller = useController();
  const session = useSession();
  const name = useLosslab(({ document }) => nameOf(document));
  const isWaiting = useLosslab((state) => state.isWaiting);
  const isRunning = useLosslab(isTraining);
  const isDone = useLosslab(isTrained);
  const fault = useDesk((desk) => desk.fault);
  return (
    <>
      <header className="header embed-bar">
        <h1 className="logo">{name}</h1>
        <span className="spacer" />
        {isWaiting && embedding.hasControls && <RunButton />}
        {!embedding.hasControls && (
          <span className="run">
            {isWaiting ? (
              <RunButton />
            ) : (
              <button
                type="button"
                className="button primary"
                onClick={() => {
                  if (isRunning) return controller.stop();
                  void controller.trainer.train();
                }}
              >
                {isRunning ? "Stop" : isDone ? "Train again" : "Train"}
              </button>
            )}
          </span>
        )}
        <a
          className="button"
          href="./"
          target="_blank"
          rel="noopener"
          onClick={(event) => {
            // With what was changed here, and with the lanes that are not shown.
            event.currentTarget.href = addressOf(encodeLink(wholeOf(documentOf(store.getState()), session.embedded)));
          }}
        >
          Open in Losslab
        </a>
      </header>
      <Note />
      {fault !== null && (
        <div className="origin is-bad" role="alert">
          {faults[fault]} Below is what Losslab begins with.
        </div>
      )}
    </>
  );
}

function RunButton() {
  const store = useLosslabStore();
  return (
    <button type="button" className="button primary" onClick={() => allowRunning(store)}>
      <PlayIcon /> Run
    </button>
  );
}
