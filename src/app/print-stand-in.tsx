import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { paperAddress } from '../parts/paper/paper-address.ts'
import { AtOnce } from '../ui/use-growing.ts'
import { paperAt, type ShownPaper } from './paper-at.tsx'
import styles from './print-stand-in.module.css'

const paperNow = (): ShownPaper | undefined => paperAt(paperAddress(location.hash.slice(1))?.split('?')[0] ?? '')

/**
 * A board draws only the cards in sight, and the browser's own printing would take those for all. So the paper of the place stands in
 * for it, whole, as long as it is printed. What has no paper is printed as it is.
 */
export default function PrintStandIn() {
  const [paper, setPaper] = useState<ShownPaper>()
  useEffect(() => {
    let title = ''
    const begin = () => {
      title = document.title
      flushSync(() => setPaper(paperNow()))
    }
    const end = () => {
      flushSync(() => setPaper(undefined))
      // A paper names the page after itself.
      document.title = title
    }
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  if (!paper) return null
  return createPortal(
    <div className={styles['standIn']} data-stand-in>
      <AtOnce value>{paper.shown}</AtOnce>
    </div>,
    document.body,
  )
}
