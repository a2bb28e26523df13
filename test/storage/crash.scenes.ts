import * as Y from 'yjs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { RecordDocument } from '../../src/document/record-document.ts'
import { canonicalDocument } from '../../src/document/canonical.ts'
import { catchRejections, letRejectionsPass, mend, watchDisk } from './faults.ts'
import {
  batchOf,
  eager,
  foundOffice,
  leave,
  nameOf,
  newDocument,
  openDesk,
  reload,
  tidy,
  workspace,
  type Desk,
} from './desk.ts'

/** What the journal alone says: copies and checkpoints are not looked at. */
const fold = async ({ ports }: Desk): Promise<RecordDocument> => {
  const document = newDocument()
  document.mergeAll((await ports.storage.since(workspace, {})).updates, 'storage')
  return document
}

/** `saved`: what must be there after any crash, because a copy was kept or the journal had it. */
const edit = async (desk: Desk, document: RecordDocument, id: string, name: string, saved: Map<string, string>) => {
  const updates = nameOf(document, id, name)
  const { storage, writeAhead } = desk.ports
  const copies = updates.map(update => writeAhead.keep(workspace, update, { id: 'c', name: 'rename' }))
  if (copies.every(key => key !== undefined)) saved.set(id, name)
  const appended = await storage.append(batchOf(updates))
  if (!appended.ok) throw new Error(appended.failure.detail)
  saved.set(id, name)
  writeAhead.release(copies.filter(key => key !== undefined))
}

/** A morning at the desk: edits, housework in between, the same cells again and again. */
const morning = async (desk: Desk, saved: Map<string, string>): Promise<void> => {
  const { document } = await reload(desk)
  await edit(desk, document, 'anna', 'Anna', saved)
  await edit(desk, document, 'ben', 'Ben', saved)
  await tidy(desk, document)
  await edit(desk, document, 'anna', 'Anna-Lena', saved)
  await tidy(desk, document)
  await edit(desk, document, 'ben', 'Benjamin', saved)
  await edit(desk, document, 'anna', 'Lena', saved)
  await tidy(desk, document)
}

const begin = async () => {
  const { id } = await foundOffice()
  return { id, desk: await openDesk(id, eager), saved: new Map<string, string>() }
}

/** The next start after the crash: load, adopt what the dead tab left, as the workspace does. */
const restart = async (id: string) => {
  const desk = await openDesk(id, eager)
  const { document } = await reload(desk)
  const orphans = await desk.ports.writeAhead.orphans()
  for (const { update, key } of orphans) {
    document.merge(update, 'restore')
    expect(await desk.ports.storage.append(batchOf([update]))).toMatchObject({ ok: true })
    desk.ports.writeAhead.release([key])
  }
  return { desk, document }
}

const expectTruth = async (desk: Desk, document: RecordDocument): Promise<void> => {
  const folded = await fold(desk)
  expect(canonicalDocument(folded)).toEqual(canonicalDocument(document))
  expect(Y.encodeStateVector(folded.ydoc)).toEqual(Y.encodeStateVector(document.ydoc))
  expect(folded.ydoc.store.pendingStructs).toBeNull()
  expect(document.ydoc.store.pendingStructs).toBeNull()
}

export const crashScenes = (): void => {
  beforeAll(letRejectionsPass)
  afterAll(async () => {
    await new Promise(resolve => setTimeout(resolve, 50))
    catchRejections()
  })
  afterEach(mend)

  describe('the process dies at the n-th write, for every n', () => {
    test('nothing saved is lost, the fold of the journal alone is the document, nothing stays pending', async () => {
      const whole = await begin()
      const writes = watchDisk()
      await morning(whole.desk, whole.saved)
      const count = writes()
      mend()
      expect(count).toBeGreaterThan(40)
      for (let dieAt = 1; dieAt <= count; dieAt++) {
        const { id, desk, saved } = await begin()
        watchDisk(dieAt)
        await morning(desk, saved).catch(() => undefined)
        mend()
        await leave(desk)
        const { desk: next, document } = await restart(id)
        for (const [person, name] of saved)
          expect(document.value('person', person, 'name'), `died at write ${dieAt}`).toBe(name)
        await expectTruth(next, document)
        await edit(next, document, 'anna', 'Anna Magdalena', saved)
        await tidy(next, document)
        await expectTruth(next, document)
        await leave(next)
        const last = await openDesk(id, eager)
        expect((await reload(last)).document.value('person', 'anna', 'name')).toBe('Anna Magdalena')
        await leave(last)
      }
    }, 60_000)
  })
}
