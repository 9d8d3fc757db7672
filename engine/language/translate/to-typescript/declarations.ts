/**
 * @file Where variables are declared. Python's belong to the whole function; TypeScript's to a block. A variable is declared where it is
 * first assigned, if everything else that concerns it happens after that and within the same block; otherwise ahead of the
 * innermost block that holds all of it.
 */
import { type Bindings, boundBy, type Owner, type Variable } from "../bindings.ts";
import type { Inference } from "../infer.ts";
import type { Refusals } from "../refusals.ts";
import type { Augmented, Block, Expression, For, GradMode, Name, Statement } from "../tree.ts";
import { isTensor } from "../types.ts";
import { blocksOf, everyStatement, expressionsOf, within } from "../walk.ts";

interface Step {
  readonly block: Block | Statement;
  readonly statement: Statement;
}

interface Event {
  readonly isAssignment: boolean;
  /** In a function inside, which runs at some other time. */
  readonly isInner: boolean;
  readonly order: number;
  readonly path: readonly Step[];
  readonly statement: Statement;
}

const inPlaceOperators: ReadonlySet<string> = new Set(["+", "-", "*", "/", "%", "**"]);

export class Declarations {
  readonly #bindings: Bindings;
  readonly #inference: Inference;
  readonly #refusals: Refusals;
  readonly #keywords = new Map<Statement, Map<Variable, "const" | "let">>();
  readonly #hoisted = new Map<Statement, Variable[]>();
  readonly #escaping = new Map<GradMode, Variable[]>();
  readonly #counters = new Set<Variable>();
  readonly #used = new Set<Variable>();

  constructor(program: Block, bindings: Bindings, inference: Inference, refusals: Refusals) {
    this.#bindings = bindings;
    this.#inference = inference;
    this.#refusals = refusals;
    this.#plan(program, program);
    for (const statement of everyStatement(program))
      if (statement.kind === "function") this.#plan(statement, statement.body);
  }

  /** How a statement declares a variable; null where it is declared already. */
  keyword(statement: Statement, variable: Variable): "const" | "let" | null {
    return this.#keywords.get(statement)?.get(variable) ?? null;
  }

  /** What has to be declared ahead of a statement. */
  hoisted(statement: Statement): readonly Variable[] {
    return this.#hoisted.get(statement) ?? [];
  }

  /** What is made under no_grad and used after it. */
  escaping(statement: GradMode): readonly Variable[] {
    return this.#escaping.get(statement) ?? [];
  }

  /** Counts from 0 on: i of range(n). */
  isCounter(node: Name): boolean {
    const variable = this.#bindings.of(node);
    return variable !== null && this.#counters.has(variable);
  }

  isUsed(variable: Variable): boolean {
    return this.#used.has(variable);
  }

