import { describe, expect, it } from 'vitest'
import { readWikiMarkup } from '../../src/exchange/wiki-markup.ts'

describe('wiki markup of Jira becomes readable', () => {
  it.each([
    ['a heading', 'h2. Ablauf', '## Ablauf'],
    ['points', ' * Antrag\n * Bescheid\n** Anlage', '- Antrag\n- Bescheid\n  - Anlage'],
    ['dashes', '- Antrag\n- Bescheid', '- Antrag\n- Bescheid'],
    ['numbers', '# eins\n# zwei\n## innen\n# drei\n\n# neu', '1. eins\n2. zwei\n  1. innen\n3. drei\n\n1. neu'],
    ['points under numbers', '# eins\n#* dazu\n# zwei', '1. eins\n  - dazu\n2. zwei'],
    ['bold', '*Wichtig:* bis *Freitag*!', '**Wichtig:** bis **Freitag**!'],
    ['sums that are not bold', '3 * 4 * 5 und a*b*c', '3 * 4 * 5 und a*b*c'],
    ['a link', 'Siehe [die Satzung|https://example.org/s_(1)].', 'Siehe [die Satzung](https://example.org/s_%281%29).'],
    ['a card of a link', '[x|https://example.org/a|smart-link]', '[x](https://example.org/a)'],
    ['a bare link', '[https://example.org/a]', 'https://example.org/a'],
    ['a link that would run', '[Klick|javascript:alert(1)]', 'Klick (javascript:alert(1))'],
    ['files and pictures', '[^plan.pdf] und !lage plan.png|thumbnail!', 'plan.pdf und [lage plan.png]'],
    ['exclamations', 'Halt! Nicht so! Bitte!', 'Halt! Nicht so! Bitte!'],
    ['a colour', '{color:#ff0000}rot{color} und {{Pfad}}', 'rot und Pfad'],
    ['a panel', '{panel:title=Hinweis}\nText\n{panel}', 'Text'],
    ['a quotation', 'bq. So steht es da', '> So steht es da'],
    ['a table', '||Amt||Frist||\n|Bauamt|[A|https://a.de]|', 'Amt | Frist\nBauamt | [A](https://a.de)'],
    ['code', 'vor\n{code:java}\n# kein *fett*\n{code}\n# Liste', 'vor\n# kein *fett*\n1. Liste'],
    ['what was escaped', '\\*kein Fett\\* \\[keine Klammer\\]', '*kein Fett* [keine Klammer]'],
    ['a break of the line', 'eins\\\\ zwei', 'eins\n zwei'],
    ['a network path', '\\\\server\\amt', '\\\\server\\amt'],
    ['plain text', 'Dear test,\r\n\r\nMay sdgs.', 'Dear test,\n\nMay sdgs.'],
  ])('%s', (_case, markup, markdown) => {
    expect(readWikiMarkup(markup)).toBe(markdown)
  })

  it('names the people behind account ids', () => {
    const names = new Map([['712020:ab-1', 'Clara Weiß']])
    const nameOf = (id: string) => names.get(id) ?? id
    expect(readWikiMarkup('[~accountid:712020:ab-1] fragt [~bsander]', nameOf)).toBe('@Clara Weiß fragt @bsander')
  })

  it.each(['*', '[', '!', '{', '{{', '|', '# ', '\\', '*a ', '[a|', '!a.png|', '{code}', '{color:', '[~'])(
    'ends with 100,000 times %j',
    sign => {
      expect(readWikiMarkup(sign.repeat(100_000))).toBeTypeOf('string')
    },
  )
})
