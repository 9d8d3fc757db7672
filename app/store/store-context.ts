/** @file The open document's store, for whoever draws. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { State, Store } from "./store.ts";

export const StoreContext = createContext<Store | null>(null);

export function useLosslabStore(): Store {
  const store = useContext(StoreContext);
  if (store === null) throw new Error("Losslab's parts are drawn within StoreContext.");
  return store;
}

export function useLosslab<T>(select: (state: State) => T): T {
  return useStore(useLosslabStore(), select);
}
