import { expect, test } from 'vitest'
import { simulate } from './support/simulate.ts'

/** Towns that once broke a law, by what had been wrong. */
const mended = [
  {
    seed: 357,
    was: 'whose right was taken and given back wrote new entries at the places of those that had been taken out',
  },
  { seed: 373, was: 'members spoke between the judging of an entry and its appending' },
  { seed: 465, was: 'what lies beyond a cut waited for ever for what lay before it' },
  { seed: 470, was: 'of two histories a device kept the one that members had not chosen' },
  { seed: 511, was: 'a chain was shorter than the cut and of the other history' },
  { seed: 744, was: 'the first proof of two histories hid where they part' },
]

test.each(mended)(
  'seed $seed: $was',
  async ({ seed }) => {
    expect((await simulate({ seed, count: 400 })).violations).toEqual([])
  },
  600_000,
)
