/** @file Writes what is derived from the registry; with --check, fails where the file on disk is not that. */
import { readFileSync, writeFileSync } from "node:fs";
import { typings } from "./typings.ts";

const target = new URL("./torch.generated.d.ts", import.meta.url);
const wanted = typings();

if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== wanted) {
    console.error("engine/language/torch.generated.d.ts is not what the registry says. Run npm run generate.");
    process.exit(1);
  }
} else {
  writeFileSync(target, wanted);
}
