/**
 * The part of asc's interface that build.ts uses. asc's own declarations redeclare globals (console, Array, f32 …) for every
 * file of a program that imports them; engine/tsconfig.test.json puts these in their place.
 */
interface Result {
  readonly error: Error | null;
  readonly stderr: { toString(): string };
}

interface Host {
  writeFile(name: string, contents: string | Uint8Array, baseDir: string): void;
}

declare const asc: {
  main(args: readonly string[], host: Host): Promise<Result>;
};

export default asc;
