import { startTour } from "./tour-state.ts";

export function TourButton() {
  return (
    <button type="button" className="button" aria-haspopup="dialog" onClick={startTour}>
      Take the tour
    </button>
  );
}
