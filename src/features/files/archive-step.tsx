import { useContext } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { archivePeople } from '../../parts/restoring/archive-people.ts'
import { RestoreChanges } from '../../parts/restoring/restore-changes.tsx'
import { useRestoreOutlook } from '../../parts/restoring/use-restore-outlook.ts'
import { WorkspaceContext } from '../../parts/workspace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './files.module.css'
import { goTo, type ArchiveReview } from './intake-store.ts'
import { useRestore } from './use-restore.ts'

type ArchiveStepProps = { readonly review: ArchiveReview; readonly onCancel: () => void }

/** An archive is compared first; nothing is written before the person has seen what would change. */
export function ArchiveStep({ review, onCancel }: ArchiveStepProps) {
  const t = useT('files')
  const restore = useRestore()
  const isInside = useContext(WorkspaceContext) !== undefined
  const outlook = useRestoreOutlook(review.archive)
  const isEqual = outlook?.touched.length === 0 && outlook.blobs === 0
  const hint = !outlook ? 'comparing' : !outlook.apart ? 'hint' : isInside ? 'hintApart' : 'hintEmpty'
  return (
    <>
      <h2 tabIndex={-1} data-step-focus>
        {t('archive.title')}
      </h2>
      <p>{t(`archive.${hint}`)}</p>
      {review.error !== undefined && <Banner tone="danger">{review.error}</Banner>}
      {outlook?.apart && <WhoField review={review} />}
      {isEqual && <p role="status">{t('archive.equal')}</p>}
      {outlook && !isEqual && <RestoreChanges outlook={outlook} />}
      <div className={styles['buttons']}>
        <Button
          variant="primary"
          refusal={outlook === undefined || isEqual ? t('archive.nothing') : undefined}
          onClick={() => outlook && void restore(review, outlook.apart)}
        >
          {t('archive.restore')}
        </Button>
        <Button onClick={onCancel}>{t('otherFile')}</Button>
      </div>
    </>
  )
}

function WhoField({ review }: { readonly review: ArchiveReview }) {
  const t = useT('files')
  const people = archivePeople(review.archive)
  if (people.length === 0) return null
  return (
    <Select
      label={t('archive.who')}
      value={review.person}
      options={[{ value: '', text: t('archive.guest') }, ...people.map(({ id, name }) => ({ value: id, text: name }))]}
      onChange={person => goTo({ ...review, person })}
    />
  )
}
