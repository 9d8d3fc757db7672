/** @file Store and controller of the open document, and the session that opened it, for whoever draws. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Controller } from "./lanes/controller.ts";
import type { Desk, Session } from "./session/Session.ts";
import type { State, Store } from "./store/store.ts";

export interface App {
  readonly store: Store;
  readonly controller: Controller;
  readonly session: Session;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error("Losslab's parts are drawn within AppContext.");
  return app;
}

export function useLosslab<T>(select: (state: State) => T): T {
  return useStore(useApp().store, select);
}

export function useDesk<T>(select: (desk: Desk) => T): T {
  return useStore(useApp().session.desk, select);
}
