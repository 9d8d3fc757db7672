/** @file The dock's tabs: what all lanes share on common axes. One record each, from which everything else follows. */
import { type DockTabId, dockTabIds } from "../document/view.ts";
import type { State } from "../store/store.ts";
import { type Later, later } from "../ui/later.tsx";

export interface DockTab {
  readonly id: DockTabId;
  readonly title: string;
  /** Loaded when it is first looked at. */
  readonly panel: Later<object>;
  /** What stands there until then. */
  readonly empty: string;
  /** And while a first visit's runs are made, where the panel shows nothing but runs. */
  readonly toCome?: string;
  /** What stands beside the tabs while this one is chosen. */
  readonly tools: Later<object> | null;
  /** How many there are of what it shows, for the eye. */
  readonly count?: (state: State) => number;
}

const records: { readonly [Id in DockTabId]: Omit<DockTab, "id"> } = {
  training: {
    title: "Training",
    panel: later(async () => (await import("./TrainingTab.tsx")).TrainingTab),
    empty: "Press Train to see the loss fall, or not.",
    toCome: "Both are being trained, on the same data and from the same seed…",
    tools: later(async () => (await import("./ReplayBar.tsx")).ReplayBar),
  },
  profile: {
    title: "Profile",
    panel: later(async () => (await import("./profile/ProfileTab.tsx")).ProfileTab),
    empty: "Trying the loss at many places…",
    tools: null,
  },
  sweep: {
    title: "Sweep",
    panel: later(async () => (await import("./sweep/SweepTab.tsx")).SweepTab),
    empty: "Sweep a setting or a number of a loss.",
    tools: null,
  },
  landscape: {
    title: "Landscape",
    panel: later(async () => (await import("./landscape/LandscapeTab.tsx")).LandscapeTab),
    empty: "Train, and see the loss round the way that each run took.",
    tools: null,
  },
  components: {
    title: "Components",
    panel: later(async () => (await import("./components/ComponentsTab.tsx")).ComponentsTab),
    empty: "A loss that returns several numbers has a course for each of them.",
    tools: null,
  },
  runs: {
    title: "Runs",
    panel: later(async () => (await import("./runs/RunsTab.tsx")).RunsTab),
    empty: "Every run that comes to its end is kept here.",
    tools: null,
    count: ({ kept }) => kept.list.length,
  },
};

export const dockTab = (id: DockTabId): DockTab => ({ id, ...records[id] });

/** In the order in which they stand. */
export const dockTabs: readonly DockTab[] = dockTabIds.map(dockTab);
