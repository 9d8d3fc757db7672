/** @file The whole text of a loss for paper, where an editor would show what is in sight of it. */
import { laneOf } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";
import { useIsPrinted } from "../ui/use-is-narrow.ts";

export function PrintedCode({ id }: { readonly id: string }) {
  const isPrinted = useIsPrinted();
  const source = useLosslab((state) => laneOf(state, id)?.source ?? "");
  if (!isPrinted) return null;
  return (
    <pre className="printed-code" aria-hidden="true">
      {source}
    </pre>
  );
}
