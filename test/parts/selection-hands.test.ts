import { describe, expect, test } from 'vitest'
import { moversOf, spotOf } from '../../src/parts/selection-hands.ts'

const zones = [
  { id: 'sprint', cards: ['Wohngeld', 'Kataster'] },
  { id: 'backlog', cards: ['Bauantrag', 'Bescheid', 'Schulung', 'Ablage'] },
]
const [, list = { id: '', cards: [] }] = zones

describe('a drop takes', () => {
  test.each([
    ['the dragged card alone', 'Bescheid', [], ['Bescheid']],
    ['it alone, when others are selected', 'Bescheid', ['Ablage', 'Schulung'], ['Bescheid']],
    [
      'all selected ones in their order, when it is one of them',
      'Ablage',
      ['Ablage', 'Kataster', 'Bauantrag'],
      ['Kataster', 'Bauantrag', 'Ablage'],
    ],
  ])('%s', (_case, card, selected, movers) => {
    expect(moversOf(zones, card, new Set(selected))).toEqual(movers)
  })
})

describe('cards land', () => {
  test.each([
    ['between the neighbours', 'Bauantrag', 'Bescheid', ['Ablage'], { after: 'Bauantrag', before: 'Bescheid' }],
    ['on top', undefined, 'Bauantrag', ['Ablage'], { after: undefined, before: 'Bauantrag' }],
    ['at the end', 'Schulung', undefined, ['Ablage'], { after: 'Schulung', before: undefined }],
    [
      'beside neighbours that stay, not those that come along',
      'Bescheid',
      'Schulung',
      ['Bescheid', 'Schulung'],
      { after: 'Bauantrag', before: 'Ablage' },
    ],
  ])('%s', (_case, before, after, movers, spot) => {
    expect(spotOf(list, { before, after }, new Set(movers))).toEqual(spot)
  })
})
