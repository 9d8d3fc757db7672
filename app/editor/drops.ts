/** @file What is dropped on an editor from outside: a file of code, or a loss. Everything else is Monaco's. */
import { recognised } from "../../engine/language/pasted/recognise.ts";
import { documentLimits } from "../document/document.ts";

const isCode = ({ name, size }: File): boolean =>
  /\.(?:py|ts|js|mts|mjs|txt|md)$/i.test(name) && size <= 10 * documentLimits.source;

/** Until what it hands back is called. */
export function takeDrops(container: HTMLElement, onDrop: (text: string) => void): () => void {
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
      const file = [...(event.dataTransfer?.files ?? [])].find(isCode);
      const text = event.dataTransfer?.getData("text/plain") ?? "";
      const found = recognised(text);
      if (file === undefined && !(found.isSure && found.defines)) return;
      event.preventDefault();
      event.stopPropagation();
      if (file === undefined) onDrop(text);
      else void file.text().then(onDrop);
    },
    capture,
  );
  return () => listening.abort();
}
