/** @file What has to be said where data could not be fetched: nothing can be evaluated or trained before they come. */
import { useController } from "../lanes/controller-context.ts";
import { useLosslab } from "../store/store-context.ts";

export function DataStrip() {
  const controller = useController();
  const fault = useLosslab(({ dataFault }) => dataFault);
  if (fault === null) return null;
  return (
    <div className="origin is-bad" role="alert">
      <span className="origin-text">
        The data of “{fault.title}” could not be fetched: {fault.why}. Nothing is evaluated or trained before they come.
        Try again, or choose toy data: they are made here.
      </span>
      <button type="button" className="button" onClick={controller.askForData}>
        Try again
      </button>
    </div>
  );
}
