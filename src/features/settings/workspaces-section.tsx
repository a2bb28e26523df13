import { useCallback, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../../i18n/use-t.ts'
import { useDevice } from '../../parts/device-context.ts'
import { useOpenWorkspace } from '../../parts/use-open-workspace.ts'
import { useRemoveWorkspace } from '../../parts/use-remove-workspace.ts'
import { useSync } from '../../parts/use-sync.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { toasts } from '../../ui/toasts.ts'
import type { KnownWorkspace } from '../../workspace/device.ts'
import { othersIn } from './leaving-facts.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import styles from './settings.module.css'
import { WorkspaceRow } from './workspace-row.tsx'

/** The workspaces of this device: open, rename, remove. */
export function WorkspacesSection() {
  const t = useT('settings')
  const device = useDevice()
  const { id: current } = useWorkspace()
  const [, navigate] = useLocation()
  const open = useOpenWorkspace()
  const removeAll = useRemoveWorkspace()
  const [known, setKnown] = useState<readonly KnownWorkspace[]>([])
  const [leaving, setLeaving] = useState<KnownWorkspace>()
  const read = useCallback(() => void device.list().then(setKnown), [device])
  useEffect(read, [read])
  const rename = async (id: string, name: string) => {
    await device.rename(id, name)
    read()
  }
  const { sync, view } = useSync()
  const remove = async (one: KnownWorkspace) => {
    setLeaving(undefined)
    // Who cannot say goodbye goes all the same: it is this person's device.
    if (one.id === current && view && othersIn(view).length > 0) await sync?.leave().catch(() => undefined)
    if (await removeAll(one)) toasts.show({ text: t('workspaces.removed', { name: one.name }) })
    if (one.id === current) navigate('/start')
    else read()
  }
  return (
    <section aria-labelledby="settings-workspaces" className={styles['section']}>
      <h2 id="settings-workspaces">{t('workspaces.title')}</h2>
      <p>{t('workspaces.text')}</p>
      <ul className={styles['rows']}>
        {known.map(one => (
          <WorkspaceRow
            key={one.id}
            workspace={one}
            isOpen={one.id === current}
            onRename={name => void rename(one.id, name)}
            onOpen={() => void open(one.id)}
            // The sample is there to be thrown away: one click and no question.
            onRemove={() => (one.sample ? void remove(one) : setLeaving(one))}
          />
        ))}
      </ul>
      <LinkButton href="#/start">{t('workspaces.start')}</LinkButton>
      {leaving && (
        <RemoveDialog
          workspace={leaving}
          isOpen={leaving.id === current}
          view={view}
          onClose={() => setLeaving(undefined)}
          onRemove={() => void remove(leaving)}
        />
      )}
    </section>
  )
}
