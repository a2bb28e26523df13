import { useId, useRef, type ReactNode } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Button } from '../../ui/button.tsx'
import type { LateEdit } from '../../workspace/late-edits.ts'
import { useLateWords } from './late-words.ts'
import styles from './people.module.css'
import type { SetAsideProps } from './set-aside-section.tsx'
import { useDeviceWords } from './use-device-words.ts'
import { useLateEdits } from './use-late-edits.ts'
import { useSettling } from './use-settling.ts'

/** What somebody did before they heard that their access had ended: an admin makes it their own, or drops it. */
export function LateEdits({ sync, view }: SetAsideProps) {
  const t = useT('sync')
  const { actor } = useWorkspace()
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  const { edits, rest } = useLateEdits(sync, view)
  const settle = useSettling(sync, heading)
  const isAdmin = view.members.some(({ person, role }) => person === actor && role === 'admin')
  const own = view.members.flatMap(({ devices }) => devices).find(({ isThis }) => isThis)?.id
  const mayDecide = (device: string): boolean => isAdmin || device === own
  if (edits.length === 0 && rest.length === 0) return null
  return (
    <section className={styles['part']} aria-labelledby={id} data-late-edits>
      <h3 id={id} ref={heading} tabIndex={-1} className={styles['heading']}>
        {t('late.title')}
      </h3>
      <p className={styles['quiet']}>{t('late.text')}</p>
      {!edits.every(({ device }) => mayDecide(device)) && <p className={styles['quiet']}>{t('late.forAdmins')}</p>}
      {edits.length > 0 && (
        <ul className={styles['rows']}>
          {edits.map(edit => (
            <Edit
              key={`${edit.device} ${edit.document} ${edit.seqs[0]}`}
              edit={edit}
              view={view}
              isOwn={edit.device === own}
            >
              {mayDecide(edit.device) && (
                <div className={styles['ways']}>
                  <Button size="small" onClick={() => void settle.adopt(edit)}>
                    {t('late.adopt')}
                  </Button>
                  <Button size="small" variant="quiet" onClick={() => void settle.drop(edit)}>
                    {t('late.drop')}
                  </Button>
                </div>
              )}
            </Edit>
          ))}
        </ul>
      )}
      {isAdmin && edits.length > 1 && (
        <div className={styles['ways']}>
          <Button onClick={() => void settle.adoptAll(edits)}>{t('late.adoptAll', { count: edits.length })}</Button>
        </div>
      )}
      {rest.map(aside => (
        <div key={`${aside.document} ${aside.device}`} className={styles['rest']}>
          <p className={styles['quiet']}>{t('late.rest', { count: aside.seqs.length })}</p>
          {mayDecide(aside.device) && (
            <Button size="small" variant="quiet" onClick={() => void settle.drop(aside)}>
              {t('late.drop')}
            </Button>
          )}
        </div>
      ))}
    </section>
  )
}

type EditProps = Pick<SetAsideProps, 'view'> & {
  readonly edit: LateEdit
  readonly isOwn: boolean
  readonly children: ReactNode
}

function Edit({ edit, view, isOwn, children }: EditProps) {
  const t = useT('sync')
  const format = useFormat()
  const wordsOf = useLateWords()
  const person = view.aside.find(({ device }) => device === edit.device)?.person
  const from = useDeviceWords(edit.device, person)
  return (
    <li className={styles['edit']}>
      <ul className={styles['words']}>
        {edit.records.map(record => (
          <li key={`${record.type}/${record.id}`}>{wordsOf(record)}</li>
        ))}
      </ul>
      <p className={styles['quiet']}>{t(isOwn ? 'late.own' : 'late.by', { from, time: format.ago(edit.at) })}</p>
      {children}
    </li>
  )
}
