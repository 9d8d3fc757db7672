/** @file typing: names that annotations use and nothing asks. */
import { Module } from "../../../nn/module.ts";
import { Tensor } from "../../../tensor/tensor.ts";
import { special } from "./call.ts";
import { PyClass } from "./classes.ts";
import { Dict, DictView, PySet } from "./dicts.ts";
import { object } from "./exceptions.ts";
import { BoundMethod, Native, PyFunction } from "./functions.ts";
import { PyIterator } from "./iterators.ts";
import { namedTupleClass } from "./named-tuples.ts";
import { namespace, native } from "./native.ts";
import { Range, Tuple } from "./sequences.ts";

/** What belongs to an abstract type by what it can do. */
const holds: Readonly<Record<string, (value: unknown) => boolean>> = {
  Iterable: (value) =>
    typeof value === "string" ||
    Array.isArray(value) ||
    value instanceof Dict ||
    value instanceof DictView ||
    value instanceof PySet ||
    value instanceof Range ||
    value instanceof PyIterator ||
    Tensor.isTensor(value) ||
    special(value, "__iter__") !== undefined,
  Iterator: (value) => value instanceof PyIterator || special(value, "__next__") !== undefined,
  Sequence: (value) => typeof value === "string" || Array.isArray(value) || value instanceof Range,
  MutableSequence: (value) => Array.isArray(value) && !(value instanceof Tuple),
  Mapping: (value) => value instanceof Dict,
  MutableMapping: (value) => value instanceof Dict,
  Sized: (value) =>
    typeof value === "string" ||
    Array.isArray(value) ||
    value instanceof Dict ||
    value instanceof PySet ||
    value instanceof Range ||
    Tensor.isTensor(value) ||
    special(value, "__len__") !== undefined,
  Callable: (value) =>
    value instanceof PyFunction ||
    value instanceof Native ||
    value instanceof BoundMethod ||
    value instanceof PyClass ||
    value instanceof Module ||
    typeof value === "function" ||
    special(value, "__call__") !== undefined,
};

function anything(name: string): PyClass {
  const cls = new PyClass(name, [object], "typing");
  cls.holds = holds[name] ?? null;
  return cls;
}

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
      "Generator",
      "Protocol",
      "Generic",
      "Hashable",
      "Sized",
      "Collection",
      "Container",
      "MutableMapping",
      "MutableSequence",
      "DefaultDict",
      "OrderedDict",
      "Counter",
      "Deque",
      "FrozenSet",
      "Text",
      "NoReturn",
      "Self",
      "TypedDict",
      "Annotated",
      "Concatenate",
      "SupportsFloat",
      "SupportsInt",
      "AnyStr",
      "TypeAlias",
      "Awaitable",
      "Coroutine",
      "AsyncIterator",
    ]
      .map((name): [string, unknown] => [name, anything(name)])
      .concat([
        ["NamedTuple", namedTupleClass],
        ["TYPE_CHECKING", false],
        ["TypeVar", native("TypeVar", ([name]) => anything(String(name)))],
        ["ParamSpec", native("ParamSpec", ([name]) => anything(String(name)))],
        ["NewType", native("NewType", () => native("NewType", ([value]) => value))],
        ["cast", native("cast", ([, value]) => value)],
        ["overload", native("overload", ([f]) => f)],
        ["final", native("final", ([f]) => f)],
        ["no_type_check", native("no_type_check", ([f]) => f)],
        ["runtime_checkable", native("runtime_checkable", ([cls]) => cls)],
        ["get_type_hints", native("get_type_hints", () => new Dict())],
      ]),
  ),
);
