/** @file The tour while it is under way. It is loaded when it begins. */
import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import { tour } from "./tour-state.ts";

const Tour = lazy(() => import("./Tour.tsx"));

export function TourHost() {
  const isOn = useStore(tour, (state) => state.isOn);
  return isOn ? (
    <Suspense>
      <Tour />
    </Suspense>
  ) : null;
}
