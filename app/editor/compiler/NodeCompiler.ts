/** @file The compiler outside a page, on the TypeScript that Monaco carries: for tests, for the build, and for measuring compiled losses. */
import { readFileSync } from "node:fs";
import { TypeScriptService } from "./TypeScriptService.ts";

export class NodeCompiler extends TypeScriptService {
  constructor() {
    super(readFileSync("engine/language/torch.generated.d.ts", "utf8"));
  }
}
