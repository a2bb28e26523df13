import { describe, expect, it } from 'vitest'
import { planBytes, readBytes } from '../../src/exchange/read-bytes.ts'
import type { TableMapping } from '../../src/domain/intake/table.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const sampleOf = async (text: string) => {
  const result = await readBytes({ name: 'Vorgänge.csv', bytes: bytesOf(text) })
  if (!result.ok || result.value.kind !== 'table') throw new Error(JSON.stringify(result))
  return result.value
}
const planOf = async (text: string, change: Partial<TableMapping> = {}) => {
  const { mapping } = await sampleOf(text)
  const result = planBytes({ name: 'Vorgänge.csv', bytes: bytesOf(text) }, { ...mapping, ...change })
  if (!result.ok) throw new Error(result.refusal.because)
  return result.value
}
const rolesOf = async (text: string) => (await sampleOf(text)).mapping.roles

describe('what columns mean', () => {
  it.each([
    [
      'Jira',
      'Summary;Issue key;Issue id;Issue Type;Status;Priority;Assignee;Created;Resolved;Due Date;Labels;Labels\na;A-1;1;Task;Open;Low;x;;;;;',
      [
        'title',
        'key',
        'otherKey',
        'kind',
        'column',
        'priority',
        'people',
        'created',
        'finished',
        'due',
        'labels',
        'labels',
      ],
    ],
    [
      'Jira auf Deutsch',
      'Zusammenfassung;Vorgangsschlüssel;Vorgangstyp;Bearbeiter;Fälligkeitsdatum;Stichwörter\na;A-1;Aufgabe;x;;',
      ['title', 'key', 'kind', 'people', 'due', 'labels'],
    ],
    [
      'eine Liste aus dem Amt',
      'Lfd. Nr.;Aufgabe;Zuständig;Frist;Stand\n1;Antrag;Ben;1.12.2026;offen',
      ['key', 'title', 'people', 'due', 'column'],
    ],
    ['nur Zahlen unter „task“', 'id;task\nP0-1;5052\nP0-2;17', ['key', 'ignored']],
    ['keine bekannte Überschrift', 'Nummer X;Worum es geht\n1;Antrag\n2;Bescheid', ['ignored', 'title']],
    [
      'gar keine Überschrift',
      'Antrag prüfen;1.12.2026;hoch;Aufgabe;Ben\nBescheid;2.12.2026;;Fehler;Ben',
      ['title', 'due', 'priority', 'kind', 'ignored'],
    ],
    ['zweimal Tage ohne Überschrift', 'Antrag;1.12.2026;2.12.2026', ['title', 'ignored', 'ignored']],
    [
      'Planner',
      'Aufgaben-ID;Aufgabenname;Bucketname;Fortschritt;Priorität;Zugewiesen zu;Fälligkeitsdatum;Checklistenelemente\nyTL;a;Akten;In Arbeit;Dringend;x;;',
      ['key', 'title', 'labels', 'column', 'priority', 'people', 'due', 'checklist'],
    ],
    ['ein Fortschritt in Prozent', 'Titel;Fortschritt\na;50 %', ['title', 'ignored']],
    ['eine leere Schätzung vor der gefüllten', 'Titel;SP;Story Points\na;;3', ['title', 'estimate', 'estimate']],
    ['zweimal der Titel', 'Titel;Name\na;b', ['title', 'ignored']],
    ['nichts als Zahlen', '1;2\n3;4', ['title', 'ignored']],
  ])('%s', async (_case, text, roles) => {
    expect(await rolesOf(text)).toEqual(roles)
  })

  it.each([
    ['Titel;Frist\nAntrag;1.12.2026', true],
    ['Antrag prüfen\nBescheid schreiben', false],
    ['Antrag;1.12.2026\nBescheid;2.12.2026', false],
    ['Worum;Wann\nAntrag;1.12.2026', true],
    ['Worum;\nAntrag;Text', false],
    ['Antrag;Abgeschlossen;1.12.2026\nBescheid;Offen;2.12.2026', false],
  ])('%j has a header: %s', async (text, hasHeader) => {
    expect((await sampleOf(text)).mapping.hasHeader).toBe(hasHeader)
  })

  it('asks which way round days with slashes are, when no row tells', async () => {
    expect((await sampleOf('Titel;Frist\na;03/04/2026')).sample.isDateOrderOpen).toBe(true)
    const told = await sampleOf('Titel;Frist\na;03/04/2026\nb;03/14/2026')
    expect([told.sample.isDateOrderOpen, told.mapping.dateOrder]).toEqual([false, 'monthFirst'])
  })
})

