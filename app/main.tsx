import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./ui/tokens.css";
import "./ui/controls.css";
import "./ui/layout.css";
import "./ui/lane.css";
import "./ui/gradients.css";
import "./ui/knobs.css";
import "./ui/kinds.css";
import "./ui/pasted.css";
import "./ui/translation.css";
import "./ui/dock.css";
import "./ui/runs.css";
import "./ui/sweep.css";
import "./ui/replay.css";
import "./ui/monaco.css";
import "./ui/note.css";
import "./ui/document.css";
import "./ui/first-visit.css";
import "./first-look/first-look.css";
import "./ui/small-screens.css";
import "./ui/media.css";
import { StrictMode, startTransition } from "react";
import { createRoot } from "react-dom/client";
import { prepareFirstSight } from "./dock/first-sight.ts";
import { Root } from "./Root.tsx";
import { browserStorage } from "./session/browser-storage.ts";
import { embeddingOf } from "./session/embed.ts";
import { keepPanes } from "./session/kept-panes.ts";
import { initialTheme, keepTheme } from "./session/kept-theme.ts";
import { keepForOffline } from "./session/offline.ts";
import { takePageDrops } from "./session/page-drops.ts";
import { Session } from "./session/Session.ts";
import type { Theme } from "./store/store.ts";
import { followPaper, isOnPaper } from "./ui/paper.ts";

const storage = browserStorage("localStorage");

/** The store is another one for every document that is opened; the theme is the page's. */
function followTheme({ desk }: Session): void {
  const show = (theme: Theme): void => {
    document.documentElement.toggleAttribute("data-paper", isOnPaper());
    document.documentElement.dataset.theme = isOnPaper() ? "light" : theme;
  };
  followPaper(() => show(desk.getState().store.getState().theme));
  const follow = (): void => {
    const { store } = desk.getState();
    show(store.getState().theme);
    keepPanes(store, storage);
    store.subscribe(({ theme }, before) => {
      if (theme === before.theme) return;
      show(theme);
      keepTheme(storage, theme);
    });
  };
  follow();
  desk.subscribe((now, before) => now.store !== before.store && follow());
}

async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (root === null) throw new Error("index.html has no #root");
  const theme = initialTheme(storage);
  document.documentElement.dataset.theme = theme;
  const embedding = embeddingOf(location.search);
  const session = await Session.start({ theme, embedding, offline: keepForOffline() });
  followTheme(session);
  takePageDrops(session);
  await prepareFirstSight(session);
  const page = createRoot(root);
  // Drawn in small pieces: what a first visit looks at answers meanwhile.
  startTransition(() =>
    page.render(
      <StrictMode>
        <Root session={session} />
      </StrictMode>,
    ),
  );
}

void start();
