/** @file The dock's tabs: what all lanes share on common axes. One record each, from which everything else follows. */
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
    id: "landscape",
    title: "Landscape",
    Panel: lazy(async () => ({ default: (await import("./landscape/LandscapeTab.tsx")).LandscapeTab })),
    empty: "Train, and see the loss round the way that each run took.",
    Tools: null,
  },
  {
    id: "components",
    title: "Components",
    Panel: lazy(async () => ({ default: (await import("./components/ComponentsTab.tsx")).ComponentsTab })),
    empty: "A loss that returns several numbers has a course for each of them.",
    Tools: null,
  },
];
