import type { PlainDocument, PlainRecord } from '../../src/document/canonical.ts'
import { impedimentStates, parties, severities } from '../../src/domain/impediments/impediment.ts'
import { categories, limitModes } from '../../src/domain/kanban/column.ts'
import type { AnyCell } from '../../src/domain/kernel/cell.ts'
import { idFrom } from '../../src/domain/kernel/id.ts'
import { sameValue, type Json } from '../../src/domain/kernel/json.ts'
import type { AnyDefinition } from '../../src/domain/kernel/record.ts'
import { roles } from '../../src/domain/people/team-role.ts'
import { methods } from '../../src/domain/people/team.ts'
import { allRecords } from '../../src/domain/records.ts'
import { goalOutcomes, sprintStates } from '../../src/domain/scrum/sprint.ts'
import { kinds, priorities } from '../../src/domain/work/item.ts'
import { hues } from '../../src/domain/work/label.ts'
import type { Archive } from '../../src/workspace/exchange-port.ts'
import { chance } from './memory-office.ts'

const words =
  'Antrag Bescheid Akte Formular Grundstücksverkehrsgenehmigung „Zitat“ =SUMME(1) Fachverfahren 😀 e\u0301'.split(' ')
const choices: readonly string[] = [
  ...kinds, ...priorities, ...hues, ...categories, ...limitModes, ...methods, ...roles, ...sprintStates,
  ...goalOutcomes, ...impedimentStates, ...severities, ...parties,
] // prettier-ignore

const hashes = ['0', '7', 'c'].map(digit => `${digit}a1b2c3d`.repeat(8))

type Chance = { readonly random: () => number; readonly id: () => string }
type Of = { readonly type: string; readonly cell: string }

const pick = <Value>(list: readonly Value[], random: () => number): Value => list[Math.floor(random() * list.length)]!

const sentence = ({ random }: Chance): string =>
  Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(words, random)).join(' ')

/** A value the cell accepts and that is not its default. A cell for which none is found is named: the generator has to learn it. */
const valueFor = (cell: AnyCell & { kind: 'value' }, of: Of, by: Chance): Json => {
  const candidates: readonly Json[] = [
    [by.id(), 'a1'], [1_760_000_000_000 + Math.floor(by.random() * 1e9), by.id()], pick(choices, by.random), ...choices,
    `2026-1${Math.floor(by.random() * 3)}-0${1 + Math.floor(by.random() * 9)}`, sentence(by), 1 + Math.floor(by.random() * 20), true, 'a1', pick(hashes, by.random),
  ] // prettier-ignore
  const fits = candidates.filter(value => {
    const parsed = cell.parse(value)
    return parsed !== undefined && sameValue(parsed as Json, value) && !sameValue(value, cell.fallback as Json)
  })
  if (fits.length === 0)
    throw new Error(`no value for ${of.type}.${of.cell}: teach it to test/support/generate-archive.ts`)
  return pick(fits, by.random)
}

const cellsOf = (
  definition: AnyDefinition,
  name: string,
  cell: AnyCell,
  by: Chance,
): readonly (readonly [string, Json])[] => {
  if (cell.kind === 'text') return [[name, { $text: `${sentence(by)}\n\n${sentence(by)}` }]]
  if (cell.kind === 'value') return [[name, valueFor(cell, { type: definition.type, cell: name }, by)]]
  if (cell.kind === 'set') return [1, 2].map(() => [`${cell.prefix}:${by.id()}`, 1] as const)
  return [1, 2].map(
    nth =>
      [
        `${cell.prefix}:${1_760_000_000_000 + nth}:${by.id().slice(0, 4)}`,
        ['column', [by.id(), 'open'], by.id()],
      ] as const,
  )
}

const sorted = <Value>(entries: readonly (readonly [string, Value])[]): { readonly [key: string]: Value } =>
  Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)))

const recordOf = (definition: AnyDefinition, by: Chance): PlainRecord =>
  sorted([
    ['m', [definition.type, 1_750_000_000_000 + Math.floor(by.random() * 1e9), by.id()]],
    ...(by.random() < 0.1 ? [['deleted', [1_760_000_000_000, by.id()]] as const] : []),
    ['zz', { from: 'a newer app', list: [1, null, 'x'] }],
    ...Object.entries(definition.cells).flatMap(([name, cell]) => cellsOf(definition, name, cell, by)),
  ])

/**
 * An archive of every record type with every cell filled, driven by the record definitions: a new type or cell is in it by itself.
 * `items` items in one team, a tenth as many records of each other type, and a type of the future.
 */
export const generateArchive = (items: number, seed = 1): Archive => {
  const random = chance(seed)
  const id = (): string => idFrom(Uint8Array.from({ length: 12 }, () => Math.floor(random() * 256)))
  const by = { random, id }
  const team = id()
  const tableOf = (definition: AnyDefinition) => {
    const count = definition.type === 'item' ? items : Math.max(1, Math.round(items / 10))
    return [
      definition.type,
      sorted(Array.from({ length: count }, () => [id(), recordOf(definition, by)] as const)),
    ] as const
  }
  const documentOf = (kind: string): PlainDocument =>
    sorted([
      ...allRecords.filter(({ document }) => document === kind).map(tableOf),
      [
        'fromTheFuture',
        { [id()]: { m: ['fromTheFuture', 1, id()], text: { $text: sentence(by) }, weight: 3 } },
      ] as const,
    ])
  return {
    workspace: id(),
    documents: { [`team:${team}#1`]: documentOf('team'), 'workspace#1': documentOf('workspace') },
  }
}
