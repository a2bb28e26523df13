import { expect, test } from 'vitest'
import { thinOut } from '../../src/ui/chart/series.ts'

const days = (count: number) => Array.from({ length: count }, (_, day) => String(day))

test.each([
  [5, 9, ['0', '1', '2', '3', '4']],
  [15, 8, ['0', '2', '4', '6', '8', '10', '12', '14']],
  [15, 9, ['0', '2', '4', '6', '8', '10', '12', '14']],
  [14, 8, ['0', '2', '4', '6', '8', '10', '13']],
  [3, 2, ['0', '2']],
])('%i days with room for %i', (count, most, shown) => expect(thinOut(days(count), most)).toEqual(shown))
