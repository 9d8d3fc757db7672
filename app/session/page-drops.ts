/**
 * @file What is dropped on the page where nothing else takes it: code goes into the lane last worked in, a document opens, and anything else is
 * refused in words. By itself a browser would open it in the page's place.
 */
import { recognised } from "../../engine/language/pasted/recognise.ts";
import { isCodeFile, readCodeFile } from "../files/code-file.ts";
import { readDocumentFile } from "../files/document-file.ts";
import type { Session } from "./Session.ts";

type NamedFile = Pick<File, "name">;

export type Drop<F extends NamedFile = File> =
  | { readonly kind: "code" | "document"; readonly file: F }
  | { readonly kind: "loss"; readonly text: string }
  | { readonly kind: "refused"; readonly words: string };

const isDocument = ({ name }: NamedFile): boolean => /\.json$/i.test(name);
const isTable = ({ name }: NamedFile): boolean => /\.(?:csv|tsv)$/i.test(name);

/** Of several files, the first that can be taken. */
export function dropOf<F extends NamedFile>(files: readonly F[], text: string): Drop<F> {
  const code = files.find(isCodeFile);
  if (code !== undefined) return { kind: "code", file: code };
  const document = files.find(isDocument);
  if (document !== undefined) return { kind: "document", file: document };
  const table = files.find(isTable);
  if (table !== undefined)
    return refused(`${table.name} is a table. Open “Data of your own” beside Data, and drop it there.`);
  const [other] = files;
  if (other !== undefined)
    return refused(
      `${other.name} is nothing that can be opened here. Losses come as .py, .ts or .ipynb, documents as .losslab.json, tables as .csv.`,
    );
  const found = recognised(text);
  if (found.isSure && found.defines) return { kind: "loss", text };
  return refused("What was dropped is no loss. A loss is dropped as a text or as a file (.py, .ts, .ipynb).");
}

const refused = (words: string): { readonly kind: "refused"; readonly words: string } => ({ kind: "refused", words });

/** Fields take texts themselves. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, [contenteditable], .monaco-editor") !== null;

const isForeign = (transfer: DataTransfer | null): boolean =>
  transfer?.types.some((type) => type === "Files" || type === "text/uri-list") === true;

/** Until what it hands back is called. */
export function takePageDrops(session: Session): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const isMatter = ({ defaultPrevented, target, dataTransfer }: DragEvent): boolean =>
    !defaultPrevented && (isForeign(dataTransfer) || !isField(target));
  window.addEventListener("dragover", (event) => isMatter(event) && event.preventDefault(), { signal });
  window.addEventListener(
    "drop",
    (event) => {
      if (!isMatter(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      void take(session, dropOf(files, event.dataTransfer?.getData("text/plain") ?? ""));
    },
    { signal },
  );
  return () => listening.abort();
}

async function take(session: Session, drop: Drop): Promise<void> {
  if (drop.kind === "refused") return session.tell(drop.words);
  if (drop.kind === "document") {
    const read = await readDocumentFile(drop.file);
    return read.kind === "document" ? session.openFile(read.document) : session.tell(read.reason);
  }
  const { controller } = session.desk.getState();
  const lane = session.store.getState().activeLane;
  if (drop.kind === "loss") return controller.fill(lane, drop.text);
  const read = await readCodeFile(drop.file);
  return read.kind === "code" ? controller.fill(lane, read.text) : session.tell(read.reason);
}
