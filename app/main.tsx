import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./ui/tokens.css";
import "./ui/controls.css";
import "./ui/layout.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { AppContext } from "./app-context.ts";
import { defaultDocument } from "./document/defaults.ts";
import { diedRunning, loadDraft, markRunning, saveDraft } from "./document/drafts.ts";
import { Controller } from "./lanes/controller.ts";
import { createLosslabStore, setResult, type Theme } from "./store/store.ts";

const THEME = "losslab.theme";
/** Typing is saved this long after it stops, and at once when the page goes away. */
const SAVE_AFTER = 150;

function initialTheme(): Theme {
  const chosen = localStorage.getItem(THEME);
  if (chosen === "dark" || chosen === "light") return chosen;
  return matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
}

const store = createLosslabStore(loadDraft(localStorage) ?? defaultDocument, initialTheme());
if (diedRunning(localStorage)) {
  // What did not finish last time would not finish now; it opens without running.
  markRunning(localStorage, false);
  for (const { id } of store.getState().document.lanes) setResult(store, id, { phase: "paused" });
}
const controller = new Controller(store);

let saving: ReturnType<typeof setTimeout> | undefined;
function save(): void {
  clearTimeout(saving);
  saving = undefined;
  const isSaved = saveDraft(localStorage, store.getState().document);
  if (isSaved !== store.getState().isSaved) store.setState({ isSaved });
}
store.subscribe((now, before) => {
  if (now.document !== before.document) {
    clearTimeout(saving);
    saving = setTimeout(save, SAVE_AFTER);
  }
  if (now.theme !== before.theme) {
    localStorage.setItem(THEME, now.theme);
    document.documentElement.dataset.theme = now.theme;
  }
});
for (const name of ["pagehide", "visibilitychange"]) addEventListener(name, () => saving !== undefined && save());
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
