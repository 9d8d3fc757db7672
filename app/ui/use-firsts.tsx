/** @file Of a list that may be very long, the first ones, and a button for more: a stranger's loss decides how long it is. */
import { useState } from "react";
import { MOST } from "../../engine/bounded.ts";

const counts = new Intl.NumberFormat("en-US");

interface Firsts {
  readonly shown: number;
  /** "and 850 more"; null where all are shown. */
  readonly more: React.ReactNode;
}

export function useFirsts(length: number): Firsts {
  const [wanted, setWanted] = useState(MOST);
  const hidden = length - wanted;
  return {
    shown: Math.min(length, wanted),
    more:
      hidden <= 0 ? null : (
        <button type="button" className="button small" onClick={() => setWanted(wanted + MOST)}>
          and {counts.format(hidden)} more
        </button>
      ),
  };
}
