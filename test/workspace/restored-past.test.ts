import { expect, test } from 'vitest'
import { renameItem } from '../../src/domain/work/edit-text.ts'
import { archiveOf } from '../../src/workspace/archive.ts'
import { restoreArchive } from '../../src/workspace/restore-archive.ts'
import { restoredFacts } from '../../src/workspace/restored-past.ts'
import { memoryWorkspace } from '../support/memory-ports.ts'
import { teamAtWork } from '../support/team-screen.tsx'

const now = Date.now() + 60_000

test('on an empty device everything until the restore came out of the backup, and nothing after it; records stay as they were', async () => {
  const at = await teamAtWork()
  const card = await at.card({ title: 'Wohngeldantrag prüfen' })
  const laptop = await memoryWorkspace('anna')
  await restoreArchive(laptop, await archiveOf(at.workspace), now)
  const isRestored = await restoredFacts(laptop)
  expect(isRestored(card.id, 'm', card.createdAt)).toBe(true)
  expect(isRestored(card.id, 'at:x', now + 1)).toBe(false)
  expect(await laptop.digest()).toBe(await at.workspace.digest())
  expect((await restoredFacts(at.workspace))(card.id, 'm', card.createdAt), 'not where it was written').toBe(false)
})

test('where people work only the facts that a restore has brought', async () => {
  const at = await teamAtWork()
  const archive = await archiveOf(at.workspace)
  const there = await teamAtWork()
  // Made as the first one there, it bears the id of the first one here.
  await there.card({ title: 'Beiden bekannt' })
  const card = await there.card({ title: 'Von Ben gesichert' })
  const own = await at.card({ title: 'Hier geschrieben' })
  const merged = { ...archive, documents: { ...archive.documents, ...(await there.workspace.plain()) } }
  await restoreArchive(at.workspace, merged, now)
  const isRestored = await restoredFacts(at.workspace)
  expect(isRestored(card.id, 'm', card.createdAt)).toBe(true)
  expect(isRestored(own.id, 'm', own.createdAt)).toBe(false)
  await at.workspace.run(renameItem, { item: own.id, title: 'Umbenannt' })
  await restoreArchive(at.workspace, archive, now + 1)
  expect((await restoredFacts(at.workspace))(card.id, 'm', card.createdAt), 'it is still known').toBe(true)
})
