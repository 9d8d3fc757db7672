/** @file The columns of a table with its first rows, and what each of them is: an input, a target, or not used. */
import type { OwnKind } from "../document/own-data.ts";
import type { Columns, TableFacts } from "./table-messages.ts";

const roles = ["input", "target", "classes", "label", "unused"] as const;
type ColumnRole = (typeof roles)[number];

const names: Readonly<Record<ColumnRole, string>> = {
  input: "input",
  target: "target",
  classes: "target: classes",
  label: "target: 0 or 1",
  unused: "not used",
};

const targetRoles: Readonly<Record<OwnKind, ColumnRole>> = { numbers: "target", classes: "classes", binary: "label" };

interface ColumnRolesProps {
  readonly table: TableFacts;
  readonly columns: Columns;
  readonly onChange: (columns: Columns) => void;
}

export function ColumnRoles({ table, columns, onChange }: ColumnRolesProps) {
  const roleOf = (column: number): ColumnRole => {
    if (columns.inputs.includes(column)) return "input";
    if (!columns.targets.includes(column)) return "unused";
    return targetRoles[columns.kind];
  };
  return (
    <section className="column-roles" aria-label="Columns">
      <table className="numbers">
        <thead>
          <tr>
            {table.names.map((name, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns may have equal names; their place is what they are
              <th scope="col" key={i}>
                {name}
              </th>
            ))}
          </tr>
          <tr>
            {table.names.map((name, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={i}>
                <select
                  className="select"
                  aria-label={`What ${name} is`}
                  value={roleOf(i)}
                  onChange={({ target: { value } }) => onChange(withRole(columns, i, value))}
                >
                  {roles
                    .filter((role) => isOffered(table, i, role))
                    .map((role) => (
                      <option key={role} value={role}>
                        {names[role]}
                      </option>
                    ))}
                </select>
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.firstRows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows may be equal
            <tr key={row}>
              {table.names.map((_, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={i} className={roleOf(i) === "unused" ? "muted" : undefined}>
                  {cells[i] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Texts are classes or nothing; numbers may be either. */
const isOffered = ({ numeric, classes, binary }: TableFacts, column: number, role: ColumnRole): boolean =>
  role === "unused" ||
  (role === "classes"
    ? classes.includes(column)
    : role === "label"
      ? binary.includes(column)
      : numeric.includes(column));

const without = (list: readonly number[], column: number): number[] => list.filter((each) => each !== column);
const withIn = (list: readonly number[], column: number): number[] =>
  [...without(list, column), column].sort((a, b) => a - b);

export function withRole({ inputs, targets, kind, keepsUnlabelled }: Columns, column: number, role: string): Columns {
  const rest = { inputs: without(inputs, column), targets: without(targets, column), kind, keepsUnlabelled };
  if (role === "input") return { ...rest, inputs: withIn(inputs, column) };
  // Classes stand alone; numbers and labels take others of their kind beside them.
  if (role === "classes") return { ...rest, targets: [column], kind: "classes" };
  const asked = role === "target" ? "numbers" : role === "label" ? "binary" : null;
  if (asked !== null) return { ...rest, targets: kind === asked ? withIn(targets, column) : [column], kind: asked };
  return rest;
}
