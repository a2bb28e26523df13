import { expect, test } from 'vitest'
import { formatText, type Format } from '../../../src/features/card/format-text.ts'

/** The selection stands between bars; one bar is a caret. */
const read = (marked: string): readonly [string, number, number] => {
  const from = marked.indexOf('|')
  const to = marked.lastIndexOf('|')
  return [marked.replaceAll('|', ''), from, from === to ? from : to - 1]
}

const apply = (marked: string, format: Format): string => {
  const [text, start, end] = read(marked)
  const { from, to, by, select } = formatText(text, [start, end], format)
  const after = text.slice(0, from) + by + text.slice(to)
  const [first, last] = select
  return first === last
    ? `${after.slice(0, first)}|${after.slice(first)}`
    : `${after.slice(0, first)}|${after.slice(first, last)}|${after.slice(last)}`
}

test.each([
  ['bold', 'Das |Geländer| ist lose', 'Das **|Geländer|** ist lose'],
  ['bold', 'Das **|Geländer|** ist lose', 'Das |Geländer| ist lose'],
  ['bold', 'Neu: |', 'Neu: **|**'],
  ['heading', 'Eins\nBe|fund\nZwei', 'Eins\n## Befund|\nZwei'],
  ['heading', '## Be|fund', 'Befund|'],
  ['list', '|Eins\nZwei|', '- Eins\n- Zwei|'],
  ['list', '|- Eins\n- Zwei|', 'Eins\nZwei|'],
  ['tick', '- Ei|ns', '- [ ] Eins|'],
  ['list', '- [x] Ei|ns', '- Eins|'],
  ['link', 'siehe |Satzung|', 'siehe [Satzung](https://|)'],
  ['link', '|https://example.org/a|', '[|](https://example.org/a)'],
] as const)('%s: %j becomes %j', (format, before, after) => {
  expect(apply(before, format)).toBe(after)
})
