/** @file The page's own first frame as markup, drawn when the page is built, in a thread that has no browser (vite-first-look.ts). */
import { renderToString } from "react-dom/server";
import { createStore } from "zustand/vanilla";
import { prepareFirstSight } from "../dock/first-sight.ts";
import { Root } from "../Root.tsx";
import type { OfflineState } from "../session/offline.ts";
import { Session } from "../session/Session.ts";

export async function render(): Promise<string> {
  const offline = createStore<OfflineState>(() => ({ newer: null, update: () => undefined }));
  const session = await Session.start({ theme: "dark", embedding: null, offline });
  await prepareFirstSight(session);
  // What is drawn without a browser is what a store began with.
  session.store.getInitialState = session.store.getState;
  return renderToString(<Root session={session} />);
}
