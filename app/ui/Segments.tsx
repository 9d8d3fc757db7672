/** @file A choice of a few, all in sight. */

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly value: T;
  /** What is written on a button, where it is not the option itself. */
  readonly names?: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}

export function Segments<T extends string>({ label, options, value, names, onChange }: SegmentsProps<T>) {
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <button
          type="button"
          key={option}
          aria-pressed={option === value}
          className={option === value ? "on" : undefined}
          onClick={() => onChange(option)}
        >
          {names?.[option] ?? option}
        </button>
      ))}
    </fieldset>
  );
}
