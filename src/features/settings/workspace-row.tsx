import { useState, type FormEvent } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { KnownWorkspace } from '../../workspace/device.ts'
import styles from './settings.module.css'

type WorkspaceRowProps = {
  readonly workspace: KnownWorkspace
  readonly isOpen: boolean
  readonly onRename: (name: string) => void
  readonly onOpen: () => void
  readonly onRemove: () => void
}

export function WorkspaceRow({ workspace, isOpen, onRename, onOpen, onRemove }: WorkspaceRowProps) {
  const t = useT('settings')
  const { name, person, sample } = workspace
  const [draft, setDraft] = useState<string>()
  if (draft !== undefined) {
    const keep = (event: FormEvent) => {
      event.preventDefault()
      if (draft.trim() !== '') onRename(draft.trim())
      setDraft(undefined)
    }
    return (
      <li className={styles['row']}>
        <form className={styles['rename']} onSubmit={keep}>
          <TextField label={t('workspaces.name')} value={draft} onChange={setDraft} autoFocus maxLength={120} />
          <Button type="submit">{t('workspaces.keep')}</Button>
          <Button variant="plain" onClick={() => setDraft(undefined)}>
            {t('workspaces.cancel')}
          </Button>
        </form>
      </li>
    )
  }
  return (
    <li className={styles['row']}>
      <div className={styles['words']}>
        <p>{name}</p>
        <p className={styles['note']}>{isOpen ? t('workspaces.isOpen', { person: person.name }) : person.name}</p>
      </div>
      {!isOpen && (
        <Button size="small" aria-label={t('workspaces.openNamed', { name })} onClick={onOpen}>
          {t('workspaces.open')}
        </Button>
      )}
      <Button size="small" aria-label={t('workspaces.renameNamed', { name })} onClick={() => setDraft(name)}>
        {t('workspaces.rename')}
      </Button>
      <Button
        size="small"
        aria-label={t(sample ? 'workspaces.discardNamed' : 'workspaces.removeNamed', { name })}
        onClick={onRemove}
      >
        {sample ? t('workspaces.discard') : t('workspaces.remove')}
      </Button>
    </li>
  )
}
