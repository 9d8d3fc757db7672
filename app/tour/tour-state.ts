/** @file Whether the tour is under way, and whether the welcome has been dismissed, which this browser keeps. */
import { createStore } from "zustand/vanilla";
import { browserStorage } from "../session/browser-storage.ts";
import { dismissFor, isNewcomer } from "../session/welcome.ts";

interface TourState {
  readonly isOn: boolean;
  readonly isWelcomed: boolean;
  /** Where the focus goes back to. */
  readonly opener: Element | null;
}

const storage = browserStorage("localStorage");

export const tour = createStore<TourState>(() => ({
  isOn: false,
  isWelcomed: !isNewcomer(storage),
  opener: null,
}));

export function startTour(): void {
  tour.setState({ isOn: true, opener: document.activeElement });
}

export function endTour(): void {
  const { opener } = tour.getState();
  tour.setState({ isOn: false, opener: null });
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
}

export function dismissWelcome(): void {
  dismissFor(storage);
  tour.setState({ isWelcomed: true });
}
