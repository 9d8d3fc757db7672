/** @file The documents of this browser: open, name, copy and delete them, and take them out as files. */
import { useCallback, useEffect, useRef, useState } from "react";
import { documentLimits } from "../document/document.ts";
import { nameOf } from "../document/name.ts";
import { CODE_FILES, isCodeFile, readCodeFile } from "../files/code-file.ts";
import { readDocumentFile, saveAsFile } from "../files/document-file.ts";
import { useController } from "../lanes/controller-context.ts";
import { documentOf } from "../store/document.ts";
import { useLosslabStore } from "../store/store-context.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { unopenedWords } from "./first-opening.ts";
import { useDesk, useSession } from "./session-context.ts";
import type { ListedDocument } from "./shelf.ts";

export function DocumentsDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const store = useLosslabStore();
  const [list, setList] = useState<readonly ListedDocument[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const refresh = useCallback(() => session.list().then(setList, () => setList([])), [session]);
  useEffect(() => void refresh(), [refresh]);
  const act = (action: Promise<unknown>): void => {
    action.then(refresh, () => setProblem("The browser refused: its storage is full or forbidden."));
  };
  const open = async (id: string): Promise<void> => {
    const unopened = await session.open(id);
    if (unopened === null) onClose();
    else setProblem(unopenedWords[unopened]);
  };
  return (
    <Dialog title="Documents in this browser" onClose={onClose}>
      <p className="actions">
        <button
          type="button"
          className="button"
          onClick={() => {
            session.openNew();
            onClose();
          }}
        >
          New
        </button>
        <OpenFile onRefused={setProblem} onOpened={onClose} />
        <button type="button" className="button" onClick={() => saveAsFile(documentOf(store.getState()))}>
          Save as file
        </button>
      </p>
      {problem !== null && (
        <p className="bad" role="alert">
          {problem}
        </p>
      )}
      {list === null ? (
        <p className="muted">Looking…</p>
      ) : list.length === 0 ? (
        <p className="muted">None yet. What you change is kept here by itself.</p>
      ) : (
        <ul className="documents">
          {list.map((document) => (
            <Entry
              key={document.id}
              document={document}
              isOpen={document.id === session.openId}
              onOpen={() => void open(document.id)}
              onRename={(title) => act(session.rename(document.id, title))}
              onDuplicate={() => act(session.duplicate(document.id))}
              onDelete={() => act(session.delete(document.id))}
            />
          ))}
        </ul>
      )}
      <Deleted onUndo={() => act(session.undelete())} />
    </Dialog>
  );
}

interface EntryProps {
  readonly document: ListedDocument;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onRename: (title: string) => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}

function Entry({ document: { name, changed }, isOpen, onOpen, onRename, onDuplicate, onDelete }: EntryProps) {
  const [isNaming, setIsNaming] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNaming) field.current?.select();
  }, [isNaming]);
  const rename = (title: string): void => {
    setIsNaming(false);
    if (title !== name) onRename(title);
  };
  return (
    <li>
      {isNaming ? (
        <TextField
          ref={field}
          label={`Name of ${name}`}
          value={name}
          longest={documentLimits.title}
          takes="leaving"
          onChange={rename}
          onEscape={() => setIsNaming(false)}
        />
      ) : (
        <button type="button" className="document-open" aria-current={isOpen} onClick={onOpen}>
          {name}
        </button>
      )}
      <time className="muted" dateTime={new Date(changed).toISOString()}>
        {isOpen ? "open · " : ""}
        {new Date(changed).toLocaleString("en-US", { dateStyle: "medium", timeStyle: "short" })}
      </time>
      <span className="actions">
        <button type="button" className="button" aria-label={`Rename ${name}`} onClick={() => setIsNaming(true)}>
          Rename
        </button>
        <button type="button" className="button" aria-label={`Duplicate ${name}`} onClick={onDuplicate}>
          Duplicate
        </button>
        <button type="button" className="button" aria-label={`Delete ${name}`} onClick={onDelete}>
          Delete
        </button>
      </span>
    </li>
  );
}

function Deleted({ onUndo }: { readonly onUndo: () => void }) {
  const deleted = useDesk((desk) => desk.deleted);
  const [last] = deleted;
  if (last === undefined) return null;
  return (
    <p className="actions" role="status">
      “{nameOf(last.document)}” was deleted.
      <button type="button" className="button" onClick={onUndo}>
        Undo
      </button>
    </p>
  );
}

function OpenFile({
  onOpened,
  onRefused,
}: {
  readonly onOpened: () => void;
  readonly onRefused: (reason: string) => void;
}) {
  const session = useSession();
  const store = useLosslabStore();
  const controller = useController();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        Open a file…
      </button>
      <input
        ref={input}
        type="file"
        accept={`.json,application/json,${CODE_FILES}`}
        hidden
        aria-label="Document file"
        onChange={async ({ target }) => {
          const [file] = target.files ?? [];
          target.value = "";
          if (file === undefined) return;
          if (isCodeFile(file)) {
            const code = await readCodeFile(file);
            if (code.kind === "refused") return onRefused(code.reason);
            await controller.fill(store.getState().activeLane, code.text);
            return onOpened();
          }
          const read = await readDocumentFile(file);
          if (read.kind === "refused") return onRefused(read.reason);
          session.openFile(read.document);
          onOpened();
        }}
      />
    </>
  );
}
