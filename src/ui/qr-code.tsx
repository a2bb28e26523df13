import { encode } from 'uqr'
import styles from './qr-code.module.css'

export type QrCodeProps = {
  readonly text: string
  /** What the picture is of. */
  readonly label: string
  /** How much of it may be lost: a little on a screen, more on paper that is folded. */
  readonly correction?: 'L' | 'M'
}

/** Empty squares around the code; without them a camera does not find it. */
const border = 4

/** A text as squares for a camera; always dark on light, cameras read nothing else reliably. */
export default function QrCode({ text, label, correction = 'L' }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: correction, border })
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg role="img" aria-label={label} className={styles['code']} viewBox={`0 0 ${size} ${size}`}>
      <rect className={styles['paper']} width={size} height={size} />
      <path className={styles['ink']} d={squares.join('')} />
    </svg>
  )
}
