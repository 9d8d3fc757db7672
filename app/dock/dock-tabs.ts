/** @file The dock's tabs: what all lanes share on common axes. One record each, from which everything else follows. */
import type { State } from "../store/store.ts";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";

export interface DockTab {
  readonly id: string;
  readonly title: string;
  /** Loaded when it is first looked at. */
  readonly Panel: LazyExoticComponent<ComponentType>;
  /** What stands there until then. */
  readonly empty: string;
  /** And while a first visit's runs are made, where the panel shows nothing but runs. */
  readonly toCome?: string;
  /** What stands beside the tabs while this one is chosen. */
  readonly Tools: LazyExoticComponent<ComponentType> | null;
  /** How many there are of what it shows, for the eye. */
  readonly count?: (state: State) => number;
}

export const dockTabs: readonly [DockTab, ...DockTab[]] = [
  {
    id: "training",
    title: "Training",
    Panel: lazy(async () => ({ default: (await import("./TrainingTab.tsx")).TrainingTab })),
    empty: "Press Train to see the loss fall, or not.",
    toCome: "Both are being trained, on the same data and from the same seed…",
    Tools: lazy(async () => ({ default: (await import("./ReplayBar.tsx")).ReplayBar })),
  },
  {
    id: "profile",
    title: "Profile",
    Panel: lazy(async () => ({ default: (await import("./profile/ProfileTab.tsx")).ProfileTab })),
    empty: "Trying the loss at many places…",
    Tools: null,
  },
  {
    id: "sweep",
    title: "Sweep",
    Panel: lazy(async () => ({ default: (await import("./sweep/SweepTab.tsx")).SweepTab })),
    empty: "Sweep a setting or a number of a loss.",
    Tools: null,
  },
  {
    id: "runs",
    title: "Runs",
    Panel: lazy(async () => ({ default: (await import("./runs/RunsTab.tsx")).RunsTab })),
    empty: "Every run that comes to its end is kept here.",
    Tools: null,
    count: ({ kept }) => kept.list.length,
  },
];
