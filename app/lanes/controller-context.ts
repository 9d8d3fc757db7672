/** @file The open document's controller, for whoever sets something going. */
import { createContext, useContext } from "react";
import type { Controller } from "./Controller.ts";

export const ControllerContext = createContext<Controller | null>(null);

export function useController(): Controller {
  const controller = useContext(ControllerContext);
  if (controller === null) throw new Error("Losslab's parts are drawn within ControllerContext.");
  return controller;
}
