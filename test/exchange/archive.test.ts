import { describe, expect, it } from 'vitest'
import { printArchive } from '../../src/exchange/archive.ts'
import { compress, decompress } from '../../src/exchange/compress.ts'
import { readBytes } from '../../src/exchange/read-bytes.ts'
import type { Archive } from '../../src/workspace/exchange-port.ts'
import { archiveOf } from '../../src/workspace/archive.ts'
import { compareArchive, restoreArchive } from '../../src/workspace/restore-archive.ts'
import { linksOf } from '../../src/domain/attachments/item-attachments.ts'
import { commentsOf } from '../../src/domain/discussion/item-comments.ts'
import { proposeChoices } from '../../src/domain/intake/choices.ts'
import { importItems } from '../../src/domain/intake/import-items.ts'
import { createItem } from '../../src/domain/work/create-item.ts'
import { foundTeam } from '../../src/domain/people/found-team.ts'
import { team } from '../../src/domain/people/team.ts'
import { hueWords, planned, planOf } from '../domain/intake/plans.ts'
import { generateArchive } from '../support/generate-archive.ts'
import { memoryPorts, memoryWorkspace } from '../support/memory-ports.ts'

const now = Date.UTC(2026, 10, 16, 8)
const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = async (text: string) => readBytes({ name: 'Sicherung.json', bytes: bytesOf(text) })
const archiveFrom = async (text: string): Promise<Archive> => {
  const result = await read(text)
  if (!result.ok || result.value.kind !== 'archive') throw new Error(JSON.stringify(result))
  return result.value.archive
}
const elsewhere = () => memoryWorkspace('ben', memoryPorts(undefined, { device: 'device-2', seed: 7 }), [])

describe('an archive on its way', () => {
  it('of 5,000 items with every record type and cell: export → restore → export is byte-equal', async () => {
    const first = printArchive(generateArchive(5000))
    const ben = await elsewhere()
    expect(await restoreArchive(ben, await archiveFrom(first), now)).toMatchObject({ ok: true })
    const second = printArchive(await archiveOf(ben))
    expect(second === first).toBe(true)
    expect(second.length).toBeGreaterThan(4_000_000)
    await ben.close()
  }, 60_000)

  it.each([1, 2, 3, 4, 5])('is byte-equal whatever is in it (seed %i)', async seed => {
    const first = printArchive(generateArchive(20, seed))
    const ben = await elsewhere()
    await restoreArchive(ben, await archiveFrom(first), now)
    expect(printArchive(await archiveOf(ben))).toBe(first)
  })

  it('is the same state in the eyes of the digest', async () => {
    const anna = await memoryWorkspace()
    await anna.run(foundTeam, {
      name: 'Bauamt',
      method: 'kanban',
      founderName: 'Anna',
      columns: [{ name: 'Bereit', category: 'open' }],
    })
    const [id] = anna.records.ids(team, 'all', 'all')
    await anna.run(createItem, { team: id!, title: 'Antrag prüfen' })
    const ben = await elsewhere()
    await restoreArchive(ben, await archiveFrom(printArchive(await archiveOf(anna))), now)
    expect(await ben.digest()).toBe(await anna.digest())
  })

  it('brings what was said and linked, with authors from elsewhere marked as such', async () => {
    const anna = await memoryWorkspace()
    const columns = [{ name: 'Bereit', category: 'open' }] as const
    await anna.run(foundTeam, { name: 'Bauamt', method: 'kanban', founderName: 'Anna', columns })
    const ofTeam = anna.records.get(team, anna.records.ids(team, 'all', 'all')[0]!)!
    const said = { source: 'trello:comment:1', author: 'Clara Weiß', text: 'Bitte bald', createdAt: now - 86_400_000 }
    const plan = planOf([
      planned('Antrag', {
        comments: [said],
        links: [{ source: 'l', name: 'Satzung', address: 'https://example.org/s' }],
      }),
    ])
    await anna.run(importItems, {
      team: ofTeam.id,
      plan,
      choices: proposeChoices(anna.records, ofTeam, plan, hueWords),
    })
    const ben = await elsewhere()
    await restoreArchive(ben, await archiveFrom(printArchive(await archiveOf(anna))), now)
    expect(await ben.digest()).toBe(await anna.digest())
    const [card] = [...ben.records.all('item')]
    expect(commentsOf(ben.records, card!.id)).toMatchObject([
      { author: 'Clara Weiß', text: 'Bitte bald', source: said.source },
    ])
    expect(linksOf(ben.records, card!.id)).toMatchObject([{ name: 'Satzung', address: 'https://example.org/s' }])
  })

  it('fits into gzip and back', async () => {
    const text = printArchive(generateArchive(30))
    const packed = await compress(bytesOf(text))
    expect(packed.length).toBeLessThan(text.length / 2)
    expect(await readBytes({ name: 'Sicherung.lotse', bytes: packed })).toMatchObject({
      ok: true,
      value: { kind: 'archive' },
    })
  })

  it('stops unpacking at the cap', async () => {
    const bomb = await compress(new Uint8Array(5_000_000))
    expect(await decompress(bomb, 1_000_000)).toMatchObject({
      ok: false,
      refusal: { because: 'fileTooLarge', most: 1_000_000 },
    })
    expect(await decompress(bomb.subarray(0, bomb.length - 20))).toMatchObject({
      ok: false,
      refusal: { because: 'readingFailed' },
    })
  })
})

