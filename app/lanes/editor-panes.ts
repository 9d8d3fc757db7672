/** @file The editors on the page, for what selects text from elsewhere. */
import type { EditorPane } from "../editor/EditorPane.ts";
import { loadEditor } from "./editor-loading.ts";

export const panes = new Map<string, EditorPane>();

/** What waits for a lane's editor: the newest wish. */
const waiting = new Map<string, (pane: EditorPane) => void>();

/** Does something with a lane's editor: at once, or as soon as there is one. */
export function withPane(lane: string, use: (pane: EditorPane) => void): void {
  const pane = panes.get(lane);
  if (pane !== undefined) return use(pane);
  waiting.set(lane, use);
  void loadEditor().catch(() => undefined);
}

/** Lanes in which something was pasted or pressed that only the editor, which has yet to come, can write. */
const unwritten = new Map<string, Promise<void>>();

/** A lane's text is not what one sees until the function that is returned is called. */
export function promiseText(lane: string): () => void {
  let resolve = (): void => undefined;
  unwritten.set(
    lane,
    new Promise((done) => {
      resolve = done;
    }),
  );
  return () => {
    unwritten.delete(lane);
    resolve();
  };
}

/** Resolves when everything that was pressed in a lane stands in its text. */
export async function written(lane: string): Promise<void> {
  await unwritten.get(lane);
}

/** A lane's editor is there. */
export function setPane(lane: string, pane: EditorPane): void {
  panes.set(lane, pane);
  waiting.get(lane)?.(pane);
  waiting.delete(lane);
}
