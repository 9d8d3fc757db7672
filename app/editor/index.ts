/** @file The editor, behind one dynamic import: the page paints before any of this arrives. */
export { DiffPane } from "./DiffPane.ts";
export { EditorPane } from "./EditorPane.ts";
export { LossModel } from "./LossModel.ts";
