/** @file The editors on the page, for what selects text from elsewhere. */
import type { EditorPane } from "../editor/EditorPane.ts";

export const panes = new Map<string, EditorPane>();
