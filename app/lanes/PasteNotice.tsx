/** @file Says what became of what was pasted: the language it was read in, what was taken off, and the way back. */
import { setPaste } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { deviceWords, switchWords, takenOff } from "../verdict/paste-words.ts";
import { withPane } from "./editor-panes.ts";

export function PasteNotice({ id }: { readonly id: string }) {
  const store = useLosslabStore();
  const paste = useLosslab(({ pastes }) => pastes[id] ?? null);
  if (paste === null) return null;
  const switched = switchWords(paste);
  const devices = deviceWords(paste);
  const off = takenOff(paste);
  return (
    <section className="notice pasted" role="status" aria-label={`What was pasted into loss ${id}`}>
      {switched !== null && <p>{switched}</p>}
      {off.length > 0 && (
        <p>
          Taken off:{" "}
          {off.map(({ what, where }, i) => (
            <span key={what}>
              {i > 0 && "; "}
              {what} <span className="muted">({where})</span>
            </span>
          ))}
          .
        </p>
      )}
      {devices !== null && <p>{devices}</p>}
      <p className="notice-actions">
        <button type="button" className="button" onClick={() => withPane(id, (pane) => pane.undo())}>
          Undo paste
        </button>
        <button type="button" className="button" onClick={() => setPaste(store, id, null)}>
          Dismiss
        </button>
      </p>
    </section>
  );
}
