/** @file Which mark and colour is which class. */

export function ClassLegend({ classes }: { readonly classes: readonly string[] }) {
  return (
    <ul className="legend muted class-legend" aria-label="Classes">
      {classes.map((name, i) => (
        <li key={name}>
          <span className={`class-mark class-${i % 6}`} /> {name}
        </li>
      ))}
    </ul>
  );
}
