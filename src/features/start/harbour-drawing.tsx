import styles from './start.module.css'

/** A lighthouse over calm water, in single lines that begin at the left edge. Decorative. */
export function HarbourDrawing() {
  return (
    <svg className={styles['drawing']} viewBox="20 0 240 96" aria-hidden focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round">
        <path d="M112 78l4-44h8l4 44" />
        <path d="M113.400 62h13.200M114.900 48h10.200" />
        <path d="M114 34h12M116 34v-9h8v9M115 25l5-6 5 6" />
        <path d="M100 78c6-4 34-4 40 0" />
        <path d="M20 84c10-5 18-5 28 0s18 5 28 0 18-5 28 0 18 5 28 0 18-5 28 0 18 5 28 0 18-5 28 0" />
        <path d="M62 76h26l-5 8H67zM75 76V58l11 14H75" />
        <path className={styles['beam']} d="M108 28L72 18M108 30H70M132 28l36-10M132 30h38" />
        <path d="M186 80c4-2 7-2 11 0s7 2 11 0M30 74c3-2 6-2 9 0" opacity=".6" />
      </g>
    </svg>
  )
}
