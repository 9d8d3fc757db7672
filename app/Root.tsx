/** @file The open document's page. Another document is another page: nothing of the one before stays in it. */
import { useMemo } from "react";
import { useStore } from "zustand";
import { App } from "./App.tsx";
import { AppContext } from "./app-context.ts";
import type { Session } from "./session/Session.ts";

export function Root({ session }: { readonly session: Session }) {
  const { store, controller, opening } = useStore(session.desk);
  const app = useMemo(() => ({ store, controller, session }), [store, controller, session]);
  return (
    <AppContext key={opening} value={app}>
      <App />
    </AppContext>
  );
}
