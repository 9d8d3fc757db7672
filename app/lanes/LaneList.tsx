/** @file The lanes side by side; on a narrow screen one at a time. */
import { useCallback, useEffect, useRef, useState } from "react";
import { restoreLane } from "../store/lanes.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import { Segments } from "../ui/Segments.tsx";
import { LaneView } from "./LaneView.tsx";

export function LaneList() {
  const store = useLosslabStore();
  const ids = [...useLosslab(({ document }) => document.lanes.map(({ id }) => id).join(""))];
  const active = useLosslab(({ activeLane }) => activeLane);
  const lines = useLosslab(({ document }) =>
    Math.max(...document.lanes.map(({ source }) => source.split("\n").length)),
  );
  const main = useRef<HTMLDivElement>(null);
  const [feet, setFeet] = useState<Readonly<Record<string, number>>>({});
  const foot = Math.max(0, ...ids.map((id) => feet[id] ?? 0));
  const onFoot = useCallback(
    (id: string, height: number) => setFeet((before) => (before[id] === height ? before : { ...before, [id]: height })),
    [],
  );

  // A lane that was added stands where it can be seen. Those that a document opens with stay below what is said of it.
  const count = ids.length;
  const before = useRef(count);
  useEffect(() => {
    if (count > 2 && count > before.current)
      main.current?.querySelector(".lane.is-active")?.scrollIntoView({ inline: "nearest", block: "nearest" });
    before.current = count;
  }, [count]);

  return (
    <>
      <div className={`lanes count-${count}`} ref={main}>
        {count > 1 && (
          <div className="lane-choice">
            <Segments
              label="Lane shown"
              options={ids}
              names={Object.fromEntries(ids.map((id) => [id, `Lane ${id}`]))}
              value={active}
              onChange={(id) => store.setState({ activeLane: id })}
            />
          </div>
        )}
        {ids.map((id, i) => (
          <LaneView key={id} id={id} isFirst={i === 0} lines={lines} foot={foot} onFoot={onFoot} />
        ))}
      </div>
      <RemovedNotice />
    </>
  );
}

/** It stands over something, and so not for long; the lanes' menus bring it back after that. */
const TOAST = 10_000;

/** What was removed can be brought back, for as long as the page is open. */
function RemovedNotice() {
  const store = useLosslabStore();
  const removed = useLosslab((state) => state.removed);
  const isFull = useLosslab(({ document }) => document.lanes.length >= 4);
  const button = useRef<HTMLButtonElement>(null);
  const [last] = removed;
  const count = removed.length;
  const [isGone, setIsGone] = useState(false);
  // The menu that removed it is gone, and the focus with it.
  useEffect(() => {
    if (count === 0) return;
    setIsGone(false);
    button.current?.focus();
    const timer = setTimeout(() => setIsGone(true), TOAST);
    return () => clearTimeout(timer);
  }, [count]);
  if (last === undefined || isFull || isGone) return null;
  return (
    <div className="toast" role="status">
      Lane {last.lane.id}, “{last.lane.name}”, was removed.
      <button type="button" className="button" ref={button} onClick={() => restoreLane(store)}>
        Undo
      </button>
      <button
        type="button"
        className="button icon"
        aria-label="Dismiss"
        title="Dismiss"
        onClick={() => store.setState({ removed: [] })}
      >
        ✕
      </button>
    </div>
  );
}
