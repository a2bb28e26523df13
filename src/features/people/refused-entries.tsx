import { useId, useRef } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import type { AsideView } from '../../workspace/sync-port.ts'
import styles from './people.module.css'
import { refusalWords } from './refusal-words.ts'
import type { SetAsideProps } from './set-aside-section.tsx'
import { useDeviceWords } from './use-device-words.ts'
import { useSettling } from './use-settling.ts'

/** What was not as it has to be and so never reached a document, with who sent it and why. */
export function RefusedEntries({ sync, view }: SetAsideProps) {
  const t = useT('sync')
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  const settle = useSettling(sync, heading)
  const refused = view.aside.filter(({ what }) => what === 'refused')
  if (refused.length === 0) return null
  return (
    <section className={styles['part']} aria-labelledby={id} data-refused-entries>
      <h3 id={id} ref={heading} tabIndex={-1} className={styles['heading']}>
        {t('refused.title')}
      </h3>
      <p className={styles['quiet']}>{t('refused.text')}</p>
      <ul className={styles['rows']}>
        {refused.map(aside => (
          <Refused
            key={`${aside.document} ${aside.device} ${aside.reason}`}
            aside={aside}
            onPutAway={() => void settle.drop(aside)}
          />
        ))}
      </ul>
    </section>
  )
}

function Refused({ aside, onPutAway }: { readonly aside: AsideView; readonly onPutAway: () => void }) {
  const t = useT('sync')
  const from = useDeviceWords(aside.device, aside.person)
  return (
    <li className={styles['edit']}>
      <p>{t('refused.from', { from })}</p>
      <p className={styles['quiet']}>{t(`refused.because.${refusalWords(aside.reason)}`)}</p>
      <div className={styles['ways']}>
        <Button size="small" variant="quiet" onClick={onPutAway}>
          {t('refused.putAway')}
        </Button>
      </div>
    </li>
  )
}
