import { createStore } from 'zustand/vanilla'
import { person as personRecord } from '../../domain/people/person.ts'
import { useT } from '../../i18n/use-t.ts'
import { useDevice } from '../../parts/device-context.ts'
import { archiveName } from '../../parts/restoring/archive-name.ts'
import { useRestoreApart } from '../../parts/restoring/use-restore-apart.ts'
import { useRefusalText } from '../../parts/use-refusal-text.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { archiveApart } from '../../workspace/archive.ts'

export type Succession =
  | Readonly<{ step: 'asked' }>
  | Readonly<{ step: 'running' }>
  | Readonly<{ step: 'failed'; because: string }>
  /** `missing`: photos and files that did not lie here. */
  | Readonly<{ step: 'done'; records: number; missing: number }>

/** It outlives the change from the one workspace to the other. */
export const successor = createStore<Succession>(() => ({ step: 'asked' }))

const show = (next: Succession): void => successor.setState(next, true)

/** Founds the successor of the open workspace: a new root, this person its founder, and everything that can be read here under the same ids. */
export const useFoundSuccessor = () => {
  const t = useT('recovery')
  const device = useDevice()
  const workspace = useWorkspace()
  const restoreApart = useRestoreApart()
  const textOf = useRefusalText()
  const found = async (): Promise<void> => {
    const { id, actor } = workspace
    const founder = { id: actor, name: workspace.records.get(personRecord, actor)?.name ?? '' }
    const archive = await archiveApart(workspace)
    const name = device.known(id)?.name || archiveName(archive)
    const made = await restoreApart(archive, founder)
    if (!made) return show({ step: 'asked' })
    if (!made.result.ok) return show({ step: 'failed', because: textOf(made.result.refusal) })
    const { changes, missing } = made.result.value
    const records = new Set(changes.map(change => `${change.type}/${change.id}`)).size
    if (name !== undefined) await device.rename(id, t('successor.former', { name }))
    show({ step: 'done', records, missing: missing.length })
  }
  return async (): Promise<void> => {
    if (successor.getState().step === 'running') return
    show({ step: 'running' })
    try {
      await found()
    } catch (error) {
      // Nobody is left before a page that says for ever that something is being taken over.
      show({ step: 'failed', because: t('successor.storage') })
      reportError(error)
    }
  }
}
