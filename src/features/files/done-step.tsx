import type { ReactNode } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { boardAddress } from '../../parts/addresses.ts'
import { useSaving } from '../../parts/workspace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { CircleCheck, Undo2 } from '../../ui/icons.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import styles from './files.module.css'
import { goTo, type Outcome } from './intake-store.ts'
import { useTakeBack } from './use-take-back.ts'

type EndProps = { readonly title: string; readonly children?: ReactNode; readonly actions: ReactNode }

/** The end of the way: what has happened, and where to go on. */
function End({ title, children, actions }: EndProps) {
  return (
    <section className={styles['end']}>
      <CircleCheck aria-hidden size={24} strokeWidth={1.5} />
      <h2 tabIndex={-1} data-step-focus>
        {title}
      </h2>
      {children}
      <div className={styles['buttons']}>{actions}</div>
    </section>
  )
}

export function DoneStep({ outcome }: { readonly outcome: Outcome }) {
  const t = useT('files')
  const takeBack = useTakeBack()
  const isFailed = useSaving(({ failure }) => failure !== undefined)
  const { fresh, binned, updated, checklists, comments, team, name } = outcome
  return (
    <End
      title={t('done.title', { count: fresh })}
      actions={
        <>
          <LinkButton href={`#${boardAddress(team)}`} variant="primary">
            {t('toBoard')}
          </LinkButton>
          <Button icon={Undo2} onClick={() => void takeBack(outcome.import)}>
            {t('takeBack')}
          </Button>
        </>
      }
    >
      {isFailed && <Banner tone="danger">{t('done.notSaved')}</Banner>}
      <p>{t('done.from', { name })}</p>
      <ul className={styles['facts']}>
        {checklists > 0 && <li>{t('done.checklists', { count: checklists })}</li>}
        {comments > 0 && <li>{t('done.comments', { count: comments })}</li>}
        {updated > 0 && <li>{t('done.updated', { count: updated })}</li>}
        {binned > 0 && <li>{t('done.binned', { count: binned })}</li>}
      </ul>
    </End>
  )
}

export function RestoredStep({ records, missing }: { readonly records: number; readonly missing: number }) {
  const t = useT('files')
  const isFailed = useSaving(({ failure }) => failure !== undefined)
  return (
    <End
      title={t('restored.title')}
      actions={
        <LinkButton href="#/" variant="primary">
          {t('toBoard')}
        </LinkButton>
      }
    >
      {isFailed && <Banner tone="danger">{t('done.notSaved')}</Banner>}
      <p>{t('restored.records', { count: records })}</p>
      {missing > 0 && <p>{t('restored.missing', { count: missing })}</p>}
    </End>
  )
}

export function TakenBackStep() {
  const t = useT('files')
  return (
    <End
      title={t('takenBack.title')}
      actions={
        <Button variant="primary" onClick={() => goTo({ step: 'choose' })}>
          {t('another')}
        </Button>
      }
    >
      <p>{t('takenBack.hint')}</p>
    </End>
  )
}
