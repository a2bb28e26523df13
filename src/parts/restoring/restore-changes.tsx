import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import type { RestoreCounts, TouchedRecord } from '../../workspace/restore.ts'
import { kindOf, restoreKinds, type Kind } from './restore-kinds.ts'
import styles from './restoring.module.css'
import type { RestoreOutlook } from './use-restore-outlook.ts'

type What = keyof RestoreCounts

const ways: readonly What[] = ['added', 'changed', 'binned']
/** More names than that nobody reads. */
const mostNames = 40

/** What restoring would change, kind by kind in words and numbers; the names open below. */
export function RestoreChanges({ outlook: { touched, blobs } }: { readonly outlook: RestoreOutlook }) {
  const t = useT('files')
  const format = useFormat()
  return (
    <ul className={styles['changes']} aria-label={t('archive.caption')}>
      {[...restoreKinds, 'unknown' as const].map(kind => (
        <KindLine key={kind} kind={kind} touched={touched.filter(record => kindOf(record) === kind)} />
      ))}
      {blobs > 0 && (
        <li>
          {t('archive.line', { what: t('types.blob'), changes: t('archive.added', { count: format.number(blobs) }) })}
        </li>
      )}
    </ul>
  )
}

function KindLine({ kind, touched }: { readonly kind: Kind; readonly touched: readonly TouchedRecord[] }) {
  const t = useT('files')
  const format = useFormat()
  if (touched.length === 0) return null
  const groups = ways.flatMap(what => {
    const records = touched.filter(record => record.what === what)
    return records.length > 0 ? [{ what, records }] : []
  })
  const changes = groups.map(({ what, records }) => t(`archive.${what}`, { count: format.number(records.length) }))
  const line = t('archive.line', { what: t(`types.${kind}`), changes: changes.join(', ') })
  if (touched.every(({ name }) => name === undefined)) return <li>{line}</li>
  return (
    <li>
      <Disclosure summary={line}>
        {groups.map(({ what, records }) => (
          <Names key={what} what={what} names={records.flatMap(({ name }) => name ?? [])} />
        ))}
      </Disclosure>
    </li>
  )
}

function Names({ what, names }: { readonly what: What; readonly names: readonly string[] }) {
  const t = useT('files')
  const more = names.length - mostNames
  return (
    <div className={styles['names']}>
      <p>{t(`archive.named.${what}`)}</p>
      <ul>
        {names.slice(0, mostNames).map((name, index) => (
          <li key={index}>{name}</li>
        ))}
        {more > 0 && <li>{t('archive.more', { count: more })}</li>}
      </ul>
    </div>
  )
}
