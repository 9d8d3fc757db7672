/** @file The dock's tabs: what all lanes share on common axes. One record each, from which everything else follows. */
import { type ComponentType, type LazyExoticComponent, lazy } from "react";

export interface DockTab {
  readonly id: string;
  readonly title: string;
  /** Loaded when it is first looked at. */
  readonly Panel: LazyExoticComponent<ComponentType>;
  /** What stands there until then. */
  readonly empty: string;
  /** What stands beside the tabs while this one is chosen. */
  readonly Tools: LazyExoticComponent<ComponentType> | null;
}

export const dockTabs: readonly [DockTab, ...DockTab[]] = [
  {
    id: "training",
    title: "Training",
    Panel: lazy(async () => ({ default: (await import("./TrainingTab.tsx")).TrainingTab })),
    empty: "Press Train to see the loss fall, or not.",
    Tools: lazy(async () => ({ default: (await import("./ReplayBar.tsx")).ReplayBar })),
  },
  {
    id: "sweep",
    title: "Sweep",
    Panel: lazy(async () => ({ default: (await import("./sweep/SweepTab.tsx")).SweepTab })),
    empty: "Sweep a setting or a number of a loss.",
    Tools: null,
  },
];
