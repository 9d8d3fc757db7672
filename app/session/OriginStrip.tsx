/** @file What has to be said about where the open document came from, or about a link that could not be opened. */

import { allowRunning } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { Toolbar } from "../ui/Toolbar.tsx";
import { faults } from "./link-faults.ts";
import { Note } from "./note/Note.tsx";
import { useDesk, useSession } from "./session-context.ts";

export function OriginStrip() {
  const session = useSession();
  const fault = useDesk((desk) => desk.fault);
  const notice = useDesk((desk) => desk.notice);
  if (fault !== null || notice !== null) {
    return (
      <div className={`origin ${fault === null ? "" : "is-bad"}`} role="alert">
        <span className="origin-text">
          {fault === null ? notice : `${faults[fault]} What you had is below, untouched.`}
        </span>
        <button type="button" className="button" onClick={() => session.dismiss()}>
          {fault === null ? "OK" : "Go on with mine"}
        </button>
      </div>
    );
  }
  return <StrangersStrip />;
}

/** One's own document's note, as its readers see it. */
function OwnNote() {
  const hasNote = useLosslab(({ document }) => document.note.trim() !== "");
  if (!hasNote) return null;
  return (
    <details className="own-note" open>
      <summary>Note</summary>
      <Note />
    </details>
  );
}

function StrangersStrip() {
  const session = useSession();
  const store = useLosslabStore();
  const origin = useDesk((desk) => desk.origin);
  const isWaiting = useLosslab((state) => state.isWaiting);
  const title = useLosslab(({ document }) => document.title);
  if (origin === "own" && !isWaiting) return <OwnNote />;
  const where = origin === "file" ? "from a file" : "from a link";
  return (
    <section className="origin" aria-label="Where this came from">
      <div className="origin-text">
        <b>{title === "" ? `A document ${where}` : title}</b> {title !== "" && <span className="muted">{where}</span>}
        {isWaiting && " Its code is somebody else's and has not run."}
        <Note />
      </div>
      <Toolbar label="What to do with it">
        {isWaiting && (
          <>
            <button type="button" className="button primary" onClick={() => allowRunning(store)}>
              Run
            </button>
            <button type="button" className="button" onClick={() => session.allowLinks()}>
              Run all links in this tab
            </button>
          </>
        )}
        {origin !== "own" && (
          <button type="button" className="button" onClick={() => void session.backToOwn()}>
            Back to mine
          </button>
        )}
      </Toolbar>
    </section>
  );
}
