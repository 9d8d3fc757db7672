/** @file The session that opened the document, for what opens, keeps and shares documents. */
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Desk, Session } from "./Session.ts";

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("Losslab's parts are drawn within SessionContext.");
  return session;
}

export function useDesk<T>(select: (desk: Desk) => T): T {
  return useStore(useSession().desk, select);
}
