/** Longer links are cut by too many places on their way: a file is better. */
export const MOST_LINK = 8000;
