import { allCommands as commands } from '../../../src/domain/commands.ts'
import { criteria } from '../../../src/domain/work/check.ts'
import { created } from '../work/building-office.ts'
import type { OfficeApart } from './office-apart.ts'

/** What is done to the card “Lageplan” in the column Bereit while Anna is away, and what she is told of it. */
export type Scene = readonly [what: string, work: (at: OfficeApart, card: string) => unknown, told: readonly object[]]

export const changed: readonly Scene[] = [
  [
    'moved',
    ({ ben, columns }, item) => ben(commands.moveItem, { item, place: columns.review, spot: 'top' }),
    [{ kind: 'moved', from: 'Bereit', to: 'Prüfung' }],
  ],
  [
    'moved by way of another column',
    ({ ben, clara, columns }, item) => {
      ben(commands.moveItem, { item, place: columns.doing, spot: 'top' })
      clara(commands.moveItem, { item, place: columns.finished, spot: 'top' })
    },
    [{ kind: 'moved', from: 'Bereit', to: 'Erledigt' }],
  ],
  [
    'put into the backlog',
    ({ ben }, item) => ben(commands.moveItem, { item, place: 'backlog', spot: 'top' }),
    [{ kind: 'moved', from: 'Bereit', to: null }],
  ],
  [
    'renamed',
    ({ ben }, item) => ben(commands.renameItem, { item, title: 'Lageplan 1:500' }),
    [{ kind: 'renamed', name: 'Lageplan' }],
  ],
  [
    'described',
    ({ ben }, item) => ben(commands.describeItem, { item, description: 'Nach § 7' }),
    [{ kind: 'described' }],
  ],
  [
    'estimated',
    ({ ben }, item) => ben(commands.estimateItems, { items: [item], estimate: 5 }),
    [{ kind: 'estimated', from: null, to: 5 }],
  ],
  [
    'scheduled and prioritised',
    ({ ben }, item) => {
      ben(commands.scheduleItems, { items: [item], due: '2026-12-24' })
      ben(commands.prioritiseItems, { items: [item], priority: 'high' })
    },
    [
      { kind: 'scheduled', from: null, to: '2026-12-24' },
      { kind: 'prioritised', from: 'medium', to: 'high' },
    ],
  ],
  [
    'of another kind',
    ({ ben }, item) => ben(commands.changeKind, { item, kind: 'bug' }),
    [{ kind: 'kindChanged', from: 'task', to: 'bug' }],
  ],
  [
    'assigned',
    ({ ben, personId }, item) => ben(commands.assignItems, { items: [item], person: personId('Clara') }),
    [{ kind: 'assigned', name: 'Clara' }],
  ],
  [
    'taken from somebody',
    ({ ben, clara, personId, remember }, item) => {
      ben(commands.assignItems, { items: [item], person: personId('Clara') })
      remember()
      clara(commands.unassignItems, { items: [item], person: personId('Clara') })
    },
    [{ kind: 'unassigned', name: 'Clara' }],
  ],
  [
    'labelled',
    ({ ben }, item) => ben(commands.createLabel, { name: 'Datenschutz', hue: 'red', items: [item] }),
    [{ kind: 'labelled', name: 'Datenschutz' }],
  ],
  [
    'in a sprint',
    ({ ben, sprint }, item) => ben(commands.addToSprint, { sprint: sprint('Sprint 3', 'planned'), items: [item] }),
    [{ kind: 'toSprint', name: 'Sprint 3' }],
  ],
  [
    'out of a sprint',
    ({ anna, ben, sprint, remember }, item) => {
      anna(commands.addToSprint, { sprint: sprint('Sprint 3', 'planned'), items: [item] })
      remember()
      ben(commands.removeFromSprint, { items: [item] })
    },
    [{ kind: 'moved', from: 'Bereit', to: null }, { kind: 'outOfSprint' }],
  ],
  [
    'under an epic',
    ({ card, ben }, item) =>
      ben(commands.setParent, { item, parent: card('Bauantrag online', 'backlog', { kind: 'epic' }) }),
    [{ kind: 'toEpic', name: 'Bauantrag online' }],
  ],
  [
    'under an epic, and out of it again a visit later',
    ({ card, ben, remember }, item) => {
      const epic = card('Bauantrag online', 'backlog', { kind: 'epic' })
      ben(commands.setParent, { item, parent: epic })
      remember()
      ben(commands.setParent, { item, parent: null })
    },
    [{ kind: 'outOfEpic' }],
  ],
  [
    'waiting for another one',
    ({ card, ben }, item) => ben(commands.addBlocker, { item, blocker: card('Formate prüfen') }),
    [{ kind: 'waits', name: 'Formate prüfen' }],
  ],
  ['dropped', ({ ben }, item) => ben(commands.dropItems, { items: [item] }), [{ kind: 'dropped' }]],
  [
    'taken back',
    ({ anna, ben, remember }, item) => {
      anna(commands.dropItems, { items: [item] })
      remember()
      ben(commands.takeBackItems, { items: [item] })
    },
    [{ kind: 'takenBack' }],
  ],
  [
    'held up',
    ({ ben, teamId }, item) =>
      ben(commands.reportImpediment, { team: teamId, title: 'Kein Testzugang', items: [item] }),
    [{ kind: 'blocked', name: 'Kein Testzugang' }],
  ],
  [
    'talked about',
    ({ ben, clara }, item) => {
      ben(commands.addComment, { item, text: 'Liegt beim Katasteramt.' })
      ben(commands.addComment, { item, text: 'Kommt Montag.' })
      clara(commands.addComment, { item, text: 'Danke.' })
    },
    [
      { kind: 'commented', areMany: true },
      { kind: 'commented', areMany: false },
    ],
  ],
  [
    'given points to tick',
    ({ ben }, item) => ben(commands.addChecks, { item, list: criteria, text: 'lesbar\nvollständig' }),
    [{ kind: 'checkAdded', areMany: true }],
  ],
  [
    'ticked',
    ({ anna, ben, remember }, item) => {
      const check = created(anna(commands.addChecks, { item, list: criteria, text: 'lesbar' }), 'check')
      remember()
      ben(commands.tickCheck, { check, isDone: true })
    },
    [{ kind: 'checkTicked', areMany: false }],
  ],
  [
    'opened again and worded anew',
    ({ anna, ben, clara, remember }, item) => {
      const check = created(anna(commands.addChecks, { item, list: criteria, text: 'lesbar' }), 'check')
      const other = created(anna(commands.addChecks, { item, list: criteria, text: 'schön' }), 'check')
      anna(commands.tickCheck, { check, isDone: true })
      remember()
      ben(commands.tickCheck, { check, isDone: false })
      clara(commands.renameCheck, { check: other, title: 'barrierefrei' })
    },
    [
      { kind: 'checkOpened', areMany: false },
      { kind: 'checkEdited', areMany: false },
    ],
  ],
  [
    'relieved of a comment',
    ({ ben, remember }, item) => {
      const comment = created(ben(commands.addComment, { item, text: 'Erledigt?' }), 'comment')
      remember()
      ben(commands.deleteComment, { comment })
    },
    [{ kind: 'commentRemoved', areMany: false }],
  ],
  [
    'given back a comment',
    ({ ben, remember }, item) => {
      const comment = created(ben(commands.addComment, { item, text: 'Erledigt?' }), 'comment')
      ben(commands.deleteComment, { comment })
      remember()
      ben(commands.restoreComment, { comment })
    },
    [{ kind: 'commented', areMany: false }],
  ],
  ['deleted', ({ ben }, item) => ben(commands.deleteItems, { items: [item] }), [{ kind: 'deleted' }]],
  [
    'changed, talked about and then deleted',
    ({ ben, clara }, item) => {
      ben(commands.renameItem, { item, title: 'Plan' })
      ben(commands.addComment, { item, text: 'Weg damit?' })
      clara(commands.deleteItems, { items: [item] })
    },
    [{ kind: 'deleted' }],
  ],
  [
    'brought back',
    ({ anna, ben, remember }, item) => {
      anna(commands.deleteItems, { items: [item] })
      remember()
      ben(commands.restoreItems, { items: [item] })
    },
    [{ kind: 'restored' }],
  ],
]
