/** @file How a source says itself which of its losses is meant: a comment on the line where that is defined. */
export const ENTRY_MARK = "losslab: the loss";
