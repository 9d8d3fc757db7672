/** A value that is made when it is first asked for: what a module computes when it begins, every realm waits for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
