import { beforeEach, describe, expect, test } from 'vitest'
import { addAttachments } from '../../src/domain/attachments/add-attachments.ts'
import { attachment } from '../../src/domain/attachments/attachment.ts'
import { removeAttachment } from '../../src/domain/attachments/edit-attachment.ts'
import { foundTeam } from '../../src/domain/people/found-team.ts'
import { documentOfTeam, team } from '../../src/domain/people/team.ts'
import { createItem } from '../../src/domain/work/create-item.ts'
import { emptyBin } from '../../src/domain/work/bin.ts'
import { item } from '../../src/domain/work/item.ts'
import { textBytes } from '../../src/journal/bytes.ts'
import { tendBlobs } from '../../src/workspace/tend-blobs.ts'
import { memoryDisk, memoryPorts, memoryWorkspace } from '../support/memory-ports.ts'

const day = 86_400_000

/** Anna's team with one card, and a clock that can be moved. */
const office = async () => {
  const clock = { now: Date.UTC(2026, 10, 16, 8) }
  const disk = memoryDisk()
  const anna = await memoryWorkspace('anna', memoryPorts(disk, { tab: 'tab-1', device: 'device-1', seed: 1, clock }))
  await anna.run(foundTeam, {
    name: 'Bauamt',
    method: 'kanban',
    founderName: 'Anna',
    columns: [{ name: 'Bereit', category: 'open' }],
  })
  const [id] = anna.records.ids(team, 'all', 'all') as [string]
  const document = documentOfTeam(anna.records.get(team, id)!)
  await anna.run(createItem, { team: id, title: 'Schlagloch füllen' })
  const card = [...anna.records.all('item')][0]!.id
  const keep = async (text: string): Promise<string> => {
    const kept = await anna.blobs.keep(document, textBytes(text))
    return kept.ok ? kept.value : ''
  }
  const put = async (text: string): Promise<string> => {
    const hash = await keep(text)
    const file = { name: `${text}.jpg`, mediaType: 'image/jpeg', hash, size: text.length }
    expect(await anna.run(addAttachments, { item: card, files: [file] })).toMatchObject({ ok: true })
    return hash
  }
  const tend = () => tendBlobs(anna.blobs, anna.opened(document)!.document, anna.recordsOf(document), clock.now)
  const kept = async () => (await anna.blobs.list(document)).map(({ hash }) => hash)
  return { anna, id, card, document, clock, disk, keep, put, tend, kept }
}

describe('photos and files follow the records that name them', () => {
  let at: Awaited<ReturnType<typeof office>>
  beforeEach(async () => {
    at = await office()
  })

  test('what a card names stays, for ever', async () => {
    const hash = await at.put('Loch')
    at.clock.now += 400 * day
    await at.tend()
    expect(await at.kept()).toEqual([hash])
  })

  test('what was kept a moment ago is not swept before its record comes', async () => {
    const hash = await at.keep('Loch')
    at.clock.now += day - 1
    await at.tend()
    expect(await at.kept()).toEqual([hash])
    at.clock.now += 2
    await at.tend()
    expect(await at.kept()).toEqual([])
  })

  test('in the bin it stays for thirty days and can be brought back; then it goes', async () => {
    const hash = await at.put('Loch')
    const [id] = at.anna.records.ids(attachment, 'item', at.card) as [string]
    await at.anna.run(removeAttachment, { attachment: id })
    at.clock.now += 29 * day
    await at.anna.run(emptyBin, { team: at.id })
    await at.tend()
    expect(await at.kept()).toEqual([hash])
    at.clock.now += 2 * day
    await at.anna.run(emptyBin, { team: at.id })
    await at.tend()
    expect(await at.kept()).toEqual([])
  })

  test('taken back by undo it waits in the bin like anything else', async () => {
    const hash = await at.put('Loch')
    await at.anna.undo()
    at.clock.now += 2 * day
    await at.tend()
    expect(await at.kept()).toEqual([hash])
  })

  test('a hash in a record that only a newer app knows counts', async () => {
    const hash = await at.keep('Sprachnotiz')
    const { document } = at.anna.opened(at.document)!
    const note = { document: at.document, type: 'voiceNote', id: 'n1' }
    document.apply(
      [
        { ...note, cell: 'm', before: undefined, after: ['voiceNote', at.clock.now, 'anna'] },
        { ...note, cell: 'sound', before: undefined, after: hash },
      ],
      1,
    )
    at.clock.now += 40 * day
    await at.tend()
    expect(await at.kept()).toEqual([hash])
  })

  test('what a moved card names is fetched from the team it came from', async () => {
    const kept = await at.anna.blobs.keep('team:alt#1', textBytes('Plan'))
    const hash = kept.ok ? kept.value : ''
    const file = { name: 'Plan.pdf', mediaType: 'application/pdf', hash, size: 4 }
    await at.anna.run(addAttachments, { item: at.card, files: [file] })
    await at.tend()
    expect(await at.kept()).toEqual([hash])
    expect(at.anna.records.get(item, at.card)).toBeDefined()
  })

  test('the leader tends by itself when it is quiet', async () => {
    await at.anna.saving.settled()
    const hash = await at.keep('Loch')
    at.clock.now += 2 * day
    await at.anna.run(createItem, { team: at.id, title: 'Bauzaun aufstellen' })
    await expect.poll(at.kept, { timeout: 20_000 }).not.toContain(hash)
  })
})