describe('rows become cards', () => {
  it('with everything that has a place', async () => {
    const { items, people, labels, columns } = await planOf(
      [
        'Titel;Schlüssel;Art;Spalte;Schätzung;Priorität;Personen;Labels;Fällig am;Angelegt am;Akzeptanzkriterien;Checkliste;Beschreibung',
        'Antrag prüfen;BAU-1;Fehler;In Arbeit;3,5;hoch;Ben; Eilt, Bau ;1.12.2026;2.11.2026;"[x] Frist steht\n[ ] Amt hat zugestimmt";"# Unterlagen\n[x] Lageplan\n[ ] Statik\n# Leer\n";Mit Lageplan',
      ].join('\r\n'),
    )
    expect(items[0]).toMatchObject({
      title: 'Antrag prüfen',
      sourceKey: 'BAU-1',
      row: 2,
      kind: 'bug',
      estimate: 3.5,
      priority: 'high',
      due: '2026-12-01',
      description: 'Mit Lageplan',
      criteria: [
        { title: 'Frist steht', isDone: true },
        { title: 'Amt hat zugestimmt', isDone: false },
      ],
    })
    expect(items[0]?.checklists.map(({ title, checks }) => [title, checks.length])).toEqual([
      ['Unterlagen', 2],
      ['Leer', 0],
    ])
    expect([people.map(({ name }) => name), labels.map(({ name }) => name), columns.map(({ name }) => name)]).toEqual([
      ['Ben'],
      ['Eilt', 'Bau'],
      ['In Arbeit'],
    ])
  })

  it('joins repeated columns, one value each', async () => {
    const { items, labels } = await planOf('Titel;Labels;Labels;Beschreibung;Beschreibung\nAntrag;Bau;Eilt;Eins;Zwei')
    expect(labels.map(({ name }) => name)).toEqual(['Bau', 'Eilt'])
    expect(items[0]?.description).toBe('Eins\n\nZwei')
  })

  it('takes the key as title where there is none, and says what has neither', async () => {
    const { items, findings } = await planOf('Titel;Schlüssel;Beschreibung\n;A-1;\n;;Ein Rest')
    expect(items.map(({ title }) => title)).toEqual(['A-1'])
    expect(findings).toEqual([{ finding: 'titleMissing', row: 3, field: 'Titel', value: 'Ein Rest' }])
  })

  it('keeps a title that is too long whole before the description, and cuts a book', async () => {
    const { items, findings } = await planOf(
      `Titel;Beschreibung\n${'lang '.repeat(200)};Text\nBuch;${'ß'.repeat(40_000)}`,
    )
    expect(items[0]?.title.length).toBeLessThanOrEqual(500)
    expect(items[0]?.description.endsWith('\n\nText')).toBe(true)
    expect(new TextEncoder().encode(items[1]?.description).length).toBeLessThanOrEqual(32 * 1024)
    expect(findings.map(({ finding }) => finding)).toEqual(['titleCut', 'textCut'])
  })

  it('names what it cannot read, and brings the row all the same', async () => {
    const { items, findings } = await planOf(
      'Titel;Frist;Schätzung;Priorität;Art\nAntrag;bald;viel;egal;Access\nMinus;;-3;;',
    )
    expect(items).toHaveLength(2)
    expect(findings.map(({ finding, row, field, value }) => [finding, row, field, value])).toEqual([
      ['valueUnknown', 2, 'Art', 'Access'],
      ['numberUnreadable', 2, 'Schätzung', 'viel'],
      ['valueUnknown', 2, 'Priorität', 'egal'],
      ['dateUnreadable', 2, 'Frist', 'bald'],
      ['numberUnreadable', 3, 'Schätzung', '-3'],
    ])
  })

  it('names rows that are wider or narrower than the header', async () => {
    const { findings } = await planOf('Titel;Frist\nAntrag;;mehr\nBescheid')
    expect(findings.map(({ finding, row, value }) => [finding, row, value])).toEqual([
      ['rowTooWide', 2, 'mehr'],
      ['rowTooNarrow', 3, 'Bescheid'],
    ])
  })

  it('counts columns without a place, by name or number', async () => {
    const { losses } = await planOf('Titel;Sprint;\nAntrag;7;x\nBescheid;8;')
    expect(losses).toEqual([
      { loss: 'tableColumn', name: 'Sprint', count: 2, examples: ['7', '8'] },
      { loss: 'tableColumn', name: '3', count: 1, examples: ['x'] },
    ])
  })

  it('flags what was finished before it was created, and trusts none of its dates', async () => {
    const { items, findings } = await planOf(
      'Titel;Erstellt;Gelöst\na;2.1.2026;1.1.2026\nb;1.1.2026;2.1.2026\nc;1.1.2026;',
    )
    expect(items.map(({ dates, column, arrivedAt }) => [dates, column, arrivedAt !== null])).toEqual([
      ['contradictory', 'finished', false],
      ['known', 'finished', true],
      ['unknown', null, false],
    ])
    expect(findings).toHaveLength(1)
  })

  it('leaves a row without a state in the backlog where others have one', async () => {
    const { items } = await planOf('Titel;Status\na;Offen\nb;')
    expect(items.map(({ column }) => column)).toEqual(['csv:column:offen', null])
  })
})

