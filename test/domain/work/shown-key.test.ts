import { expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { create } from '../../../src/domain/kernel/change.ts'
import { item } from '../../../src/domain/work/item.ts'
import { itemByKey, longKey, shownKey, shownKeyOf } from '../../../src/domain/work/shown-key.ts'
import { buildingOffice } from './building-office.ts'

const key = 'DIG-7K3QX'

/** Cards as two devices may have made them while apart: other ids, and by chance the same key. */
const office = (...ids: readonly string[]) => {
  const scene = buildingOffice()
  const bring = (id: string, document = scene.document) => {
    const values = { title: id, key, position: [scene.columns.doing, 'a1'] } as const
    scene.office.apply(create(item, { document, id }, values, scene.office.context()))
  }
  for (const id of ids) bring(id)
  return { ...scene, bring, keys: () => ids.map(id => shownKeyOf(scene.view, id)) }
}

test('a key that is there once is shown as it is', () => {
  expect(office('anna0form').keys()).toEqual([key])
})

test('a merge that brings the same key twice shows a sixth character on both, the same on every device', () => {
  const keys = office('anna0form', 'ben0letter').keys()
  for (const shown of keys) expect(shown).toMatch(/^DIG-7K3QX[234679ACDEFGHJKMNPQRTWXYZ]$/)
  expect(new Set(keys).size).toBe(2)
  expect(office('ben0letter', 'anna0form').keys()).toEqual(keys.toReversed())
})

test('where the sixth character is the same too a seventh tells them apart', () => {
  const keys = office('ab', 'ac').keys()
  expect(keys.map(shown => shown.length)).toEqual([key.length + 2, key.length + 2])
  expect(new Set(keys).size).toBe(2)
})

test('ids that tell nothing apart end somewhere', () => {
  // Both map to the same letters: 25 letters lie between them.
  expect(office('a', 'H').keys()).toEqual([
    `${key}${longKey({ id: 'a', key: '' })}`,
    `${key}${longKey({ id: 'a', key: '' })}`,
  ])
})

test('a card of another team or in the bin is no double', () => {
  const scene = office('anna0form')
  scene.bring('ben0letter', 'team:other#1')
  expect(scene.keys()).toEqual([key])
  scene.bring('clara0plan')
  expect(scene.keys()).not.toEqual([key])
  scene.done(commands.deleteItems, { items: ['clara0plan'] })
  expect(scene.keys()).toEqual([key])
})

test('each shown key leads to its card; a longer one also after the other card has gone, a shorter one to the first', () => {
  const { view, document, keys, done } = office('anna0form', 'ben0letter')
  const [form = '', letter = ''] = keys()
  expect([form, letter].map(shown => itemByKey(view, document, shown))).toEqual(['anna0form', 'ben0letter'])
  expect(['anna0form', 'ben0letter']).toContain(itemByKey(view, document, key))
  done(commands.deleteItems, { items: ['anna0form'] })
  expect(itemByKey(view, document, letter)).toBe('ben0letter')
  expect(itemByKey(view, document, form)).toBeUndefined()
  expect(itemByKey(view, document, 'DIG-99999')).toBeUndefined()
  expect(itemByKey(view, document, '')).toBeUndefined()
})

test('what is not here has no key; search looks for the longer one', () => {
  const { view, get } = office('anna0form', 'ben0letter')
  expect(shownKeyOf(view, 'never-seen')).toBe('')
  expect(longKey(get('anna0form'))).toBe(shownKey(view, get('anna0form')))
})
