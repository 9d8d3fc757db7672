/** @file A word beside what is drawn of a run that is not of what stands above it. */
import { useLosslab } from "../store/store-context.ts";
import { staleMark } from "./stale-words.ts";

interface StaleMarkProps {
  readonly lane: string;
  /** Where several lanes are spoken of: which one is meant. */
  readonly hasLetter?: boolean;
}

export function StaleMark({ lane, hasLetter = false }: StaleMarkProps) {
  const text = useLosslab((state) => staleMark(state, lane));
  if (text === null) return null;
  return (
    <span className="stale-mark is-short" title={`${text}: Train runs what stands in the lane and the settings now`}>
      <span aria-hidden="true">{hasLetter && `${lane} `}↺</span>
      <span className="words">{hasLetter ? `${lane}: ${text}` : text}</span>
    </span>
  );
}

export function StaleMarks({ lanes }: { readonly lanes: readonly string[] }) {
  return lanes.map((lane) => <StaleMark key={lane} lane={lane} hasLetter />);
}
