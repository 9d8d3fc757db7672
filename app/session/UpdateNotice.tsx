/** @file A newer page is here: taken when it suits. */
import { useState } from "react";
import { useStore } from "zustand";
import { useSession } from "./session-context.ts";

const words = {
  waiting: "A newer Losslab is here. What you have stays as it is; a run that is under way ends.",
  taken:
    "Losslab was updated in another tab. This one goes on, but what it has not loaded yet may be gone until you reload.",
} as const;

export function UpdateNotice() {
  const session = useSession();
  const { newer, update } = useStore(session.offline);
  const [later, setLater] = useState<typeof newer>(null);
  if (newer === null || later === newer) return null;
  return (
    <div className="toast update" role="status">
      {words[newer]}
      <button type="button" className="button primary" onClick={() => void session.saved().then(update)}>
        {newer === "waiting" ? "Update now" : "Reload"}
      </button>
      <button type="button" className="button" onClick={() => setLater(newer)}>
        Later
      </button>
    </div>
  );
}