describe('restoring where people work', () => {
  const office = async () => {
    const anna = await memoryWorkspace()
    await anna.run(foundTeam, {
      name: 'Bauamt',
      method: 'kanban',
      founderName: 'Anna',
      columns: [{ name: 'Bereit', category: 'open' }],
    })
    const [id] = anna.records.ids(team, 'all', 'all') as [string]
    await anna.run(createItem, { team: id, title: 'Antrag prüfen', description: 'Mit Lageplan' })
    return { anna, id }
  }

  it('says beforehand what would happen, brings the old state back as edits, and can be undone', async () => {
    const { anna, id } = await office()
    const then = await archiveOf(anna)
    const digest = await anna.digest()
    await anna.run(createItem, { team: id, title: 'Später angelegt' })
    const after = await anna.digest()
    const plan = await compareArchive(anna, then, now)
    expect([...plan.byType]).toEqual([['item', { added: 0, changed: 0, binned: 1 }]])
    await restoreArchive(anna, then, now)
    expect(await compareArchive(anna, then, now)).toMatchObject({ changes: [] })
    await anna.undo()
    expect(await anna.digest()).toBe(after)
    expect(after).not.toBe(digest)
  })

  it('changes what was edited, brings back what was deleted, and keeps history', async () => {
    const { anna, id } = await office()
    const then = await archiveOf(anna)
    const document = `team:${id}#1`
    const [itemId] = Object.keys(then.documents[document]!['item']!) as [string]
    const [columnId] = Object.keys(then.documents[document]!['column']!) as [string]
    const { moveItem } = await import('../../src/domain/work/move-item.ts')
    const { describeItem } = await import('../../src/domain/work/edit-text.ts')
    const { deleteItems } = await import('../../src/domain/work/bin.ts')
    await anna.run(moveItem, { item: itemId, place: columnId, spot: 'top' })
    await anna.run(describeItem, { item: itemId, description: 'Ohne Lageplan' })
    await anna.run(deleteItems, { items: [itemId] })
    expect([...(await compareArchive(anna, then, now)).byType]).toEqual([['item', { added: 0, changed: 1, binned: 0 }]])
    await restoreArchive(anna, then, now)
    const record = (await anna.plain())[document]!['item']![itemId]!
    expect(record).toMatchObject({ ...then.documents[document]!['item']![itemId] })
    expect(record['deleted']).toBeUndefined()
    expect(Object.keys(record).filter(cell => cell.startsWith('at:'))).toHaveLength(1)
  })

  it('writes into more team documents at once than usually stay open', async () => {
    const anna = await memoryWorkspace()
    for (const name of ['Eins', 'Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs'])
      await anna.run(foundTeam, { name, method: 'kanban', columns: [{ name: 'Bereit', category: 'open' }] })
    await anna.saving.settled()
    const ben = await elsewhere()
    await restoreArchive(ben, await archiveOf(anna), now)
    expect(await ben.digest()).toBe(await anna.digest())
  })
})

describe('what is no archive is refused with its place', () => {
  const good = JSON.parse(printArchive(generateArchive(1))) as Record<string, unknown>
  const document = Object.keys(good['documents'] as object)[0]!
  it.each<[string, unknown, unknown]>([
    ['a newer version', { ...good, version: 3 }, { because: 'newerArchive', version: 3 }],
    ['no workspace', { ...good, workspace: 7 }, { because: 'fieldBroken', path: 'workspace' }],
    ['no documents', { ...good, documents: [] }, { because: 'fieldBroken', path: 'documents' }],
    [
      'a strange document',
      { ...good, documents: { 'team:../x': {} } },
      { because: 'fieldBroken', path: 'documents.team:../x' },
    ],
    [
      'a record without facts',
      { ...good, documents: { [document]: { item: { x: { title: 'Antrag' } } } } },
      { because: 'fieldBroken' },
    ],
  ])('%s', async (_case, value, refusal) => {
    expect(await read(JSON.stringify(value))).toMatchObject({ ok: false, refusal })
  })
})
