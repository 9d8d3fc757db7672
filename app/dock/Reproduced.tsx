/** @file Whether a run came out as the author of the link saw it. */

import { isReproduced } from "../store/document.ts";
import { useLosslab } from "../store/store-context.ts";

export function Reproduced({ lane }: { readonly lane: string }) {
  const isSame = useLosslab((state) => isReproduced(state, lane));
  if (isSame === null) return null;
  return isSame ? (
    <span className="reproduced" title="Every loss of this run has the very bits that the author of the link saw">
      ✓ reproduced
    </span>
  ) : (
    <span className="not-reproduced" title="The author of the link saw another run of this loss and these settings">
      ✕ not the author's run
    </span>
  );
}
