import { expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { comment } from '../../../src/domain/discussion/comment.ts'
import { create } from '../../../src/domain/kernel/change.ts'
import { criteria } from '../../../src/domain/work/check.ts'
import { mailText, type MailWords } from '../../../src/domain/work/mail-text.ts'
import { buildingOffice, created } from './building-office.ts'

const words: MailWords = {
  kinds: { epic: 'Epic', story: 'Story', task: 'Aufgabe', bug: 'Fehler', spike: 'Erkundung' },
  priorities: { lowest: 'sehr niedrig', low: 'niedrig', medium: 'mittel', high: 'hoch', highest: 'sehr hoch' },
  backlog: 'Backlog',
  column: 'Spalte',
  sprint: 'Sprint',
  people: 'Personen',
  estimate: 'Schätzung',
  due: 'Fällig',
  priority: 'Priorität',
  labels: 'Labels',
  parent: 'Epic',
  criteria: 'Akzeptanzkriterien',
  links: 'Verweise',
  files: 'Dateien',
  comments: 'Kommentare',
  moment: at => new Date(at).toISOString().slice(0, 10),
  day: day => day.split('-').toReversed().join('.'),
  number: value => String(value).replace('.', ','),
}

test('a card with something of everything reads well in any mail program', () => {
  const { card, columns, done, get, view, sprint, write, document, office, personId } = buildingOffice('scrum')
  const epic = card('Bauantrag online', 'backlog', { kind: 'epic' })
  const label = created(done(commands.createLabel, { name: 'OZG', hue: 'blue' }), 'label')
  const id = card('Antragsformular', columns.doing, {
    kind: 'story',
    description:
      'Die Bauherrin stellt ihren Antrag von zu Hause aus und sieht am Ende, was noch fehlt.\n\n- Papier bleibt möglich\n',
    estimate: 2.5,
    due: '2026-12-01',
    priority: 'high',
    people: ['anna', personId('Ben'), 'gone'],
    labels: [label, 'gone'],
    parent: epic,
  })
  write(get(id), 'sprint', sprint('Sprint 7', 'running'))
  done(commands.addChecks, { item: id, list: criteria, text: '[x] barrierefrei\nauf dem Telefon' })
  const list = created(done(commands.addChecklist, { item: id, title: 'Mitzeichnung' }), 'checklist')
  done(commands.addChecks, { item: id, list, text: 'Datenschutz' })
  done(commands.addLink, { item: id, address: 'https://www.musterstadt.de', name: 'Portal' })
  done(commands.addLink, { item: id, address: '10.23.4-2026/17' })
  const photo = { name: 'Entwurf.png', mediaType: 'image/png', size: 5, hash: 'e'.repeat(64) }
  done(commands.addAttachments, { item: id, files: [photo] })
  done(commands.addComment, { item: id, text: 'Ben prüft die Pflichtfelder.' })
  const imported = { item: id, text: 'Stand im alten Board.', author: 'Clara Weiß', source: 'trello:1' }
  office.apply(create(comment, { document, id: 'zz' }, imported, { now: Date.UTC(2025, 4, 2), actor: 'gone' }))
  expect(mailText(view, get(id), words)).toBe(`${get(id).key} Antragsformular (Story)

Spalte: In Arbeit
Sprint: Sprint 7
Personen: Anna, Ben
Schätzung: 2,5
Fällig: 01.12.2026
Priorität: hoch
Labels: OZG
Epic: ${get(epic).key} Bauantrag online

Die Bauherrin stellt ihren Antrag von zu Hause aus und sieht am Ende,
was noch fehlt.

- Papier bleibt möglich

Akzeptanzkriterien
[x] barrierefrei
[ ] auf dem Telefon

Mitzeichnung
[ ] Datenschutz

Verweise
- Portal: https://www.musterstadt.de
- 10.23.4-2026/17

Dateien
- Entwurf.png

Kommentare
Clara Weiß, 2025-05-02
Stand im alten Board.

Anna, 2026-11-16
Ben prüft die Pflichtfelder.`)
})

test('of a plain card there is little to say', () => {
  const { card, get, view } = buildingOffice()
  const id = card('Fax abschaffen', 'backlog')
  expect(mailText(view, get(id), words)).toBe(`${get(id).key} Fax abschaffen (Aufgabe)\n\nSpalte: Backlog`)
})
