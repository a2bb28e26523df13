import { useRef } from 'react'
import { changeView, deleteView } from '../../domain/views/save-view.ts'
import { longestViewName } from '../../domain/views/saved-view.ts'
import { useT } from '../../i18n/use-t.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { RefreshCw, Trash2 } from '../../ui/icons.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import { placeOf, usePlaceQuery } from '../place-query.ts'
import { useCommand } from '../use-command.ts'
import { useFieldCommand } from '../use-field-command.ts'
import { useTeam } from '../use-team.ts'
import { useViews, type KeptView } from './use-views.ts'
import styles from './views-dialog.module.css'

type ViewsDialogProps = { readonly place: string; readonly onClose: () => void }

/** The kept views of a place: another name, the filter of now instead, or gone. */
export function ViewsDialog({ place, onClose }: ViewsDialogProps) {
  const t = useT('views')
  const views = useViews(place)
  const list = useRef<HTMLUListElement>(null)
  // The row is gone and the focus with it; the list takes it.
  const onDeleted = () => requestAnimationFrame(() => list.current?.focus())
  return (
    <Dialog title={t('title')} description={t('text')} onClose={onClose}>
      <ul ref={list} tabIndex={-1} className={styles['views']}>
        {views.map(view => (
          <ViewRow key={view.id} view={view} place={place} onDeleted={onDeleted} />
        ))}
      </ul>
      {views.length === 0 && <p className={styles['note']}>{t('none')}</p>}
    </Dialog>
  )
}

type ViewRowProps = { readonly view: KeptView; readonly place: string; readonly onDeleted: () => void }

function ViewRow({ view: { id, name, query, isVain }, place, onDeleted }: ViewRowProps) {
  const t = useT('views')
  const run = useCommand()
  const save = useFieldCommand()
  const now = usePlaceQuery(placeOf(useTeam(), place))
  const replace = () => run(changeView, { view: id, query: now }, { done: t('replaced', { name }) })
  const remove = async () => {
    const result = await run(deleteView, { view: id }, { done: t('deleted', { name }) })
    if (result.ok) onDeleted()
  }
  return (
    <li className={styles['view']}>
      <div className={styles['name']}>
        <InlineEdit
          label={t('name')}
          value={name}
          required
          maxLength={longestViewName}
          onSave={text => save(changeView, { view: id, name: text })}
        />
        {isVain && <p className={styles['note']}>{t('vainText')}</p>}
      </div>
      {now !== query && now !== '' && (
        <IconButton icon={RefreshCw} label={t('replace', { name })} onClick={() => void replace()} />
      )}
      <IconButton icon={Trash2} label={t('delete', { name })} onClick={() => void remove()} />
    </li>
  )
}
