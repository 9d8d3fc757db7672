/** @file What the header offers besides documents, examples and the link: one list for its buttons and, where there is no room for them, its menu. */
import { useShallow } from "zustand/react/shallow";
import { freeId } from "../document/lanes.ts";
import { addLane } from "../store/lanes.ts";
import type { State } from "../store/store.ts";
import { useLosslab, useLosslabStore } from "../store/store-context.ts";
import type { MenuAction } from "../ui/Menu.tsx";

/** What is a button where there is room, and an entry of the menu where there is none. */
type Tool = {
  readonly shown: string;
  readonly menuTitle: string;
  /** Said to whom looks longer at the button. */
  readonly about: string;
  /** Where `shown` alone says too little. */
  readonly label?: string;
} & (
  | { readonly run: () => void; readonly isDisabled?: boolean; readonly opensDialog?: boolean }
  | { readonly href: string }
);

type ToolName = "ops" | "lane" | "diff" | "exporting" | "theme";

export function useTools(onExport: () => void): Readonly<Record<ToolName, Tool>> {
  const store = useLosslabStore();
  const theme = useLosslab((state) => state.theme);
  const pair = useLosslab(useShallow(firstPair));
  const isFull = useLosslab(({ document }) => freeId(document) === null);
  const other = theme === "dark" ? "light" : "dark";
  const otherTheme = other === "light" ? "Light theme" : "Dark theme";
  return {
    ops: {
      shown: "Ops",
      menuTitle: "Op reference",
      label: "Ops: op reference",
      about: "Every op: formula, shapes, gradient, spelling elsewhere",
      href: "./reference.html",
    },
    lane: {
      shown: "+ Lane",
      menuTitle: "Add a lane",
      about: isFull ? "Four lanes are the most" : "Another loss beside these",
      isDisabled: isFull,
      run: () => addLane(store),
    },
    diff: {
      shown: "Diff",
      menuTitle: "Compare code",
      about: "The code of two lanes, compared",
      isDisabled: pair === null,
      run: () => store.setState({ compared: pair }),
    },
    exporting: {
      shown: "Export",
      menuTitle: "Export",
      about: "This run in PyTorch; the loss for PyTorch, JAX, Keras",
      opensDialog: true,
      run: onExport,
    },
    theme: {
      shown: "◐",
      menuTitle: otherTheme,
      label: otherTheme,
      about: otherTheme,
      run: () => store.setState({ theme: other }),
    },
  };
}

export function toolButton(tool: Tool) {
  const { shown, label, about } = tool;
  if ("href" in tool)
    return (
      <a
        key={shown}
        className="button"
        href={tool.href}
        target="_blank"
        rel="noopener"
        aria-label={label}
        title={about}
      >
        {shown}
      </a>
    );
  return (
    <button
      key={shown}
      type="button"
      className="button"
      disabled={tool.isDisabled ?? false}
      aria-label={label}
      aria-haspopup={tool.opensDialog === true ? "dialog" : undefined}
      title={about}
      onClick={tool.run}
    >
      {shown}
    </button>
  );
}

export const menuAction = (tool: Tool): MenuAction =>
  "href" in tool
    ? { title: tool.menuTitle, href: tool.href }
    : { title: tool.menuTitle, isDisabled: tool.isDisabled ?? false, run: tool.run };

/** The two lanes that one would compare first: the one worked in, and the first beside it. */
function firstPair({ document: { lanes }, activeLane }: State): readonly [string, string] | null {
  const [first, second] = lanes;
  if (first === undefined || second === undefined) return null;
  return [first.id, activeLane === first.id ? second.id : activeLane];
}
