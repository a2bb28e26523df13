import { isCreation, type Change } from '../domain/kernel/change.ts'
import type { Notes } from './ports.ts'
import type { UndoStep } from './undo.ts'
import type { Workspace } from './workspace.ts'

/** An import that can still be taken back. */
export type RememberedImport = Readonly<{ id: string; team: string; name: string; at: number; items: number }>

const listKey = 'imports'
const stepKey = (id: string): string => `import:${id}`
const most = 5

const isRemembered = (value: unknown): value is RememberedImport =>
  typeof value === 'object' && value !== null && typeof (value as RememberedImport).id === 'string'

const recordKey = ({ document, type, id }: Change): string => `${document}/${type}/${id}`

/** All that taking back needs: creations, and edits of what was there before. The cells of new records go with them. */
export const reduceStep = ({ label, changes }: UndoStep): UndoStep => {
  const created = new Set(changes.filter(isCreation).map(recordKey))
  return { label, changes: changes.filter(change => isCreation(change) || !created.has(recordKey(change))) }
}

/** The imports of this device that can be taken back, the newest first. */
export const rememberedImports = async (notes: Notes): Promise<readonly RememberedImport[]> => {
  const list = await notes.get(listKey)
  return Array.isArray(list) ? list.filter(isRemembered) : []
}

/** Remembers an import beyond the life of the page; the five newest are kept. */
export const rememberImport = async (
  notes: Notes,
  imported: Omit<RememberedImport, 'id'>,
  step: UndoStep,
): Promise<void> => {
  const { id } = step.label
  const all = [{ id, ...imported }, ...(await rememberedImports(notes))]
  await notes.set(stepKey(id), reduceStep(step))
  await notes.set(listKey, all.slice(0, most))
  for (const old of all.slice(most)) await notes.set(stepKey(old.id), undefined)
}

/** Takes an import back, also after a reload: what it made goes to the bin, edits of colleagues stay. Refuses when nothing is left of it. */
export const takeBackImport = async (workspace: Workspace, id: string): ReturnType<Workspace['takeBackStep']> => {
  const { notes } = workspace
  const step = (await notes.get(stepKey(id))) as UndoStep | undefined
  const result = await workspace.takeBackStep(step ?? { label: { id, name: 'importItems' }, changes: [] })
  if (!result.ok && result.refusal.because !== 'nothingToUndo') return result
  await notes.set(
    listKey,
    (await rememberedImports(notes)).filter(one => one.id !== id),
  )
  await notes.set(stepKey(id), undefined)
  return result
}
