import { describe, expect, test } from 'vitest'
import { entryCrypto } from '../../src/sync/entry-crypto.ts'
import { readCheckpoint } from '../../src/sync/read-checkpoint.ts'
import type { Heads } from '../../src/workspace/ports.ts'
import { valueOf } from '../journal/office.ts'
import { doorOf, office, person, syncJournal, write } from './colleague.ts'
import { nameOf, namesIn, newDocument, reload, tidy, workspace, type Desk } from './desk.ts'

/** What came since, and what was before, out of the journal alone, wherever there is an IndexedDB. */
export const pastScenes = (): void => {
  const namesAt = async ({ past }: Desk, at?: Heads): Promise<readonly string[]> => {
    const document = newDocument()
    await past.fold(workspace, document, at)
    return Object.keys(namesIn(document)).sort()
  }

  /** Anna and Cem write in turn; after each entry the heads are noted. */
  const written = async () => {
    const { desk, cem, door } = await office()
    const page = cem.page(1)
    const heads: Heads[] = [await desk.past.heads(workspace)]
    for (const [at, name] of ['cem', 'anna', 'dora', 'emil', 'fatma'].entries()) {
      if (at % 2 === 0) await door([await person(page, name, name)])
      else await write(desk, ...nameOf((await reload(desk)).document, name, name))
      heads.push(await desk.past.heads(workspace))
    }
    return { desk, cem, page, door, heads }
  }

  describe('the past of a document', () => {
    test('is what it was at any heads, also when one device is ahead of where somebody had read', async () => {
      const { desk, heads } = await written()
      expect(await Promise.all(heads.map(at => namesAt(desk, at)))).toEqual([
        [],
        ['cem'],
        ['anna', 'cem'],
        ['anna', 'cem', 'dora'],
        ['anna', 'cem', 'dora', 'emil'],
        ['anna', 'cem', 'dora', 'emil', 'fatma'],
      ])
      const own = { [desk.identity.device]: heads.at(-1)?.[desk.identity.device] ?? 0 }
      expect(await namesAt(desk, own)).toEqual(['anna', 'emil'])
    })

    test('is the same when a checkpoint was laid down since, before it and behind it', async () => {
      const { desk, heads } = await written()
      await tidy(desk, newDocument())
      expect((await desk.database.checkpoints.get(workspace))?.heads).toEqual(heads.at(-1))
      await write(desk, ...nameOf((await reload(desk)).document, 'gudrun', 'gudrun'))
      expect(await namesAt(desk, heads[2])).toEqual(['anna', 'cem'])
      expect(await namesAt(desk, await desk.past.heads(workspace))).toHaveLength(6)
      expect(await namesAt(desk)).toHaveLength(6)
    })

    test('what others have written since is asked of them alone, between two heads', async () => {
      const { desk, cem, heads } = await written()
      const asked = await desk.past.written(workspace, [cem.hand.device], heads[1] ?? {}, heads[3] ?? {})
      expect(asked.map(({ device, seq }) => [device, seq])).toEqual([[cem.hand.device, 2]])
      expect(await desk.past.written(workspace, [cem.hand.device], heads[5] ?? {}, heads[5] ?? {})).toEqual([])
    })
  })

  test('a document that began here with a colleague’s checkpoint is told from there on, whatever was laid down since', async () => {
    const { desk, page, heads } = await written()
    const parts = (await syncJournal(desk).checkpoint(workspace)) ?? []
    const checkpoint = valueOf(
      await readCheckpoint(parts, {
        workspace: desk.identity.membership.workspace,
        document: workspace,
        members: { mayVouch: () => true },
        crypto: entryCrypto(() => desk.identity.keyring),
        from: desk.identity.device,
      }),
    )
    const all = [
      [workspace, ''],
      [workspace, '\uffff'],
    ] as const
    await desk.database.entries
      .where('[document+device+seq]')
      .between([...all[0], 0], [...all[1], Infinity])
      .delete()
    await desk.database.heads
      .where('[document+device]')
      .between(...all)
      .delete()
    await syncJournal(desk).begin(workspace, checkpoint, parts)
    const door = doorOf(desk, syncJournal(desk))
    for (const name of ['gudrun', 'hilde', 'ivo', 'jana']) await door([await person(page, name, name)])
    await tidy(desk, newDocument())
    expect(Object.keys((await reload(desk)).names)).toHaveLength(9)
    const before = heads.at(-1) ?? {}
    expect(await namesAt(desk, before)).toEqual(['anna', 'cem', 'dora', 'emil', 'fatma'])
    expect(await namesAt(desk, {}), 'of what lies before there are no entries').toHaveLength(5)
    expect(await namesAt(desk, await desk.past.heads(workspace))).toHaveLength(9)
  })

  test('teams are told apart from what else lies here', async () => {
    const { desk } = await written()
    expect(await desk.past.teams()).toEqual([])
    const team = newDocument('team:bau#1')
    await desk.ports.storage.append({
      document: team.name,
      updates: nameOf(team, 'cem', 'cem'),
      commands: [{ id: 'c', name: 'c' }],
      activity: [],
    })
    expect(await desk.past.teams()).toEqual(['team:bau#1'])
  })
}