describe('where a row is recognised by', () => {
  const sourcesOf = async (text: string) => (await planOf(text)).items.map(({ source }) => source)

  it('is its key, wherever the row stands', async () => {
    const [one, two] = await sourcesOf('Titel;Schlüssel\na;BAU-1\nb;BAU-2')
    expect(await sourcesOf('Schlüssel;Titel;Frist\nBAU-2;b neu;\nBAU-1;a;')).toEqual([two, one])
  })

  it('is a bare number only among tables of the same kind', async () => {
    const [one] = await sourcesOf('Nr;Aufgabe\n1;a')
    expect(await sourcesOf('Nr;Thema\n1;b')).not.toContain(one)
  })

  it('is its title where there is no key, counted where it repeats', async () => {
    const sources = await sourcesOf('Titel\na b c\na b c')
    expect(new Set(sources).size).toBe(2)
    expect(await sourcesOf('Titel\na b c\na b c')).toEqual(sources)
  })

  it('is short whatever the key', async () => {
    const [source] = await sourcesOf(`Titel;Schlüssel\na;${'x'.repeat(400)}`)
    expect(source?.length).toBeLessThan(100)
  })

  it('says when a key comes twice', async () => {
    expect((await planOf('Titel;Schlüssel\na;B-1\nb;B-1')).findings).toEqual([
      { finding: 'keyRepeated', row: 3, field: 'Schlüssel', value: 'B-1' },
    ])
  })
})

describe('parents', () => {
  it('are found by either key; what cannot hold parts, is missing or goes in circles is named', async () => {
    const { items, findings } = await planOf(
      [
        'Titel;Issue key;Issue id;Issue Type;Parent id',
        'Bauantrag;B-1;101;Epic;',
        'Prüfen;B-2;102;Story;101',
        'Unterlagen;B-3;103;Sub-task;B-2',
        'Unter Aufgabe;B-4;104;Sub-task;103',
        'Verwaist;B-5;105;Task;999',
        'Kreis;B-6;106;Story;107',
        'Kreis zurück;B-7;107;Story;106',
      ].join('\n'),
    )
    expect(items.map(({ title, parent }) => [title, parent])).toEqual([
      ['Bauantrag', null],
      ['Prüfen', 'csv:B-1'],
      ['Unterlagen', 'csv:B-2'],
      ['Unter Aufgabe', null],
      ['Verwaist', null],
      ['Kreis', null],
      ['Kreis zurück', null],
    ])
    expect(findings.map(({ finding, row }) => [finding, row])).toEqual([
      ['parentUnfit', 5],
      ['parentUnknown', 6],
      ['parentUnfit', 7],
      ['parentUnfit', 8],
    ])
  })
})
