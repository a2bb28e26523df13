import { describe, expect, test, vi } from 'vitest'
import { teamDocument } from '../../src/domain/kernel/record.ts'
import { withCopy } from './copies.scenes.ts'
import { batchOf, foundOffice, leave, nameOf, namesIn, newDocument, openDesk, tidy, workspace } from './desk.ts'

export const pictureScenes = (): void => {
  describe('the picture for the first paint', () => {
    test('is true to the heads it names, and costs only the parts that changed', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      const document = newDocument()
      const changes = Array.from({ length: 2500 }, (_, index) =>
        nameOf(document, `p${index}`, `Person ${index}`),
      ).flat()
      await desk.ports.storage.append(batchOf(changes))
      const records = [...document.readAll()]
      await desk.ports.storage.storeCopy(workspace, document, records, { [desk.identity.device]: 1 })
      const put = await desk.database.pictures.toArray()
      expect(put.map(({ part }) => part)).toEqual([0, 1, 2, 3])
      expect(await desk.ports.storage.picture(workspace)).toEqual({ records, heads: { [desk.identity.device]: 1 } })

      const third = put[3]!
      await desk.database.pictures.put({ ...third, records: 'left alone' })
      nameOf(document, 'p7', 'Berta')
      await desk.ports.storage.storeCopy(workspace, document, [document.read('person', 'p7')!, ...records.slice(1)], {})
      const after = await desk.database.pictures.toArray()
      expect(after[1]?.records).toContain('Berta')
      expect(after[3]?.records).toBe('left alone')
    })

    test('after a restart the first one costs only what has changed since it was read', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      const document = newDocument()
      const people = Array.from({ length: 1500 }, (_, index) => nameOf(document, `p${index}`, `Person ${index}`))
      await desk.ports.storage.append(batchOf(people.flat()))
      await desk.ports.storage.storeCopy(workspace, document, [...document.readAll()], { [desk.identity.device]: 1 })
      await leave(desk)

      const next = await openDesk(id)
      const { records } = (await next.ports.storage.picture(workspace))!
      const second = (await next.database.pictures.get([workspace, 2]))!
      await next.database.pictures.put({ ...second, records: 'left alone' })
      await next.ports.storage.storeCopy(
        workspace,
        document,
        [{ ...records[0]!, createdBy: 'cem' }, ...records.slice(1)],
        {},
      )
      const after = await next.database.pictures.toArray()
      expect(after.map(row => row.records.slice(0, 10))).toEqual(['[]', expect.stringContaining('[{'), 'left alone'])
      expect(after[1]?.records).toContain('cem')
    })

    test('there is none before the first one, and none of another version', async () => {
      const { desk, document } = await withCopy()
      expect((await desk.ports.storage.picture(workspace))?.records).toHaveLength(3)
      expect(await desk.ports.storage.picture('team:digital#1')).toBeUndefined()
      const head = (await desk.database.pictures.get([workspace, 0]))!
      await desk.database.pictures.put({ ...head, version: 99 })
      expect(await desk.ports.storage.picture(workspace)).toBeUndefined()
      await tidy(desk, document)
      expect((await desk.ports.storage.picture(workspace))?.records).toHaveLength(4)
    })

    test('one with a part missing or broken is not shown', async () => {
      const { desk } = await withCopy()
      const part = (await desk.database.pictures.get([workspace, 1]))!
      await desk.database.pictures.put({ ...part, records: '[{' })
      expect(await desk.ports.storage.picture(workspace)).toBeUndefined()
      await desk.database.pictures.delete([workspace, 1])
      expect(await desk.ports.storage.picture(workspace)).toBeUndefined()
    })
  })

  describe('the read model', () => {
    test('is built, extended and rebuilt; its clock says how far it is true', async () => {
      const { desk, document } = await withCopy()
      const { readModel } = desk.ports
      const records = [...document.readAll()]
      expect(await readModel.projectedHeads(workspace)).toBeUndefined()
      await readModel.rebuild(workspace, records.slice(0, 3), { a: 3 })
      await readModel.project(workspace, records.slice(3), { a: 4 })
      expect(await readModel.projectedHeads(workspace)).toEqual({ a: 4 })
      expect((await readModel.ofType('person')).map(({ id }) => id).sort()).toEqual(
        Object.keys(namesIn(document)).sort(),
      )
      await desk.database.records.clear()
      await desk.database.clock.clear()
      expect(await readModel.projectedHeads(workspace)).toBeUndefined()
    })

    test('rebuilt, it holds exactly the records of the document, and leaves those of others alone', async () => {
      const { desk, document } = await withCopy()
      const { readModel } = desk.ports
      const [kim] = [...document.readAll()].filter(({ type }) => type === 'person')
      const many = Array.from({ length: 250 }, (_, n) => ({ ...kim!, id: `p${String(n).padStart(3, '0')}` }))
      const guest = { ...kim!, id: 'p100a', document: teamDocument('guest') }
      await readModel.rebuild(workspace, many, { a: 1 })
      await readModel.project(guest.document, [guest], { b: 1 })
      const now = many.slice(1).map(record => (record.id === 'p200' ? { ...record, createdBy: 'Robin' } : record))
      await readModel.rebuild(workspace, now.toReversed(), { a: 2 })
      const rows = await readModel.ofType('person')
      expect(rows.filter(row => row.document === workspace)).toEqual(now)
      expect(rows.filter(row => row.document !== workspace)).toEqual([guest])
      await readModel.rebuild(workspace, [], { a: 3 })
      expect(await readModel.ofType('person')).toEqual([guest])
      expect(await readModel.projectedHeads(workspace)).toEqual({ a: 3 })
    })

    test('says how far it is, where the journal is further, and when it has come on', async () => {
      const { desk, document } = await withCopy()
      const { readModel } = desk.ports
      const heads = Object.fromEntries((await desk.database.headsOf(workspace)).map(row => [row.device, row.ref.seq]))
      const told = vi.fn<() => void>()
      const stop = readModel.onProjected(told)
      await readModel.rebuild(workspace, [...document.readAll()], {})
      await vi.waitFor(() => expect(told).toHaveBeenCalled())
      expect((await readModel.standing()).get(workspace)).toEqual({ heads: {}, isBehind: true })
      await readModel.project(workspace, [], heads)
      expect((await readModel.standing()).get(workspace)).toEqual({ heads, isBehind: false })
      stop()
    })

    test('hands out many records in pages', async () => {
      const { desk, document } = await withCopy()
      const [kim] = [...document.readAll()].filter(({ type }) => type === 'person')
      const many = Array.from({ length: 1203 }, (_, n) => ({ ...kim!, id: `p${String(n).padStart(4, '0')}` }))
      await desk.ports.readModel.project(workspace, many, { a: 1 })
      expect((await desk.ports.readModel.ofType('person')).map(({ id }) => id)).toEqual(many.map(({ id }) => id))
    })

    test('one of another version is as good as none', async () => {
      const { desk } = await withCopy()
      await desk.database.clock.put({ document: workspace, version: 99, heads: {} })
      expect(await desk.ports.readModel.projectedHeads(workspace)).toBeUndefined()
    })
  })
}
