import { useContext, useEffect, useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { WorkspaceContext } from '../../parts/workspace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { Table, type TableColumn } from '../../ui/table.tsx'
import { compareArchive } from '../../workspace/archive.ts'
import { planRestore, type RestoreCounts } from '../../workspace/restore.ts'
import { archivePeople } from './archive-people.ts'
import styles from './files.module.css'
import { goTo, type ArchiveReview } from './intake-store.ts'
import { useRestore } from './use-restore.ts'

type Line = RestoreCounts & { readonly type: string }

/** What restoring would change; undefined while it is being compared. */
const useComparison = ({ archive }: ArchiveReview): readonly Line[] | undefined => {
  const workspace = useContext(WorkspaceContext)
  const [lines, setLines] = useState<readonly Line[]>()
  useEffect(() => {
    let isWanted = true
    const compare = async () => {
      const { byType, blobs } = workspace
        ? await compareArchive(workspace, archive, Date.now())
        : { ...planRestore({}, archive.documents, [], { now: Date.now(), actor: '' }), blobs: archive.blobs?.size ?? 0 }
      const records = [...byType].map(([type, counts]) => ({ type, ...counts }))
      const files = { type: 'blob', added: blobs, changed: 0, binned: 0 }
      if (isWanted) setLines(blobs > 0 ? [...records, files] : records)
    }
    void compare()
    return () => {
      isWanted = false
    }
  }, [workspace, archive])
  return lines
}

const knownTypes = [
  'blob',
  'person',
  'team',
  'teamRole',
  'label',
  'column',
  'item',
  'checklist',
  'check',
  'comment',
  'attachment',
  'link',
  'sprint',
  'availability',
  'impediment',
  'savedView',
  'statement',
] as const

const counted = ['added', 'changed', 'binned'] as const

const countColumn = (id: keyof RestoreCounts, head: string, print: (count: number) => string): TableColumn<Line> => ({
  id,
  head,
  numeric: true,
  cell: line => <span className={styles['number']}>{print(line[id])}</span>,
})

type ArchiveStepProps = { readonly review: ArchiveReview; readonly onCancel: () => void }

/** An archive is compared first; nothing is written before the person has seen what would change. */
export function ArchiveStep({ review, onCancel }: ArchiveStepProps) {
  const t = useT('files')
  const format = useFormat()
  const restore = useRestore()
  const isInside = useContext(WorkspaceContext) !== undefined
  const lines = useComparison(review)
  const people = archivePeople(review.archive)
  const nameOf = (type: string): string => {
    const known = knownTypes.find(one => one === type)
    return known ? t(`types.${known}`) : t('types.unknown')
  }
  return (
    <>
      <h2 tabIndex={-1} data-step-focus>
        {t('archive.title')}
      </h2>
      <p>{isInside ? t('archive.hint') : t('archive.hintEmpty')}</p>
      {review.error !== undefined && <Banner tone="danger">{review.error}</Banner>}
      {!isInside && people.length > 0 && (
        <Select
          label={t('archive.who')}
          value={review.person}
          options={[
            { value: '', text: t('archive.guest') },
            ...people.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onChange={person => goTo({ ...review, person })}
        />
      )}
      {lines?.length === 0 && <p role="status">{t('archive.equal')}</p>}
      {lines !== undefined && lines.length > 0 && (
        <Table
          caption={t('archive.caption')}
          rows={lines}
          rowId={({ type }) => type}
          columns={[
            { id: 'type', head: t('archive.type'), rowHead: true, cell: ({ type }) => nameOf(type) },
            ...counted
              .filter(id => lines.some(line => line[id] > 0))
              .map(id => countColumn(id, t(`archive.${id}`), format.number)),
          ]}
        />
      )}
      <div className={styles['buttons']}>
        <Button
          variant="primary"
          refusal={lines === undefined || lines.length === 0 ? t('archive.nothing') : undefined}
          onClick={() => void restore(review)}
        >
          {t('archive.restore')}
        </Button>
        <Button onClick={onCancel}>{t('otherFile')}</Button>
      </div>
    </>
  )
}
