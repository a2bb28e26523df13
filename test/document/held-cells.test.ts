import { expect, test } from 'vitest'
import { heldCells } from '../../src/document/held-cells.ts'
import { RecordDocument } from '../../src/document/record-document.ts'
import type { Change } from '../../src/domain/kernel/change.ts'
import { create } from '../../src/domain/kernel/change.ts'
import { allRecords } from '../../src/domain/records.ts'
import { item } from '../../src/domain/work/item.ts'

const home = 'team:bau#1'
const change = (cell: string, before: Change['before'], after: Change['after']): Change => ({
  document: home,
  type: 'item',
  id: 'plan',
  cell,
  before,
  after,
})

/** Anna and Ben at two desks; what either writes is merged at both. */
const twoDesks = () => {
  const [anna, ben] = [0, 1].map(() => new RecordDocument(home, allRecords, () => 0)) as [
    RecordDocument,
    RecordDocument,
  ]
  let stamp = 0
  const write = (from: RecordDocument, ...changes: readonly Change[]): readonly Uint8Array[] => {
    const updates = from.apply(changes, ++stamp * 2 ** 16)
    const other = from === anna ? ben : anna
    other.mergeAll(updates, 'remote')
    return updates
  }
  const values = { title: 'Lageplan', description: 'Maßstab 1:500, farbig' }
  write(anna, ...create(item, { document: home, id: 'plan' }, values, { now: 1, actor: 'anna' }))
  const held = (updates: readonly Uint8Array[]) =>
    [...new Set(updates.flatMap(update => heldCells(anna.ydoc, update)).map(({ id, cell }) => `${id}.${cell}`))].sort()
  return { anna, ben, write, held }
}

const described = (after: string): Change => change('description', 'Maßstab 1:500, farbig', after)

test.each<readonly [string, readonly Change[], readonly Change[], readonly string[]]>([
  ['a value', [change('title', 'Lageplan', 'Plan')], [], ['plan.title']],
  ['a value that Anna has replaced', [change('title', 'Lageplan', 'Plan')], [change('title', 'Plan', 'Lageplan')], []],
  [
    'an element and a fact',
    [change('p:ben', undefined, 1), change('at:1:abcd', undefined, ['blocked', 'i'])],
    [],
    ['plan.at:1:abcd', 'plan.p:ben'],
  ],
  ['words added to a long text', [described('Maßstab 1:500, farbig, dreifach')], [], ['plan.description']],
  ['words taken out of a long text', [described('Maßstab 1:500')], [], ['plan.description']],
  [
    'words that Anna has taken out again',
    [described('Maßstab 1:500, farbig, dreifach')],
    [change('description', 'Maßstab 1:500, farbig, dreifach', 'Maßstab 1:500, farbig')],
    [],
  ],
  [
    'two cells, of which Anna has replaced one',
    [change('title', 'Lageplan', 'Plan'), change('estimate', undefined, 3)],
    [change('estimate', 3, 5)],
    ['plan.title'],
  ],
])('Ben writes %s', (_, bens, annas, wanted) => {
  const { anna, ben, write, held } = twoDesks()
  const updates = write(ben, ...bens)
  if (annas.length > 0) write(anna, ...annas)
  expect(held(updates)).toEqual(wanted)
})

test('a record that is made holds all its cells', () => {
  const { ben, write, held } = twoDesks()
  const made = create(item, { document: home, id: 'statik' }, { title: 'Statik' }, { now: 2, actor: 'ben' })
  expect(held(write(ben, ...made))).toEqual(['statik.description', 'statik.m', 'statik.title'])
})

test('what waits for something that is not here yet holds nothing', () => {
  const [anna, ben] = [new RecordDocument(home, allRecords, () => 0), new RecordDocument(home, allRecords, () => 0)]
  ben.apply(create(item, { document: home, id: 'plan' }, { title: 'Lageplan' }, { now: 1, actor: 'ben' }), 1)
  const [late] = ben.apply([change('title', 'Lageplan', 'Plan')], 2)
  anna.merge(late!, 'remote')
  expect(heldCells(anna.ydoc, late!)).toEqual([])
})
