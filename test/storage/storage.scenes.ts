import { describe, expect, test } from 'vitest'
import { storageContract } from '../contracts/storage-contract.ts'
import { batchOf, foundOffice, leave, nameOf, newDocument, openDesk, reload, workspace } from './desk.ts'

/** Scenes that hold wherever there is an IndexedDB: they run in node and in Chromium. */
export const storageScenes = (): void => {
  describe('the storage of this browser keeps the storage contract', () => {
    storageContract(async () => {
      const { id } = await foundOffice()
      return { open: async () => (await openDesk(id)).ports.storage }
    })
  })

  describe('Anna founds a workspace', () => {
    test('she is its actor after every reload, and the device keeps its keys', async () => {
      const { id, person } = await foundOffice()
      const first = await openDesk(id)
      await leave(first)
      const second = await openDesk(id)
      expect(second.identity.actor).toBe(person.id)
      expect(second.identity.device).toBe(first.identity.device)
      expect(second.identity.keys.signing.privateKey.extractable).toBe(false)
    })

    test('a workspace that is not here is refused', async () => {
      await expect(openDesk('00'.repeat(32))).rejects.toThrow('workspaceIsGone')
    })

    test('entries are chained, sealed and signed, one chain over all tabs', async () => {
      const { id } = await foundOffice()
      const [left, right] = [await openDesk(id), await openDesk(id)]
      await Promise.all(
        [left, right, left, right].map((desk, index) =>
          desk.ports.storage.append(batchOf(nameOf(newDocument(), `p${index}`, 'Name'))),
        ),
      )
      const rows = await left.database.entriesOf(workspace)
      expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
      expect(rows.toSorted((a, b) => a.stamp - b.stamp)).toEqual(rows)
      expect(new TextDecoder().decode(rows[0]?.bytes)).not.toContain('Name')
    })

    test('a tab that goes on from a place another tab has taken meanwhile leaves nothing there, and goes on behind it', async () => {
      const { id } = await foundOffice()
      const [left, right] = [await openDesk(id), await openDesk(id)]
      const write = (desk: typeof left, name: string) =>
        desk.ports.storage.append(batchOf(nameOf(newDocument(), name, name)))
      for (const [desk, name] of [
        [left, 'ada'],
        [left, 'ben'],
        [right, 'cem'],
        [right, 'dan'],
      ] as const)
        await write(desk, name)
      expect(await write(left, 'eva')).toMatchObject({ ok: true, heads: { [left.identity.device]: 5 } })
      expect((await left.database.entriesOf(workspace)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
      const [head] = await left.database.headsOf(workspace)
      expect(head?.ref.seq).toBe(5)
      expect((await reload(right)).names).toEqual({ ada: 'ada', ben: 'ben', cem: 'cem', dan: 'dan', eva: 'eva' })
    })

    test('the key of a team that another tab has opened is found', async () => {
      const { id } = await foundOffice()
      const [left, right] = [await openDesk(id), await openDesk(id)]
      const document = 'team:digital#1'
      await left.ports.storage.append(batchOf(nameOf(newDocument(document), 'ben', 'Ben'), { document }))
      expect((await reload(right, document)).names).toEqual({ ben: 'Ben' })
      await right.ports.storage.append(batchOf(nameOf(newDocument(document), 'cem', 'Cem'), { document }))
      expect((await reload(left, document)).names).toEqual({ ben: 'Ben', cem: 'Cem' })
    })
  })

  describe('an entry is damaged', () => {
    test.each(['header', 'ciphertext', 'signature'])(
      'a flipped byte in the %s: set aside, counted, the rest is read',
      async part => {
        const { id } = await foundOffice()
        const desk = await openDesk(id)
        const [anna, ben] = [newDocument(), newDocument()]
        await desk.ports.storage.append(batchOf(nameOf(anna, 'anna', 'Anna')))
        await desk.ports.storage.append(batchOf(nameOf(ben, 'ben', 'Ben')))
        const row = (await desk.database.entriesOf(workspace))[0]!
        const at = part === 'header' ? 2 : part === 'ciphertext' ? row.bytes.length - 80 : row.bytes.length - 1
        const bytes = row.bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
        await desk.database.entries.put({ ...row, bytes })
        const { names, report } = await reload(desk)
        expect(names).toEqual({ ben: 'Ben' })
        expect(report.findings).toMatchObject([{ finding: 'entryUnreadable', document: workspace }])
        expect(await desk.database.quarantine.toArray()).toMatchObject([{ seq: 1, bytes }])
        expect((await reload(desk)).report.findings).toEqual([])
      },
    )

    test('an entry of a newer app stays where it lies and is counted each time', async () => {
      const { id } = await foundOffice()
      const desk = await openDesk(id)
      await desk.ports.storage.append(batchOf(nameOf(newDocument(), 'anna', 'Anna')))
      const row = (await desk.database.entriesOf(workspace))[0]!
      await desk.database.entries.put({ ...row, bytes: row.bytes.map((byte, index) => (index === 0 ? 9 : byte)) })
      expect((await reload(desk)).report.findings).toHaveLength(1)
      expect((await reload(desk)).report.findings).toHaveLength(1)
      expect(await desk.database.quarantine.count()).toBe(0)
    })
  })

  describe('a tab dies before its edit is in the journal', () => {
    const die = async () => {
      const { id } = await foundOffice()
      const dying = await openDesk(id)
      const document = newDocument()
      const label = { id: 'c1', name: 'addPerson' }
      const edits = [nameOf(document, 'ben', 'Ben'), nameOf(document, 'cem', 'Cem')].flat()
      return { id, dying, label, edits }
    }

    test('as long as it lives, its copies are nobody else’s', async () => {
      const { id, dying, label, edits } = await die()
      dying.ports.writeAhead.keep(workspace, edits[0]!, label)
      expect(await (await openDesk(id)).ports.writeAhead.orphans()).toEqual([])
      expect(await dying.ports.writeAhead.orphans()).toEqual([])
    })

    test('the next tab finds them in order, and they can be journalled and released', async () => {
      const { id, dying, label, edits } = await die()
      for (const edit of edits) dying.ports.writeAhead.keep(workspace, edit, label)
      await leave(dying)
      const next = await openDesk(id)
      const orphans = await next.ports.writeAhead.orphans()
      expect(orphans).toMatchObject(edits.map(update => ({ document: workspace, command: label, update })))
      await next.ports.storage.append(batchOf(orphans.map(({ update }) => update)))
      expect((await reload(next)).names).toEqual({ ben: 'Ben', cem: 'Cem' })
      next.ports.writeAhead.release(orphans.map(({ key }) => key))
      expect(await next.ports.writeAhead.orphans()).toEqual([])
    })

    test('a copy whose entry was written in time is not offered again', async () => {
      const { id, dying, label, edits } = await die()
      for (const edit of edits) dying.ports.writeAhead.keep(workspace, edit, label)
      await dying.ports.storage.append(batchOf(edits.slice(0, 1)))
      await leave(dying)
      expect(await (await openDesk(id)).ports.writeAhead.orphans()).toMatchObject([{ update: edits[1] }])
    })

    test('a copy that continues an update nobody kept is set aside: it would stay pending everywhere', async () => {
      const { id, dying, label, edits } = await die()
      dying.ports.writeAhead.keep(workspace, edits[1]!, label)
      await leave(dying)
      const next = await openDesk(id)
      expect(await next.ports.writeAhead.orphans()).toEqual([])
      expect(next.findings).toMatchObject([{ finding: 'entryUnreadable' }])
      expect(await next.database.quarantine.toArray()).toMatchObject([{ bytes: edits[1] }])
    })

    test('an update over 64 KiB of text is not kept', async () => {
      const { dying, label } = await die()
      expect(dying.ports.writeAhead.keep(workspace, new Uint8Array(48 * 1024 + 1), label)).toBeUndefined()
    })
  })

  describe('tabs', () => {
    test('one leads, the next one follows when it closes', async () => {
      const { id } = await foundOffice()
      const [left, right] = [await openDesk(id), await openDesk(id)]
      const leaders: string[] = []
      left.ports.tabs.onLead(() => leaders.push('left'))
      right.ports.tabs.onLead(() => leaders.push('right'))
      await expect.poll(() => leaders).toEqual(['left'])
      left.ports.tabs.close()
      await expect.poll(() => leaders).toEqual(['left', 'right'])
    })

    test('they tell each other what was appended, never themselves', async () => {
      const { id } = await foundOffice()
      const [left, right] = [await openDesk(id), await openDesk(id)]
      const heard: unknown[] = []
      left.ports.tabs.onMessage(message => heard.push(['left', message.kind]))
      right.ports.tabs.onMessage(message => heard.push(['right', message.kind]))
      left.ports.tabs.announce({ kind: 'appended', document: workspace, heads: {} })
      await expect.poll(() => heard).toEqual([['right', 'appended']])
    })

    test('the leader hears of each tab that ends, whether it was there before or came later', async () => {
      const { id } = await foundOffice()
      const [early, leader] = [await openDesk(id), await openDesk(id)]
      const heard: string[] = []
      leader.ports.tabs.onMessage(message => heard.push(message.kind))
      await new Promise<void>(resolve => leader.ports.tabs.onLead(resolve))
      const late = await openDesk(id)
      early.ports.tabs.close()
      await expect.poll(() => heard).toEqual(['closed'])
      late.ports.tabs.close()
      await expect.poll(() => heard).toEqual(['closed', 'closed'])
    })
  })
}
