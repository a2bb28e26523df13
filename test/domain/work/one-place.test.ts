import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { backlogItems, boardColumn } from '../../../src/domain/kanban/board.ts'
import { column } from '../../../src/domain/kanban/column.ts'
import { boardColumns } from '../../../src/domain/kanban/home.ts'
import { limitState, overfullColumns } from '../../../src/domain/kanban/limits.ts'
import type { Command } from '../../../src/domain/kernel/command.ts'
import { longestRank } from '../../../src/domain/kernel/rank.ts'
import type { AnyRefusal } from '../../../src/domain/kernel/result.ts'
import { methods } from '../../../src/domain/people/team.ts'
import { sprintStates } from '../../../src/domain/scrum/sprint.ts'
import { item, kinds } from '../../../src/domain/work/item.ts'
import { whereIs } from '../../../src/domain/work/whereabouts.ts'
import { buildingOffice, type BuildingOffice } from './building-office.ts'

const seed = Number(process.env['SEED'] ?? 20261116)

type Desk = BuildingOffice & { readonly known: string[] }
type Step = (desk: Desk) => void
const index = fc.nat({ max: 1000 })
const pick = (list: readonly string[], at: number): string => list[at % Math.max(1, list.length)] ?? 'none'
const places = (desk: Desk): readonly string[] => ['backlog', 'gone', ...boardColumns(desk.view, desk.team())]

/** Runs a command; a refusal is fine, an exception is not. */
const attempt = <Args, Refusal extends AnyRefusal>(
  { office, known }: Desk,
  command: Command<Args, Refusal>,
  args: Args,
) => {
  const result = office.run(command, args)
  if (!result.ok) return
  for (const change of result.value) if (change.type === 'item' && change.cell === 'm') known.push(change.id)
}

const spotOf = (desk: Desk, at: number) =>
  at % 4 === 0
    ? ('top' as const)
    : at % 4 === 1
      ? ('bottom' as const)
      : { after: pick(desk.known, at), before: pick(desk.known, at + 1) }

/** What people do. */
const acts: readonly fc.Arbitrary<Step>[] = [
  fc.tuple(index, index, fc.constantFrom(...kinds)).map(
    ([place, at, kind]) =>
      desk =>
        attempt(desk, commands.createItem, {
          team: desk.teamId,
          title: 'Karte',
          place: pick(places(desk), place),
          kind,
          spot: spotOf(desk, at),
        }),
  ),
  fc.tuple(index, fc.integer({ min: 1, max: 5 })).map(
    ([place, lines]) =>
      desk =>
        attempt(desk, commands.createItems, {
          team: desk.teamId,
          text: 'Zeile\n'.repeat(lines),
          place: pick(places(desk), place),
        }),
  ),
  fc.tuple(index, index, index).map(
    ([id, place, at]) =>
      desk =>
        attempt(desk, commands.moveItem, {
          item: pick(desk.known, id),
          place: pick(places(desk), place),
          spot: spotOf(desk, at),
        }),
  ),
  fc.tuple(fc.array(index, { maxLength: 5 }), index, index).map(
    ([ids, place, at]) =>
      desk =>
        attempt(desk, commands.moveItems, {
          items: ids.map(id => pick(desk.known, id)),
          place: pick(places(desk), place),
          spot: spotOf(desk, at),
        }),
  ),
  fc.tuple(index, fc.constantFrom('up', 'down', 'left', 'right')).map(
    ([id, direction]) =>
      desk =>
        attempt(desk, commands.moveItemBy, { item: pick(desk.known, id), direction }),
  ),
  fc.tuple(index, index).map(
    ([id, at]) =>
      desk =>
        attempt(desk, commands.rankItem, { item: pick(desk.known, id), spot: spotOf(desk, at) }),
  ),
  index.map(id => desk => attempt(desk, commands.duplicateItem, { item: pick(desk.known, id) })),
  fc
    .tuple(
      index,
      fc.constantFrom(commands.deleteItems, commands.restoreItems, commands.dropItems, commands.takeBackItems),
    )
    .map(
      ([id, command]) =>
        desk =>
          attempt(desk, command, { items: [pick(desk.known, id)] }),
    ),
  fc.tuple(index, fc.constantFrom(...kinds)).map(
    ([id, kind]) =>
      desk =>
        attempt(desk, commands.changeKind, { item: pick(desk.known, id), kind }),
  ),
  fc.tuple(index, index).map(
    ([from, to]) =>
      desk =>
        attempt(desk, commands.deleteColumn, { column: pick(places(desk), from), cardsTo: pick(places(desk), to) }),
  ),
  index.map(
    at => desk =>
      attempt(desk, commands.addColumn, {
        team: desk.teamId,
        name: 'Neu',
        category: 'doing',
        spot: at % 2 ? 'top' : 'bottom',
      }),
  ),
  fc.tuple(index, fc.integer({ min: 1, max: 4 }), fc.constantFrom('none', 'warn', 'refuse')).map(
    ([place, limit, mode]) =>
      desk =>
        attempt(desk, commands.editColumn, { column: pick(places(desk), place), limit, limitMode: mode }),
  ),
  fc
    .constantFrom(...methods)
    .map(method => desk => attempt(desk, commands.changeMethod, { team: desk.teamId, method })),
]

