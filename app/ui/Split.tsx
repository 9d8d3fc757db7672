/** @file Two panes, one above the other, and the divider between them: dragged, moved by arrow keys, double-clicked back. */
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Group, Panel, Separator, useGroupRef } from "react-resizable-panels";

interface SplitProps {
  /** The divider's name. */
  readonly label: string;
  /** How much of the height the upper pane takes, in percent; null where nobody has said. */
  readonly share: number | null;
  /** What it takes then. */
  readonly automatic: number;
  /** Pixels that each pane keeps. */
  readonly least: readonly [upper: number, lower: number];
  readonly upper: ReactNode;
  readonly lower: ReactNode;
  readonly onShare: (share: number | null) => void;
  /** False where another divider moves the same thing: this one is then for the pointer alone. */
  readonly isNamed?: boolean;
}

/** Menus and notes reach over the divider; what scrolls does so within its pane. */
const open = { overflow: "visible" } as const;

/** Shares nearer to each other than this are one. */
const SAME = 0.1;

export function Split({ label, share, automatic, least, upper, lower, onShare, isNamed = true }: SplitProps) {
  const id = useId();
  const [first, second] = [`${id}upper`, `${id}lower`];
  const group = useGroupRef();
  const separator = useRef<HTMLDivElement>(null);
  const shown = share ?? automatic;

  useEffect(() => {
    const now = group.current?.getLayout()[first];
    if (now === undefined || Math.abs(now - shown) < SAME) return;
    group.current?.setLayout({ [first]: shown, [second]: 100 - shown });
  }, [group, first, second, shown]);

  useEffect(() => {
    const element = separator.current;
    if (element === null || isNamed) return;
    element.tabIndex = -1;
    element.setAttribute("aria-hidden", "true");
  }, [isNamed]);

  const take = (layout: Readonly<Record<string, number>>): void => {
    const next = Math.round((layout[first] ?? shown) * 10) / 10;
    if (Math.abs(next - shown) >= SAME) onShare(next);
  };
  return (
    <Group
      orientation="vertical"
      groupRef={group}
      className="split"
      style={open}
      onLayoutChange={(layout) => {
        // What shares this size moves along while it is dragged.
        if (separator.current?.dataset.separator === "active") take(layout);
      }}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) take(layout);
      }}
    >
      <Panel id={first} className="pane" style={open} defaultSize={`${shown}%`} minSize={least[0]}>
        {upper}
      </Panel>
      <Separator
        elementRef={separator}
        className="divider"
        aria-label={label}
        title="Drag, or move with the arrow keys; double click sets it back"
        disableDoubleClick
        onDoubleClick={() => onShare(null)}
      />
      <Panel id={second} className="pane" style={open} defaultSize={`${100 - shown}%`} minSize={least[1]}>
        {lower}
      </Panel>
    </Group>
  );
}
