import { describe, expect, test } from "vitest";
import { ENGINE_VERSION } from "../../engine/train/fingerprint.ts";
import { isRunMark, reproduction, runMarkOf } from "./run-mark.ts";

const hash = "0123456789abcdef";

describe("the mark of a run", () => {
  test("says which version of the engine computed it", () => {
    expect(runMarkOf(hash)).toBe(`${ENGINE_VERSION}:${hash}`);
    expect(isRunMark(`${ENGINE_VERSION}:${hash}`)).toBe(true);
  });

  test("is none where a stranger's code sent something else for the hash", () => {
    for (const text of ["", "0123", `${hash}0`, hash.toUpperCase(), `2:${hash}`, "<b>"])
      expect(runMarkOf(text)).toBeNull();
  });

  test("without a version is of the first one", () => {
    expect(isRunMark(hash)).toBe(true);
    expect(reproduction(hash, `2:${hash}`)).toBe("other-version");
  });

  test("tells the author's run from another only within one version", () => {
    expect(reproduction(`2:${hash}`, `2:${hash}`)).toBe("same");
    expect(reproduction(`2:${hash}`, "2:fedcba9876543210")).toBe("different");
    expect(reproduction(`3:${hash}`, `2:${hash}`)).toBe("other-version");
    expect(reproduction(`3:${hash}`, "2:fedcba9876543210")).toBe("other-version");
  });
});
