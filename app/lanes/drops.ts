/** @file What is dropped on an editor from outside: a file of code, or a loss. Everything else is Monaco's. */
import { recognised } from "../../engine/language/pasted/recognise.ts";
import { isCodeFile } from "../files/code-file.ts";

/** Until what it hands back is called. */
export function takeDrops(container: HTMLElement, onDrop: (dropped: File | string) => void): () => void {
  const listening = new AbortController();
  const capture = { capture: true, signal: listening.signal } as const;
  container.addEventListener(
    "dragover",
    (event) => {
      // Without this the browser opens the file in the page's place.
      if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
    },
    capture,
  );
  container.addEventListener(
    "drop",
    (event) => {
      const file = [...(event.dataTransfer?.files ?? [])].find(isCodeFile);
      const text = event.dataTransfer?.getData("text/plain") ?? "";
      const found = recognised(text);
      if (file === undefined && !(found.isSure && found.defines)) return;
      event.preventDefault();
      event.stopPropagation();
      onDrop(file ?? text);
    },
    capture,
  );
  return () => listening.abort();
}
