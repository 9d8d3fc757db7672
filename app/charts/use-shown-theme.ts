/** @file The theme that is seen: on paper it is the light one. For what is painted and not styled. */
import type { Theme } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";
import { useIsPrinted } from "../ui/use-is-narrow.ts";

export function useShownTheme(): Theme {
  const theme = useLosslab((state) => state.theme);
  return useIsPrinted() ? "light" : theme;
}