/** What a merge may leave behind. */
const merges: readonly fc.Arbitrary<Step>[] = [
  fc.tuple(index, index, fc.constantFrom('a0V', 'a1', 'a1V', 'Zz5', '7')).map(([id, place, rank]) => desk => {
    const record = desk.view.get(item, pick(desk.known, id))
    if (record) desk.write(record, 'position', [pick(places(desk), place), rank])
  }),
  fc.tuple(index, index).map(([id, at]) => desk => {
    const record = desk.view.get(item, pick(desk.known, id))
    if (record) desk.write(record, 'sprint', at % 5 === 0 ? null : `sprint${at % 4}`)
  }),
  fc.tuple(index, fc.constantFrom(...sprintStates)).map(
    ([at, state]) =>
      desk =>
        desk.sprint(`sprint${at % 3}`, state),
  ),
  index.map(at => desk => {
    const record = desk.view.get(column, pick(boardColumns(desk.view, desk.team()), at))
    if (record) desk.write(record, 'deleted', [desk.office.now, 'ben'])
  }),
]

const everyItemIsInOnePlace = (desk: Desk): void => {
  const { view } = desk
  const team = desk.team()
  const lists = new Map<string, readonly string[]>([['backlog', backlogItems(view, team)]])
  for (const id of boardColumns(view, team)) lists.set(id, boardColumn(view, team, id))
  const shown = [...lists.values()].flat()
  expect(new Set(shown).size).toBe(shown.length)
  for (const id of desk.known) {
    const home = whereIs(view, team, desk.get(id))
    const expected = home.at === 'column' ? home.column : home.at
    expect([...lists].filter(([, ids]) => ids.includes(id)).map(([list]) => list)).toEqual(
      lists.has(expected) ? [expected] : [],
    )
    if (home.at === 'sprint') expect(view.ids(item, 'sprint', home.sprint)).toContain(id)
    if (home.at === 'epics') expect(view.ids(item, 'epics', desk.document)).toContain(id)
    if (home.at === 'dropped') expect(view.ids(item, 'dropped', desk.document)).toContain(id)
    if (home.at === 'bin') expect(view.ids(item, 'bin', desk.document)).toContain(id)
    expect(desk.get(id).position[1].length).toBeLessThanOrEqual(longestRank)
  }
  for (const ids of lists.values()) {
    const ordered = ids.map(id => `${desk.get(id).position[1]} ${id}`)
    expect(ordered.toSorted()).toEqual(ordered)
  }
  const over = boardColumns(view, team).filter(id => limitState(view, team, id) === 'over')
  expect(overfullColumns(view, team).map(({ column: id }) => id)).toEqual(over)
}

test(`whatever people do and merges leave, every card is in exactly one place, once (seed ${seed})`, () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...methods),
      fc.array(fc.oneof(...acts, ...acts, ...merges), { minLength: 10, maxLength: 60 }),
      (method, steps) => {
        const desk: Desk = { ...buildingOffice(method), known: [] }
        for (const step of steps) {
          step(desk)
          everyItemIsInOnePlace(desk)
        }
      },
    ),
    { seed, numRuns: 100 },
  )
}, 60_000)

test(`a card that people move stands where they put it (seed ${seed})`, () => {
  let proved = 0
  fc.assert(
    fc.property(
      fc.array(fc.oneof(...acts, ...merges), { minLength: 10, maxLength: 30 }),
      index,
      index,
      index,
      (steps, one, other, where) => {
        const desk: Desk = { ...buildingOffice(), known: [] }
        attempt(desk, commands.createItems, { team: desk.teamId, text: 'Zeile\n'.repeat(8), place: desk.columns.ready })
        for (const step of steps) step(desk)
        const place = pick(boardColumns(desk.view, desk.team()), where)
        const [moved, neighbour] = [pick(desk.known, one), pick(boardColumn(desk.view, desk.team(), place), other)]
        const result = desk.office.run(commands.moveItem, { item: moved, place, spot: { after: neighbour } })
        if (!result.ok || moved === neighbour || neighbour === 'none') return
        const cards = boardColumn(desk.view, desk.team(), place)
        expect(cards.indexOf(moved)).toBe(cards.indexOf(neighbour) + 1)
        proved++
      },
    ),
    { seed, numRuns: 200 },
  )
  expect(proved).toBeGreaterThan(50)
}, 60_000)
