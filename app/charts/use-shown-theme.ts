/** @file The theme that is seen: on paper it is the light one, and where the system forces its colours, the system's. For what is painted and not styled. */
import type { Theme } from "../store/store.ts";
import { useLosslab } from "../store/store-context.ts";
import { follows } from "../ui/follows.ts";
import { useIsPrinted } from "../ui/use-is-narrow.ts";

const useHasForcedColours = follows("(forced-colors: active)");
const useIsSystemDark = follows("(prefers-color-scheme: dark)");

export function useShownTheme(): Theme {
  const chosen = useLosslab((state) => state.theme);
  const isForced = useHasForcedColours();
  const isDark = useIsSystemDark();
  const theme = isForced ? (isDark ? "dark" : "light") : chosen;
  return useIsPrinted() ? "light" : theme;
}
