/** @file Decorators that stand one after the other, by the text: TypeScript's checker takes seconds for some thousand of them, which nobody writes. */

export const MOST_DECORATORS = 500;

const row = new RegExp(`(?:@[\\w$.]+(?:\\([^()@]*\\))?\\s*){${MOST_DECORATORS + 1}}`);

/** Whether so many stand in a row. JSDoc's tags have words between them. */
export const hasTooManyDecorators = (source: string): boolean => source.includes("@") && row.test(source);
