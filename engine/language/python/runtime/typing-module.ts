/** @file typing: names that annotations use and nothing asks. */
import { PyClass } from "./classes.ts";
import { Dict } from "./dicts.ts";
import { object } from "./exceptions.ts";
import { namedTupleClass } from "./named-tuples.ts";
import { namespace, native } from "./native.ts";

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
