import { describe, expect, it } from 'vitest'
import { forecast } from '../../src/domain/intake/forecast.ts'
import { commentsOf } from '../../src/domain/discussion/item-comments.ts'
import { planBytes, readBytes } from '../../src/exchange/read-bytes.ts'
import { townHall } from '../domain/intake/town-hall.ts'

const planOf = async (text: string) => {
  const bytes = new TextEncoder().encode(text)
  const read = await readBytes({ name: 'Vorgänge.csv', bytes })
  if (!read.ok || read.value.kind !== 'table') throw new Error(JSON.stringify(read))
  const result = planBytes({ name: 'Vorgänge.csv', bytes }, read.value.mapping)
  if (!result.ok) throw new Error(result.refusal.because)
  return result.value
}

type Issue = Readonly<Record<string, string | readonly string[]>>

const valuesOf = (value: Issue[string] | undefined): readonly string[] => [value ?? ''].flat()
const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Like Jira: a column for each value of the fullest issue, all of the same name. */
const exported = (issues: readonly Issue[]) => {
  const fields = [...new Set(issues.flatMap(issue => Object.keys(issue)))]
  const widths = fields.map(field => Math.max(...issues.map(issue => valuesOf(issue[field]).length)))
  const header = fields.flatMap((field, at) => Array.from({ length: widths[at]! }, () => field))
  const rows = issues.map(issue =>
    fields.flatMap((field, at) => {
      const values = valuesOf(issue[field])
      return Array.from({ length: widths[at]! }, (_, index) => values[index] ?? '')
    }),
  )
  return [header, ...rows].map(row => row.map(quoted).join(',')).join('\r\n')
}

const ben = { Reporter: 'Ben Sander', 'Reporter Id': '712020:ben' }
const issues: readonly Issue[] = [
  {
    ...ben,
    Summary: 'Bauakte digital',
    'Issue key': 'BAU-1',
    'Issue id': '10001',
    'Issue Type': 'Epic',
    Status: 'Laufend',
    'Status Category': 'In Progress',
    Created: '12/Mar/26 9:41 AM',
  },
  {
    ...ben,
    Summary: 'Akte einsehen',
    'Issue key': 'BAU-2',
    'Issue id': '10002',
    'Issue Type': 'Story',
    Status: 'Umgesetzt',
    'Status Category': 'Done',
    Priority: 'High',
    Assignee: 'Clara Weiß',
    'Assignee Id': '712020:clara',
    Created: '12/Mar/26 9:41 AM',
    Resolved: '20/Mar/26 4:05 PM',
    'Due date': '20/Nov/26',
    Labels: ['bau', 'eilt'],
    'Component/s': 'Web, außen',
    Description: 'h2. Worum\n* Punkt *eins*\n* [Satzung|https://example.org/s]',
    'Inward issue link (Blocks)': 'BAU-3',
    Attachment: [
      '13/Mar/26 8:00 AM;712020:clara;Plan; neu.pdf;https://example.org/att/1',
      '13/Mar/26 8:00 AM;712020:clara;Skript;javascript:alert(1)',
    ],
    'Custom field (Story point estimate)': '',
    'Custom field (Story Points)': '5.0',
    Sprint: ['Sprint 1', 'Sprint 2'],
    Comment: [
      '13/Mar/26 8:01 AM;712020:clara;Geht das; oder nicht?\nZweite Zeile',
      '13/Mar/26 8:05 AM;712020:ben;*Ja*',
      '13/Mar/26 8:05 AM;712020:ben;Und noch etwas',
    ],
    Parent: '10001',
  },
  {
    Summary: 'Register anbinden',
    'Issue key': 'BAU-3',
    'Issue id': '10003',
    'Issue Type': 'Task',
    Status: 'Offen',
    'Status Category': 'To Do',
    Created: '12/Mar/26 9:41 AM',
    Description: '[~accountid:712020:clara] weiß mehr',
    'Inward issue link (Blocks)': 'BAU-9',
    'Outward issue link (Blocks)': 'BAU-2',
    'Custom field (Epic Link)': 'BAU-1',
  },
  {
    Summary: 'Schnittstelle prüfen',
    'Issue key': 'BAU-4',
    'Issue id': '10004',
    'Issue Type': 'Sub-task',
    Status: 'Offen',
    'Status Category': 'To Do',
    Created: '12/Mar/26 9:41 AM',
    'Outward issue link (Blocks)': ['BAU-3', 'BAU-4'],
    Parent: '10003',
  },
]
const cloud = exported(issues)

