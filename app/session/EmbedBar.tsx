/** @file What stands above an embedded document: its name, and the way to the whole page. */
import { useApp, useDesk, useLosslab } from "../app-context.ts";
import { encodeLink } from "../document/link/link.ts";
import { documentOf } from "../store/document.ts";
import { allowRunning, isTraining } from "../store/store.ts";
import { PlayIcon } from "../ui/icons.tsx";
import { addressOf } from "./address.ts";
import type { Embedding } from "./embed.ts";
import { nameOf } from "./shelf.ts";

export function EmbedBar({ embedding }: { readonly embedding: Embedding }) {
  const { store, controller } = useApp();
  const name = useLosslab(({ document }) => nameOf(document));
  const isWaiting = useLosslab((state) => state.isWaiting);
  const isRunning = useLosslab(isTraining);
  const fault = useDesk((desk) => desk.fault);
  return (
    <header className="header embed-bar">
      <h1 className="logo">{name}</h1>
      {fault !== null && (
        <span className="notice" role="alert">
          This link cannot be opened
        </span>
      )}
      <span className="spacer" />
      {isWaiting ? (
        <button type="button" className="button primary" onClick={() => allowRunning(store)}>
          <PlayIcon /> Run
        </button>
      ) : (
        !embedding.hasControls && (
          <button
            type="button"
            className="button primary"
            onClick={() => (isRunning ? controller.stop() : void controller.trainer.train())}
          >
            {isRunning ? "Stop" : "Train"}
          </button>
        )
      )}
      <a
        className="button"
        href="./"
        target="_blank"
        rel="noopener"
        onClick={(event) => {
          // With what was changed here.
          event.currentTarget.href = addressOf(encodeLink(documentOf(store.getState())));
        }}
      >
        Open in Losslab
      </a>
    </header>
  );
}
