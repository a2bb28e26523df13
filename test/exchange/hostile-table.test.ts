import { describe, expect, it } from 'vitest'
import type { FieldRole } from '../../src/domain/intake/table.ts'
import { fieldRoles } from '../../src/domain/intake/table.ts'
import { longestDescription } from '../../src/domain/work/item.ts'
import { planBytes, readBytes } from '../../src/exchange/read-bytes.ts'
import { townHall } from '../domain/intake/town-hall.ts'

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** One card whose every column of a role holds this cell. */
const planWith = (cell: string, roles: readonly FieldRole[], headings: readonly string[] = roles) => {
  const row = roles.map(role => (role === 'title' ? 'Antrag' : quoted(cell)))
  const bytes = bytesOf([headings.join(';'), row.join(';')].join('\n'))
  const mapping = { hasHeader: true, roles, dateOrder: 'dayFirst', decimal: ',' } as const
  const result = planBytes({ name: 'liste.csv', bytes }, mapping)
  if (!result.ok) throw new Error(result.refusal.because)
  return result.value
}
const everyRole = fieldRoles.filter(role => role !== 'ignored')

const cells: readonly (readonly [string, string])[] = [
  ['a formula', '=HYPERLINK("http://böse.example";"Klick")'],
  ['a script', '<script>alert(1)</script><img src=x onerror=alert(2)>'],
  ['an address that runs', 'javascript:alert(1)'],
  ['a way to the prototype', '__proto__'],
  ['zeros', `a\0b ${'und weiter '.repeat(20)}`],
  ['a mark of the byte order', '\uFEFFAntrag\uFEFF'],
  ['marks that turn the direction', 'plan\u202Efdp.exe'],
  ['half a character', 'x\uD83Dy'],
  ['a megabyte of one word', 'x'.repeat(1_000_000)],
  ['a megabyte of parts', 'a;b,c\n'.repeat(150_000)],
  ['a megabyte of boxes', '- [x] y\n'.repeat(120_000)],
  ['a megabyte of lists', '# l\n'.repeat(250_000)],
  ['a megabyte of addresses', 'https://a.de\n'.repeat(70_000)],
  ['a megabyte of blanks', ` ${'\t \n'.repeat(300_000)}x`],
]

describe('a hostile cell under every heading at once', () => {
  it.each(cells)('%s comes in as plain text, in the measure of a card', (_case, cell) => {
    const plan = planWith(cell, everyRole)
    const [one] = plan.items
    expect(plan.items).toHaveLength(1)
    expect(bytesOf(one!.description).length).toBeLessThanOrEqual(longestDescription)
    expect(one!.people.length + one!.labels.length + one!.checklists.length).toBeLessThanOrEqual(150)
    expect(one!.comments.length + one!.links.length + one!.criteria.length).toBeLessThanOrEqual(1000)
    expect(one!.links.filter(({ address }) => /^javascript:/i.test(address))).toEqual([])
    expect(JSON.stringify(plan).length).toBeLessThan(500_000)
    expect(JSON.stringify(plan)).not.toContain(String.raw`\u0000`)
    const hall = townHall()
    expect(hall.bring(plan).ok).toBe(true)
    expect(hall.bySource(one!.source)?.title).toBe('Antrag')
  })

  it.each(cells)('%s is a title, too', (_case, cell) => {
    const bytes = bytesOf(`Titel;Schlüssel\n${quoted(cell)};BAU-1`)
    const mapping = { hasHeader: true, roles: ['title', 'key'], dateOrder: 'dayFirst', decimal: ',' } as const
    const result = planBytes({ name: 'liste.csv', bytes }, mapping)
    const [one] = result.ok ? result.value.items : []
    expect(one?.title.length).toBeLessThanOrEqual(500)
    expect(one?.title).not.toMatch(/[\0\n\t\uFEFF]|^$/)
    expect(result.ok && townHall().bring(result.value).ok).toBe(true)
  })

  it.each(cells)('%s in a table of Jira, too', (_case, cell) => {
    const headings = [
      'Summary',
      'Issue key',
      'Issue id',
      'Issue Type',
      'Description',
      'Comment',
      'Attachment',
      'Labels',
    ]
    const roles = ['title', 'key', 'otherKey', 'kind', 'description', 'comments', 'links', 'labels'] as const
    const plan = planWith(cell, roles, headings)
    expect([plan.kind, plan.items.length]).toEqual(['jira', 1])
    expect(JSON.stringify(plan).length).toBeLessThan(500_000)
    expect(townHall().bring(plan).ok).toBe(true)
  })
})

describe('a hostile table', () => {
  const read = (text: string, name = 'liste.csv') => readBytes({ name, bytes: bytesOf(text) })

  it.each([
    ['10,000 columns', Array.from({ length: 10_000 }, (_, index) => `Spalte ${index}`).join(';'), 'tooManyColumns'],
    ['a row of 10,000 cells under two headings', `Titel;Frist\n${'x;'.repeat(10_000)}`, 'tooManyColumns'],
    ['more rows than anybody looks through', 'Titel;Frist\n'.repeat(60_000), 'tooManyRows'],
    ['nothing but delimiters', ';;;\n;;;\n', 'noRows'],
  ])('%s is refused with a sentence', async (_case, text, because) => {
    expect(await read(text)).toMatchObject({ ok: false, refusal: { because } })
  })

  it.each(['[x] Antrag\t20.11.2026', '{Entwurf} Antrag;morgen', '[1] Antrag;morgen'])(
    '%j is a table, though JSON begins like it',
    async text => {
      expect(await read(`${text}\n${text}`, 'Eingefügte Tabelle')).toMatchObject({ ok: true, value: { kind: 'table' } })
    },
  )

  it('with a column of states that are none brings its cards into the backlog', () => {
    const rows = Array.from({ length: 80 }, (_, index) => `Antrag ${index};Zustand ${index}`)
    const mapping = { hasHeader: true, roles: ['title', 'column'], dateOrder: 'dayFirst', decimal: ',' } as const
    const result = planBytes({ name: 'x.csv', bytes: bytesOf(['Titel;Status', ...rows].join('\n')) }, mapping)
    const plan = result.ok ? result.value : undefined
    expect([plan?.columns.length, plan?.items.filter(({ column }) => column === null).length]).toEqual([50, 30])
    expect(plan?.findings).toHaveLength(30)
  })
})
