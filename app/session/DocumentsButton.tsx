/** @file The open document's name, and the way to all documents. */
import { lazy, Suspense, useState } from "react";
import { nameOf } from "../document/name.ts";
import { useLosslab } from "../store/store-context.ts";

const DocumentsDialog = lazy(async () => ({ default: (await import("./DocumentsDialog.tsx")).DocumentsDialog }));

export function DocumentsButton() {
  const name = useLosslab(({ document }) => nameOf(document));
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button document-name"
        aria-label={`Documents: ${name}`}
        title={`${name}: all documents`}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
      >
        <span>{name}</span> ▾
      </button>
      {isOpen && (
        <Suspense>
          <DocumentsDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
