/** @file A part of the page that is loaded when it is first drawn, or sooner if that is asked for; drawn within a Suspense. */
import { type ComponentType, createElement, lazy, useState } from "react";

export interface Later<P extends object> {
  readonly Part: ComponentType<P>;
  /** Once it has been loaded, it is drawn at once. */
  readonly load: () => Promise<void>;
}

export function later<P extends object>(fetched: () => Promise<ComponentType<P>>): Later<P> {
  let loaded: ComponentType<P> | null = null;
  const load = async (): Promise<ComponentType<P>> => {
    loaded = await fetched();
    return loaded;
  };
  const Lazy = lazy(async () => ({ default: await load() }));
  function Part(props: P) {
    // Whichever it was at first, it stays: another component would begin anew.
    const [isLoaded] = useState(loaded !== null);
    return isLoaded && loaded !== null ? createElement(loaded, props) : <Lazy {...props} />;
  }
  return { Part, load: async () => void (await load()) };
}
