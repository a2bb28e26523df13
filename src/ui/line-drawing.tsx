/** The one drawing of Lotse: a pilot boat leaving the quay, a buoy, a horizon. Decoration only. */
export function LineDrawing({ width = 168 }: { readonly width?: number }) {
  return (
    <svg
      aria-hidden
      width={width}
      viewBox="0 0 168 96"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <g opacity="0.45">
        <path d="M4 62h34m92 0h34" />
        <path d="M118 62V40h9v-8h8v14h7v16m-15-14v4m8-10v4" />
        <path d="M18 78c5-4 10-4 15 0s10 4 15 0 10-4 15 0 10 4 15 0 10-4 15 0 10 4 15 0 10-4 15 0 10 4 15 0" />
        <path d="M44 90c5-4 10-4 15 0s10 4 15 0 10-4 15 0 10 4 15 0" />
      </g>
      <path d="M44 60h62l-9 12H55z" />
      <path d="M60 60V46h24l8 14M66 46v-8h10v8" />
      <path d="M66 52h5m6 0h5" />
      <path d="M71 38V20" stroke="var(--primary)" />
      <path d="M71 20h16l-4 4 4 4H71" stroke="var(--primary)" fill="var(--primary-soft)" />
      <path d="M28 70l4-16 4 16zm4-16v-6m-3 0h6" />
    </svg>
  )
}
