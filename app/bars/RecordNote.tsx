/** @file What an optimiser or a scheduler does, from its record. */

interface RecordNoteProps {
  readonly title: string;
  readonly record: {
    readonly about: string;
    readonly formula: string;
    readonly source: { readonly authors: string; readonly title: string; readonly year: number; readonly url: string };
  };
}

export function RecordNote({ title, record: { about, formula, source } }: RecordNoteProps) {
  return (
    <>
      <p className="popover-title">{title}</p>
      <p>{about}</p>
      <p className="formula">{formula}</p>
      <p>
        <a href={source.url} target="_blank" rel="noopener noreferrer">
          {source.authors} {source.year}, {source.title}
        </a>
      </p>
    </>
  );
}