  /** `x += y` on a tensor writes into it. What began as a number is made anew. */
  isInPlace({ target, operator }: Augmented, owner: Parameters<Inference["isPromoted"]>[1]): boolean {
    return (
      isTensor(this.#inference.typeOf(target)) &&
      inPlaceOperators.has(operator) &&
      !this.#inference.isPromoted(target, owner)
    );
  }

  #plan(owner: Owner, body: Block): void {
    const events = new Map<Variable, Event[]>();
    const own = new Set(this.#bindings.variablesOf(owner).filter(({ parameter }) => parameter === null));
    for (const variable of own) events.set(variable, []);
    let order = 0;
    const note = (variable: Variable | null, event: Omit<Event, "order">) => {
      if (variable === null) return;
      if (!own.has(variable)) return;
      if (!event.isAssignment) this.#used.add(variable);
      events.get(variable)?.push({ ...event, order: order++ });
    };
    const uses = (node: Expression, path: readonly Step[], statement: Statement, isInner: boolean) => {
      for (const each of within(node))
        if (each.kind === "name") note(this.#bindings.of(each), { isAssignment: false, isInner, path, statement });
    };
    const assigns = (statement: Statement, path: readonly Step[]) => {
      for (const name of boundBy(statement)) {
        const variable = this.#find(owner, name);
        note(variable, { isAssignment: true, isInner: false, path, statement });
      }
    };
    const visit = (block: Block, above: readonly Step[]): void => {
      for (const statement of block.statements) {
        const path = [...above, { block, statement }];
        if (statement.kind === "function" || statement.kind === "class") {
          for (const node of expressionsOf(statement)) uses(node, path, statement, false);
          assigns(statement, path);
          for (const inner of everyStatement(statement.body)) {
            for (const node of valuesOf(inner)) uses(node, path, statement, true);
            if (inner.kind !== "outer") continue;
            for (const name of inner.names)
              note(this.#find(owner, name), { isAssignment: true, isInner: true, path, statement });
          }
          continue;
        }
        if (statement.kind === "for") {
          uses(statement.iterable, path, statement, false);
          const head = [...path, { block: statement, statement }];
          assigns(statement, head);
          this.#noteCounter(statement);
          visit(statement.body, head);
          continue;
        }
        if (statement.kind === "try") {
          visit(statement.body, path);
          const head = [...path, { block: statement, statement }];
          if (statement.handler !== null) {
            assigns(statement, head);
            visit(statement.handler, head);
          }
          if (statement.last !== null) visit(statement.last, path);
          continue;
        }
        for (const node of valuesOf(statement)) uses(node, path, statement, false);
        if (!(statement.kind === "augmented" && this.#isMadeInPlace(statement))) assigns(statement, path);
        for (const inner of blocksOf(statement)) visit(inner, path);
      }
    };
    visit(body, []);
    for (const [variable, all] of events) this.#place(variable, all, owner);
  }

  #isMadeInPlace(statement: Augmented): boolean {
    return statement.target.kind === "name" && this.isInPlace(statement, null);
  }

  #find(owner: Owner, name: string): Variable | null {
    return this.#bindings.ofParameter(owner, name);
  }

  #noteCounter({ target, iterable }: For): void {
    if (target.kind !== "name" || iterable.kind !== "call" || iterable.callee.kind !== "known") return;
    const [first] = iterable.args;
    const isFromZero = iterable.args.length === 1 || (first?.kind === "number" && first.value >= 0);
    const variable = this.#bindings.of(target);
    if (iterable.callee.path === "range" && isFromZero && iterable.args.length < 3 && variable !== null)
      this.#counters.add(variable);
  }

  #place(variable: Variable, events: readonly Event[], owner: Owner): void {
    const outer = events.find((event) => event.isAssignment && !event.isInner);
    if (outer === undefined) return;
    const isDefinition = (event: Event) => event.statement.kind === "function" || event.statement.kind === "class";
    const definitions = events.filter((event) => event.isAssignment && !event.isInner && isDefinition(event));
    if (definitions.length > 0) {
      const others = events.filter((event) => event.isAssignment && event !== definitions[0]);
      if (others.length > 0)
        this.#refusals.add(definitions[0].statement.range, `${variable.name} being defined more than once`);
      if (!("statements" in owner) && events.some((event) => !isWithin(event.path, definitions[0].path.slice(0, -1))))
        this.#refusals.add(
          definitions[0].statement.range,
          "a function that is used outside the block it is defined in",
        );
      return;
    }
    // Loops that share the name of their variable and nothing else have a variable each.
    const heads = loopHeads(events);
    if (heads.length > 0 && events.every((event) => heads.some((head) => isWithin(event.path, head)))) {
      for (const head of heads)
        this.#declare(
          variable,
          events.filter((event) => isWithin(event.path, head)),
        );
      return;
    }
    const escapes = this.#escapeOf(events);
    if (escapes !== null) {
      this.#escaping.set(escapes.mode, [...this.escaping(escapes.mode), variable]);
      this.#declare(variable, escapes.inside);
      this.#declare(variable, escapes.outside);
      return;
    }
    this.#declare(variable, events);
  }

  /** First assigned under no_grad, and used after it: what no_grad returns is the variable outside. */
  #escapeOf(events: readonly Event[]): { mode: GradMode; inside: Event[]; outside: Event[] } | null {
    const [first] = events;
    if (first?.isAssignment !== true || first.isInner) return null;
    for (const [depth, { statement }] of first.path.entries()) {
      if (statement.kind !== "gradMode") continue;
      const prefix = first.path.slice(0, depth + 1);
      // The block of the mode's own statements, one step further in.
      const inside = events.filter((event) => isWithin(event.path, prefix) && event.path.length > depth + 1);
      const outside = events.filter((event) => !inside.includes(event));
      if (outside.length === 0) continue;
      const made: Event = { ...first, path: prefix, statement, isAssignment: true };
      return { mode: statement, inside, outside: [made, ...outside] };
    }
    return null;
  }

  #declare(variable: Variable, events: readonly Event[]): void {
    const first = events.find((event) => !event.isInner);
    if (first === undefined) return;
    const last = first.path[first.path.length - 1];
    const isHead = last.block === last.statement;
    const isHere =
      first.isAssignment &&
      this.#canDeclare(first.statement) &&
      events.every(
        (event) => isInBlock(event.path, first.path, isHead) && (event.isInner || event.order >= first.order),
      );
    if (isHere) {
      const keyword = events.filter((event) => event.isAssignment).length > 1 ? "let" : "const";
      const known = this.#keywords.get(first.statement) ?? new Map<Variable, "const" | "let">();
      this.#keywords.set(first.statement, known.set(variable, keyword));
      return;
    }
    const { statement } = events[0].path[commonDepth(events.map((event) => event.path))];
    this.#hoisted.set(statement, [...this.hoisted(statement), variable]);
  }

  /** a, self.b = … cannot declare a alone. */
  #canDeclare(statement: Statement): boolean {
    if (statement.kind === "augmented") return false;
    return statement.kind !== "assign" || statement.targets.every(isOfNames);
  }
}

