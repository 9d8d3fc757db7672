/** @file A newer page is here: taken when it suits. */
import { useState } from "react";
import { useStore } from "zustand";
import { useApp } from "../app-context.ts";

export function UpdateNotice() {
  const { session } = useApp();
  const { hasUpdate, update } = useStore(session.offline);
  const [isLater, setIsLater] = useState(false);
  if (!hasUpdate || isLater) return null;
  return (
    <div className="toast update" role="status">
      A newer Losslab is here. What you have stays as it is; a run that is under way ends.
      <button type="button" className="button primary" onClick={() => void session.saved().then(update)}>
        Update now
      </button>
      <button type="button" className="button" onClick={() => setIsLater(true)}>
        Later
      </button>
    </div>
  );
}
