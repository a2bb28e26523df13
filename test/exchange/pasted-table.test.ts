import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { item } from '../../src/domain/work/item.ts'
import { pastedColumns } from '../../src/domain/work/pasted-table.ts'
import { planBytes, readBytes } from '../../src/exchange/read-bytes.ts'
import { townHall } from '../domain/intake/town-hall.ts'

/** Sixty rows as Excel copies them: tabs, CRLF, cells of several lines in quotation marks, others that only begin with one. */
const copied = readFileSync(new URL('fixtures/pasted-60-rows.tsv', import.meta.url), 'utf8')
const withoutHeader = copied.slice(copied.indexOf('\n') + 1)

const planOf = async (text: string) => {
  const file = { name: 'Eingefügte Tabelle', bytes: new TextEncoder().encode(text) }
  const read = await readBytes(file)
  if (!read.ok || read.value.kind !== 'table') throw new Error(JSON.stringify(read))
  const result = planBytes(file, read.value.mapping)
  if (!result.ok) throw new Error(result.refusal.because)
  return { plan: result.value, ...read.value }
}

describe('a table of sixty rows, pasted', () => {
  it('is seen as one, with all its columns', () => {
    expect([pastedColumns(copied), pastedColumns(withoutHeader)]).toEqual([9, 9])
  })

  it('is understood by its headings', async () => {
    const { mapping, sample, plan } = await planOf(copied)
    expect(mapping).toMatchObject({
      hasHeader: true,
      decimal: ',',
      roles: ['key', 'title', 'description', 'people', 'column', 'due', 'estimate', 'priority', 'labels'],
    })
    expect([sample.rowCount, plan.items.length, plan.losses]).toEqual([60, 60, []])
    expect(plan.findings.map(({ finding, value }) => [finding, value])).toEqual([['dateUnreadable', 'Montag']])
    expect(plan.items[5]).toMatchObject({
      title: 'Straßenkataster abgleichen: Meldestelle',
      description: 'Rücksprache mit Meldestelle, dann weiter; Größe: 5,5 m²',
      due: '2026-12-05',
      estimate: 8,
    })
    expect(plan.items[4]?.description).toBe(
      'Zuerst das Muster ansehen.\n- Bürgerbüro fragen\n- Frist "5 Tage" beachten',
    )
    expect(plan.items.filter(({ title }) => title.startsWith('"'))).toHaveLength(9)
    expect(plan.items[3]?.estimate).toBe(3.5)
    expect(plan.items[17]?.people).toHaveLength(2)
    expect(plan.people.map(({ name }) => name)).toEqual(['Jürgen Weiß', 'Ayşe Öztürk', 'Clara Groß', 'Ben Sander'])
  })

  it('is understood without headings as far as its cells tell', async () => {
    const { mapping, plan } = await planOf(withoutHeader)
    expect([mapping.hasHeader, plan.items.length]).toEqual([false, 60])
    expect(mapping.roles.map((role, index) => [role, index]).filter(([role]) => role !== 'ignored')).toEqual([
      ['title', 1],
      ['due', 5],
      ['priority', 7],
    ])
    expect(plan.items[0]?.title).toBe('"Bauantrag" prüfen, Meldestelle')
  })

  it('becomes sixty cards in their columns, once', async () => {
    const hall = townHall()
    const { plan } = await planOf(copied)
    hall.bring(plan)
    const titles = hall.columnNames().flatMap(name => hall.titlesIn(name))
    expect(titles).toHaveLength(60)
    expect(hall.columnNames()).toEqual(['Bereit', 'Offen', 'In Arbeit', 'Prüfung', 'Erledigt'])
    expect(hall.view.get(item, hall.bySource(plan.items[2]!.source)!.id)?.due).toBe('2026-11-26')
    expect(hall.bring(plan)).toMatchObject({ ok: false, refusal: { because: 'nothingToImport' } })
  })
})