describe('a file of Jira Cloud', () => {
  it('brings what an issue holds', async () => {
    const { kind, items, labels, people, columns } = await planOf(cloud)
    expect(kind).toBe('jira')
    expect(people.map(({ name }) => name)).toEqual(['Clara Weiß'])
    expect(labels.map(({ name }) => name)).toEqual(['bau', 'eilt', 'Web, außen'])
    expect(columns.map(({ name, category }) => [name, category])).toEqual([
      ['Laufend', 'doing'],
      ['Umgesetzt', 'done'],
      ['Offen', 'open'],
    ])
    expect(items[1]).toMatchObject({
      source: 'csv:BAU-2',
      description: '## Worum\n- Punkt **eins**\n- [Satzung](https://example.org/s)',
      estimate: 5,
      priority: 'high',
      due: '2026-11-20',
      createdAt: Date.UTC(2026, 2, 12, 8, 41),
      arrivedAt: Date.UTC(2026, 2, 20, 15, 5),
    })
    expect(items[2]?.description).toBe('@Clara Weiß weiß mehr')
  })

  it('brings comments and attachments with person and date', async () => {
    const { items } = await planOf(cloud)
    expect(items[1]?.comments.map(({ author, text, createdAt }) => [author, text, createdAt])).toEqual([
      ['Clara Weiß', 'Geht das; oder nicht?\nZweite Zeile', Date.UTC(2026, 2, 13, 7, 1)],
      ['Ben Sander', '**Ja**', Date.UTC(2026, 2, 13, 7, 5)],
      ['Ben Sander', 'Und noch etwas', Date.UTC(2026, 2, 13, 7, 5)],
    ])
    expect(items[1]?.links).toMatchObject([{ name: 'Plan; neu.pdf', address: 'https://example.org/att/1' }])
  })

  it('keeps epics, sub-tasks and what blocks what, and says what it cannot keep', async () => {
    const { items, findings } = await planOf(cloud)
    expect(items.map(({ title, kind, parent, blockedBy }) => [title, kind, parent, blockedBy])).toEqual([
      ['Bauakte digital', 'epic', null, []],
      ['Akte einsehen', 'story', 'csv:BAU-1', ['csv:BAU-3']],
      ['Register anbinden', 'story', 'csv:BAU-1', ['csv:BAU-4']],
      ['Schnittstelle prüfen', 'task', 'csv:BAU-3', []],
    ])
    expect(findings.map(({ finding, row, value }) => [finding, row, value])).toEqual([
      ['becameStory', 4, 'Register anbinden'],
      ['blockerUnknown', 4, 'BAU-9'],
      ['blockerUnfit', 5, 'BAU-4'],
    ])
  })

  it('names what has no place, each column once', async () => {
    const { losses } = await planOf(cloud)
    expect(losses.map(({ loss, name, count }) => [name || loss, count])).toEqual([
      ['Reporter', 2],
      ['Reporter Id', 2],
      ['Assignee Id', 1],
      ['Sprint', 2],
      ['attachments', 1],
    ])
  })

  it('comes into columns by its groups of states; a second time only what is new', async () => {
    const hall = townHall()
    const plan = await planOf(cloud)
    hall.bring(plan)
    expect([hall.titlesIn('Umgesetzt'), hall.titlesIn('Offen').length]).toEqual([['Akte einsehen'], 2])
    const card = hall.bySource('csv:BAU-2')!
    expect(card.blockedBy).toEqual([hall.bySource('csv:BAU-3')!.id])
    expect(hall.bySource('csv:BAU-4')!.parent).toBe(hall.bySource('csv:BAU-3')!.id)
    expect(hall.bring(plan)).toMatchObject({ ok: false, refusal: { because: 'nothingToImport' } })

    const [, told] = issues as readonly [Issue, Issue]
    const later = {
      ...told,
      Comment: [
        // Its words were changed there: it is still the same comment.
        '13/Mar/26 8:01 AM;712020:clara;Geht das doch?',
        ...valuesOf(told['Comment']).slice(1),
        '14/Mar/26 9:00 AM;712020:clara;Erledigt',
      ],
    }
    const again = await planOf(exported(issues.with(1, later)))
    expect(forecast(hall.view, hall.ofTeam(), again, hall.choicesFor(again))).toMatchObject({ fresh: 0, comments: 1 })
    hall.bring(again)
    expect(commentsOf(hall.view, card.id).map(({ text }) => text.split('\n')[0])).toEqual([
      'Geht das; oder nicht?',
      '**Ja**',
      'Und noch etwas',
      'Erledigt',
    ])
  })
})

it('knows a German Jira by its headings', async () => {
  const { kind, items, columns } = await planOf(
    exported([
      {
        Zusammenfassung: 'Antrag prüfen',
        Vorgangsschlüssel: 'AMT-1',
        'Vorgangs-ID': '1',
        Vorgangstyp: 'Aufgabe',
        Status: 'Liegt beim Amt',
        Statuskategorie: 'In Arbeit',
        'Benutzerdefinierte Felder (Story Points)': '3',
        Erstellt: '02/Dez/25 9:41 nachm.',
        'Eingehende Vorgangsverknüpfung (Blocks)': 'AMT-2',
        Kommentar: '03/Dez/25 10:00 vorm.;cweiss;Bitte *bald*',
      },
      { Zusammenfassung: 'Gutachten', Vorgangsschlüssel: 'AMT-2', 'Vorgangs-ID': '2', Vorgangstyp: 'Aufgabe' },
    ]),
  )
  expect([kind, columns]).toMatchObject(['jira', [{ name: 'Liegt beim Amt', category: 'doing' }]])
  expect(items[0]).toMatchObject({
    kind: 'task',
    estimate: 3,
    blockedBy: ['csv:AMT-2'],
    createdAt: Date.UTC(2025, 11, 2, 20, 41),
    comments: [{ author: 'cweiss', text: 'Bitte **bald**', createdAt: Date.UTC(2025, 11, 3, 9) }],
  })
})

it('leaves the texts of other tables as they are', async () => {
  const { kind, items } = await planOf('Titel;Beschreibung;Kommentar\nAntrag;# 1 * 2 * 3;Bitte; bald')
  expect([kind, items[0]?.description, items[0]?.comments]).toMatchObject([
    'table',
    '# 1 * 2 * 3',
    [{ author: '', text: 'Bitte', createdAt: null }],
  ])
})
