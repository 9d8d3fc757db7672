/** @file The open document's page. Another document is another page: nothing of the one before stays in it. */
import { useStore } from "zustand";
import { App } from "./App.tsx";
import { ControllerContext } from "./lanes/controller-context.ts";
import type { Session } from "./session/Session.ts";
import { SessionContext } from "./session/session-context.ts";
import { StoreContext } from "./store/store-context.ts";

export function Root({ session }: { readonly session: Session }) {
  const { store, controller, opening } = useStore(session.desk);
  return (
    <SessionContext key={opening} value={session}>
      <StoreContext value={store}>
        <ControllerContext value={controller}>
          <App />
        </ControllerContext>
      </StoreContext>
    </SessionContext>
  );
}
