import { afterEach, describe, expect, test, vi } from 'vitest'
import { isCreation } from '../../src/domain/kernel/change.ts'
import type { Command } from '../../src/domain/kernel/command.ts'
import type { AnyRefusal } from '../../src/domain/kernel/result.ts'
import { boardColumns } from '../../src/domain/kanban/home.ts'
import { team as teamRecord } from '../../src/domain/people/team.ts'
import { allRecords } from '../../src/domain/records.ts'
import { markRead } from '../../src/domain/visits/mark-read.ts'
import { deleteItems } from '../../src/domain/work/bin.ts'
import { createItem } from '../../src/domain/work/create-item.ts'
import { renameItem } from '../../src/domain/work/edit-text.ts'
import { moveItem } from '../../src/domain/work/move-item.ts'
import type { Heads } from '../../src/workspace/ports.ts'
import type { Past } from '../../src/workspace/past-port.ts'
import { Visits } from '../../src/workspace/visits.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { devices, foundTogether, homeOfTeam } from '../support/devices.ts'
import type { MemoryDisk } from '../support/memory-ports.ts'

/** Anna has a laptop and a phone; Ben and Cem work on while she is away. */
const names = ['anna', 'anna@phone', 'ben', 'cem'] as const
const [laptop, phone, ben, cem] = [0, 1, 2, 3] as const

const isWithin = (heads: Heads, device: string, seq: number): boolean => seq <= (heads[device] ?? 0)

const pastOn = (disk: MemoryDisk): Past => {
  const entriesOf = (document: string) => disk.entries.get(document) ?? []
  const headsOf = (document: string): Heads =>
    Object.fromEntries(entriesOf(document).map(({ device, seq }) => [device, seq]))
  return {
    teams: async () => [...disk.entries.keys()].filter(name => name.startsWith('team:')),
    heads: async document => headsOf(document),
    written: async (document, of, from, to) =>
      entriesOf(document)
        .filter(({ device, seq }) => of.includes(device) && !isWithin(from, device, seq) && isWithin(to, device, seq))
        .flatMap(({ device, seq, updates }) => updates.map(update => ({ device, seq, update }))),
    fold: async (document, into, at = headsOf(document)) =>
      into.mergeAll(
        entriesOf(document)
          .filter(({ device, seq }) => isWithin(at, device, seq))
          .flatMap(({ updates }) => updates),
        'storage',
      ),
  }
}

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach(close => close()))

/** The office with a board that everybody has read so far. */
const office = async (seed = 1) => {
  const group = await devices(names, seed)
  const team = await foundTogether(group)
  const at = (index: number): Workspace => group.all[index]!.workspace
  const home = homeOfTeam(at(laptop), team)
  const columns = boardColumns(at(laptop).records, at(laptop).records.get(teamRecord, team)!)
  const run = async <Args, Refusal extends AnyRefusal>(index: number, command: Command<Args, Refusal>, args: Args) => {
    group.clock.now += 60_000
    const result = await at(index).run(command, args)
    if (!result.ok) throw new Error(JSON.stringify(result.refusal))
    return result.value.changes
  }
  const card = async (index: number, title: string, place = columns[0] ?? ''): Promise<string> =>
    (await run(index, createItem, { team, title, place })).find(isCreation)?.id ?? ''
  const watch = async (index: number) => {
    const { workspace, disk, name } = group.all[index]!
    const visits = new Visits({
      workspace,
      past: pastOn(disk),
      definitions: allRecords,
      now: () => group.clock.now,
      device: name,
      personOf: device => device.replace(/@.*/, ''),
      mayBegin: async () => true,
    })
    closing.push(() => visits.close())
    await visits.begin()
    return visits
  }
  const newsAt = (index: number) => at(index).session.getState().news.teams.get(home)
  const titles = (index: number): readonly string[] => (newsAt(index)?.cards ?? []).map(({ title }) => title).sort()
  const lines = (index: number): readonly string[] =>
    (newsAt(index)?.cards ?? []).flatMap(({ title, news }) => news.map(({ kind, by }) => `${title}: ${kind}, ${by}`))
  const readOff = async (index: number): Promise<void> => {
    const heads = newsAt(index)?.heads ?? {}
    await run(index, markRead, { device: names[index] ?? '', read: [{ of: home, heads }] })
  }
  /** Anna has looked at everything that is on her laptop now. */
  const begin = async (): Promise<void> => {
    const heads = await pastOn(group.all[laptop]!.disk).heads(home)
    await run(laptop, markRead, { device: names[laptop], read: [{ of: home, heads }] })
  }
  const look = async (index: number, visits: Visits): Promise<void> => {
    await visits.lookAtAll()
    await vi.waitFor(() => expect(visits.isQuiet).toBe(true))
    expect(at(index).session.getState().news.device).toBe(names[index])
  }
  return { group, at, run, card, watch, titles, lines, readOff, begin, look, columns, team, home }
}