const isOfNames = (target: Expression): boolean =>
  target.kind === "name" ||
  (target.kind === "spread" && isOfNames(target.value)) ||
  ((target.kind === "tuple" || target.kind === "list") && target.items.every(isOfNames)) ||
  // Written as a statement of its own.
  target.kind === "member" ||
  target.kind === "subscript";

/** A statement's expressions that are read: what it assigns to is none of them, but what is indexed is. */
function valuesOf(statement: Statement): Expression[] {
  if (statement.kind === "assign") return [statement.value, ...statement.targets.flatMap(readIn)];
  if (statement.kind === "augmented") return [statement.target, statement.value];
  return expressionsOf(statement);
}

function readIn(target: Expression): Expression[] {
  if (target.kind === "name") return [];
  if (target.kind === "tuple" || target.kind === "list") return target.items.flatMap(readIn);
  if (target.kind === "spread") return readIn(target.value);
  return [target];
}

/** Whether a path leads through the block that `first` stands in (or, for a loop's head, through that head). */
function isInBlock(path: readonly Step[], first: readonly Step[], isHead: boolean): boolean {
  const last = first.length - 1;
  if (path.length < first.length) return false;
  for (let i = 0; i < last; i++)
    if (path[i].block !== first[i].block || path[i].statement !== first[i].statement) return false;
  return path[last].block === first[last].block && (!isHead || path[last].statement === first[last].statement);
}

const isWithin = (path: readonly Step[], prefix: readonly Step[]): boolean =>
  prefix.length <= path.length &&
  prefix.every(({ block, statement }, i) => path[i].block === block && path[i].statement === statement);

/** The outermost heads of loops (and of catch) that bind the variable. */
function loopHeads(events: readonly Event[]): (readonly Step[])[] {
  const found: (readonly Step[])[] = [];
  for (const { isAssignment, path } of events) {
    const last = path[path.length - 1];
    if (!isAssignment || last === undefined || last.block !== last.statement) continue;
    if (!found.some((head) => isWithin(path, head))) found.push(path);
  }
  return found;
}

/** The depth of the innermost block that all paths lead through, outside of every loop: what a round leaves, the next one may read. */
function commonDepth(paths: readonly (readonly Step[])[]): number {
  const [first] = paths;
  let depth = 0;
  for (let i = 0; i < first.length; i++) {
    if (!paths.every((path) => path[i]?.block === first[i].block)) break;
    // A loop's head is no place to declare anything.
    if (first[i].block !== first[i].statement) depth = i;
    const isShared = paths.every((path) => path[i].statement === first[i].statement);
    if (!isShared || first[i].statement.kind === "for" || first[i].statement.kind === "while") break;
  }
  return depth;
}
