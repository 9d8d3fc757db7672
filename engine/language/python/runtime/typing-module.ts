/** @file typing: names that annotations use and nothing asks. */
import { PyClass } from "./classes.ts";
import { object } from "./exceptions.ts";
import { namespace } from "./native.ts";

const anything = (name: string) => new PyClass(name, [object], "typing");

export const typing = namespace(
  "typing",
  new Map(
    [
      "Any",
      "Optional",
      "Union",
      "List",
      "Tuple",
      "Dict",
      "Set",
      "Callable",
      "Iterable",
      "Iterator",
      "Sequence",
      "Mapping",
      "Literal",
      "Type",
      "ClassVar",
      "Final",
      "NamedTuple",
      "Generator",
    ].map((name) => [name, anything(name)]),
  ),
);