describe('since Anna’s last visit', () => {
  test('what Ben and Cem did is told card by card, on both her devices, and gone on both once she has read it on one', async () => {
    const { group, run, card, watch, lines, readOff, begin, look, columns } = await office()
    const [plan, statik] = [await card(laptop, 'Lageplan'), await card(laptop, 'Statik')]
    await begin()
    await group.meet()
    await run(ben, moveItem, { item: plan, place: columns[1]!, spot: 'top' })
    await run(cem, renameItem, { item: statik, title: 'Statik prüfen' })
    await group.meet()
    const watching = [await watch(laptop), await watch(phone)] as const
    const told = ['Statik prüfen: renamed, cem', 'Lageplan: moved, ben']
    expect([lines(laptop), lines(phone)]).toEqual([told, told])
    await readOff(laptop)
    await look(laptop, watching[0])
    expect([lines(laptop), lines(phone)]).toEqual([[], told])
    await group.meet([laptop, phone])
    await look(phone, watching[1])
    expect(lines(phone)).toEqual([])
  })

  test('what comes late is new, although it was written long before she last looked', async () => {
    const { group, run, card, watch, titles, readOff, begin, look } = await office()
    const [plan, statik] = [await card(laptop, 'Lageplan'), await card(laptop, 'Statik')]
    await begin()
    await group.meet()
    await run(cem, renameItem, { item: statik, title: 'Statik, aus dem Funkloch' })
    group.clock.now += 3 * 86_400_000
    await run(ben, renameItem, { item: plan, title: 'Lageplan neu' })
    await group.meet([laptop, phone, ben])
    const visits = await watch(laptop)
    expect(titles(laptop)).toEqual(['Lageplan neu'])
    await readOff(laptop)
    await group.meet()
    await look(laptop, visits)
    expect(titles(laptop)).toEqual(['Statik, aus dem Funkloch'])
  })

  test('a screen that was drawn before the last entry came does not say that one is read', async () => {
    const { group, run, card, at, watch, titles, begin, look, home } = await office()
    const plan = await card(laptop, 'Lageplan')
    await begin()
    await group.meet()
    await run(ben, renameItem, { item: plan, title: 'Lageplan 2' })
    await group.meet()
    const visits = await watch(laptop)
    const { heads } = at(laptop).session.getState().news.teams.get(home)!
    await run(ben, renameItem, { item: plan, title: 'Lageplan 3' })
    await group.meet()
    await run(laptop, markRead, { device: 'anna', read: [{ of: home, heads }] })
    await look(laptop, visits)
    expect(titles(laptop)).toEqual(['Lageplan 3'])
  })

  test('her own work is no news, whichever of her devices she did it on', async () => {
    const { group, run, card, watch, titles, begin } = await office()
    const [plan, statik] = [await card(laptop, 'Lageplan'), await card(laptop, 'Statik')]
    await begin()
    await group.meet()
    await run(phone, renameItem, { item: plan, title: 'Lageplan vom Telefon' })
    await run(laptop, deleteItems, { items: [statik] })
    await group.meet()
    await watch(laptop)
    await watch(phone)
    expect([titles(laptop), titles(phone)]).toEqual([[], []])
  })

  test('what she writes over while she is away from the list is no news any more', async () => {
    const { group, run, card, watch, titles, begin, look } = await office()
    const plan = await card(laptop, 'Lageplan')
    await begin()
    await group.meet()
    await run(ben, renameItem, { item: plan, title: 'Lageplan alt' })
    await group.meet()
    const visits = await watch(laptop)
    expect(titles(laptop)).toEqual(['Lageplan alt'])
    await run(laptop, renameItem, { item: plan, title: 'Lageplan neu' })
    await look(laptop, visits)
    expect(titles(laptop)).toEqual([])
  })

  test('what came before one joined is no news; what comes afterwards is', async () => {
    const { group, run, card, watch, titles, look } = await office()
    const plan = await card(ben, 'Lageplan')
    await run(cem, renameItem, { item: await card(cem, 'Statik'), title: 'Statik prüfen' })
    await group.meet()
    const visits = await watch(laptop)
    expect(titles(laptop)).toEqual([])
    // What comes for the first time is let come to rest before it counts as read.
    group.clock.now += 60_000
    await vi.waitFor(
      async () => {
        group.clock.now += 60_000
        await look(laptop, visits)
        expect(await notesOf(group.all[laptop]!.disk)).toBe(true)
      },
      { timeout: 20_000 },
    )
    await run(ben, renameItem, { item: plan, title: 'Lageplan neu' })
    await group.meet()
    await look(laptop, visits)
    expect(titles(laptop)).toEqual(['Lageplan neu'])
  })

  test('a team that is not open is told as well', async () => {
    const { group, run, card, watch, titles, begin, home, at } = await office()
    const plan = await card(laptop, 'Lageplan')
    await begin()
    await group.meet()
    await run(ben, renameItem, { item: plan, title: 'Lageplan neu' })
    await group.meet()
    const open = vi.spyOn(at(laptop), 'opened').mockReturnValue(undefined)
    await watch(laptop)
    expect(open).toHaveBeenCalledWith(home)
    expect(titles(laptop)).toEqual(['Lageplan neu'])
  })
})

const notesOf = async (disk: MemoryDisk): Promise<boolean> => (disk.entries.get('person:anna#1')?.length ?? 0) > 0

test('what each has read is in no backup and no digest', async () => {
  const { at, begin, group } = await office()
  await begin()
  await at(laptop).saving.settled()
  expect(await notesOf(group.all[laptop]!.disk)).toBe(true)
  expect(Object.keys(await at(laptop).plain()).filter(name => name.startsWith('person:'))).toEqual([])
})
