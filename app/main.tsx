import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./ui/tokens.css";
import "./ui/controls.css";
import "./ui/layout.css";
import "./ui/lane.css";
import "./ui/gradients.css";
import "./ui/knobs.css";
import "./ui/translation.css";
import "./ui/dock.css";
import "./ui/small-screens.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { AppContext } from "./app-context.ts";
import { defaultDocument } from "./document/defaults.ts";
import { browserStorage, diedRunning, loadDraft, markRunning, saveDraft } from "./document/drafts.ts";
import { Controller } from "./lanes/controller.ts";
import { createLosslabStore, setResult, type Theme } from "./store/store.ts";

const THEME = "losslab.theme";
/** Typing is saved this long after it stops, and at once when the page goes away. */
const SAVE_AFTER = 150;

const storage = browserStorage();

function initialTheme(): Theme {
  const chosen = storage.getItem(THEME);
  if (chosen === "dark" || chosen === "light") return chosen;
  return matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
}

const store = createLosslabStore(loadDraft(storage) ?? defaultDocument, initialTheme());
if (diedRunning(storage)) {
  // What did not finish last time would not finish now; it opens without running.
  markRunning(storage, false);
  for (const { id } of store.getState().document.lanes) setResult(store, id, { phase: "paused" });
}
const controller = new Controller(store, (isRunning) => markRunning(storage, isRunning));

let saving: ReturnType<typeof setTimeout> | undefined;
function save(): void {
  clearTimeout(saving);
  saving = undefined;
  const isSaved = saveDraft(storage, store.getState().document);
  if (isSaved !== store.getState().isSaved) store.setState({ isSaved });
}
store.subscribe((now, before) => {
  if (now.document !== before.document) {
    clearTimeout(saving);
    saving = setTimeout(save, SAVE_AFTER);
  }
  if (now.theme !== before.theme) {
    document.documentElement.dataset.theme = now.theme;
    try {
      storage.setItem(THEME, now.theme);
    } catch {
      // The theme then lasts as long as the page.
    }
  }
});
for (const name of ["pagehide", "visibilitychange"]) addEventListener(name, () => saving !== undefined && save());
// Whoever leaves while a loss happens to be evaluated did not crash.
addEventListener("pagehide", () => markRunning(storage, false));
document.documentElement.dataset.theme = store.getState().theme;

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <AppContext value={{ store, controller }}>
      <App />
    </AppContext>
  </StrictMode>,
);
