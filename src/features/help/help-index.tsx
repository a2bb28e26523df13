import { useDeferredValue, useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { FindField } from '../../parts/find-field.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useAnnounced } from '../../ui/use-announced.ts'
import { HelpFrame } from './help-frame.tsx'
import { helpAddress, pageNames } from './help-pages.ts'
import styles from './help.module.css'
import { useHeadings } from './use-headings.ts'

/** All pages, each with a sentence; what is typed is looked for in every heading and word. */
export function HelpIndex({ isUnknown }: { readonly isUnknown: boolean }) {
  const t = useT('help')
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed).trim()
  return (
    <HelpFrame title={t('title')} context={t('context')}>
      {isUnknown && <p>{t('unknown')}</p>}
      <div className={styles['find']} data-screen-only>
        <FindField label={t('find')} value={typed} onChange={setTyped} />
      </div>
      {text === '' ? <AllPages /> : <Found text={text} />}
    </HelpFrame>
  )
}

function AllPages() {
  const t = useT('help')
  return (
    <ul className={styles['pages']}>
      {pageNames.map(page => (
        <li key={page}>
          <a className={styles['pageLink']} href={`#${helpAddress(page)}`}>
            <span className={styles['pageTitle']}>{t(`pages.${page}.title`)}</span>
            <span className={styles['hint']}>{t(`pages.${page}.hint`)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function Found({ text }: { readonly text: string }) {
  const t = useT('help')
  const found = useHeadings()(text)
  const said = t('found', { count: found.length, text })
  useAnnounced(said)
  if (found.length === 0) return <EmptyState small>{said}</EmptyState>
  return (
    <section aria-labelledby="help-found" className={styles['section']}>
      <h2 id="help-found">{said}</h2>
      <ul className={styles['pages']}>
        {found.map(({ address, title, page }) => (
          <li key={address}>
            <a className={styles['pageLink']} href={`#${address}`}>
              <span className={styles['pageTitle']}>{title}</span>
              {page !== title && <span className={styles['hint']}>{page}</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
