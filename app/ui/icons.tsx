/** @file The few icons, drawn so that they look the same everywhere. The button that holds one carries its name. */

const common = { width: 12, height: 12, viewBox: "0 0 12 12" } as const;

export const PlayIcon = () => (
  <svg {...common} aria-hidden="true">
    <path d="M3 1.6v8.8L10.4 6z" fill="currentColor" />
  </svg>
);

export const PauseIcon = () => (
  <svg {...common} aria-hidden="true">
    <path d="M2.5 1.5h2.4v9H2.5zM7.1 1.5h2.4v9H7.1z" fill="currentColor" />
  </svg>
);

export const MoreIcon = () => (
  <svg {...common} aria-hidden="true">
    <g fill="currentColor">
      <circle cx="2" cy="6" r="1.15" />
      <circle cx="6" cy="6" r="1.15" />
      <circle cx="10" cy="6" r="1.15" />
    </g>
  </svg>
);

export const InfoIcon = () => (
  <svg {...common} aria-hidden="true">
    <circle cx="6" cy="6" r="5.25" fill="none" stroke="currentColor" />
    <path d="M5.4 5h1.3v4H5.4zM5.4 2.8h1.3v1.3H5.4z" fill="currentColor" />
  </svg>
);

export const DownloadIcon = () => (
  <svg {...common} aria-hidden="true">
    <path d="M6 1v6.4M3.2 5 6 7.8 8.8 5M1.6 10.6h8.8" fill="none" stroke="currentColor" strokeWidth="1.4" />
  </svg>
);

export const PencilIcon = () => (
  <svg {...common} aria-hidden="true">
    <path
      d="M1.6 10.4 2.2 8 8.4 1.8l1.8 1.8L4 9.8zM7.2 3l1.8 1.8"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
    />
  </svg>
);

export const TableIcon = () => (
  <svg {...common} aria-hidden="true">
    <path d="M1 1.5h10v9H1zM1 4.5h10M4.5 4.5v6M1 7.5h10" fill="none" stroke="currentColor" strokeWidth="1.1" />
  </svg>
);

export const StepIcon = () => (
  <svg {...common} aria-hidden="true">
    <path d="M2 1.6v8.8L7.8 6zM8.6 1.6h1.8v8.8H8.6z" fill="currentColor" />
  </svg>
);

export const StepBackIcon = () => (
  <svg {...common} aria-hidden="true">
    <path d="M10 1.6v8.8L4.2 6zM3.4 1.6H1.6v8.8h1.8z" fill="currentColor" />
  </svg>
);
