import { expect, test } from 'vitest'
import type { PlainDocument } from '../../src/document/canonical.ts'
import { digestOf } from '../../src/document/canonical.ts'
import { allCommands, type CommandName } from '../../src/domain/commands.ts'
import { removeAttachment } from '../../src/domain/attachments/edit-attachment.ts'
import { removeLink } from '../../src/domain/attachments/edit-link.ts'
import { deleteComment } from '../../src/domain/discussion/edit-comment.ts'
import { labelItems } from '../../src/domain/work/edit-sets.ts'
import { addBlocker } from '../../src/domain/work/edit-family.ts'
import { deleteImpediment } from '../../src/domain/impediments/report-impediment.ts'
import { deleteColumn } from '../../src/domain/kanban/delete-column.ts'
import { removePerson } from '../../src/domain/people/edit-person.ts'
import { foundTeam } from '../../src/domain/people/found-team.ts'
import { deleteTeam } from '../../src/domain/people/edit-team.ts'
import { planSprint } from '../../src/domain/scrum/plan-sprint.ts'
import { deleteSprint } from '../../src/domain/scrum/delete-sprint.ts'
import { addToSprint } from '../../src/domain/scrum/sprint-scope.ts'
import { assignItems } from '../../src/domain/work/edit-sets.ts'
import { deleteItems, dropItems } from '../../src/domain/work/bin.ts'
import { townHall, type TownHall } from '../support/town-hall.ts'
import { proposeChoices } from '../../src/domain/intake/choices.ts'
import { team as teamRecord } from '../../src/domain/people/team.ts'
import { hueWords, planned, planOf } from '../domain/intake/plans.ts'

/** What happens before, and the arguments. Every command of the registry has to stand here. */
type Case = (hall: TownHall) => Promise<unknown> | object

const cases: { readonly [Name in CommandName]: Case } = {
  addAttachments: ({ letter }) => ({
    item: letter,
    files: [{ name: 'Baugrube.jpg', mediaType: 'image/jpeg', size: 240_000, hash: 'b'.repeat(64), width: 1600 }],
  }),
  addLink: ({ letter }) => ({ item: letter, address: '\\\\server\\Akten 2026' }),
  editLink: ({ link }) => ({ link, address: '10.23.4-2026/17', name: 'Akte' }),
  removeAttachment: ({ photo }) => ({ attachment: photo }),
  removeLink: ({ link }) => ({ link }),
  renameAttachment: ({ photo }) => ({ attachment: photo, name: 'Ortstermin.jpg' }),
  restoreAttachment: async ({ run, photo }) => {
    await run(removeAttachment, { attachment: photo })
    return { attachment: photo }
  },
  restoreLink: async ({ run, link }) => {
    await run(removeLink, { link })
    return { link }
  },
  addComment: ({ letter }) => ({ item: letter, text: 'Die Vorlage kommt am Montag.' }),
  deleteComment: ({ comment }) => ({ comment }),
  editComment: ({ comment }) => ({ comment, text: 'Zugesagt.\n\nMit Auflage.' }),
  restoreComment: async ({ run, comment }) => {
    await run(deleteComment, { comment })
    return { comment }
  },
  attachItems: ({ impediment, letter }) => ({ impediment, items: [letter] }),
  deleteImpediment: ({ impediment }) => ({ impediment }),
  detachItems: ({ impediment, form }) => ({ impediment, items: [form] }),
  editImpediment: ({ impediment, anna }) => ({
    impediment,
    effect: 'Bescheide bleiben liegen',
    severity: 'high',
    owner: anna,
  }),
  moveImpediment: ({ impediment }) => ({ impediment, to: 'accepted' }),
  reportImpediment: ({ team, letter }) => ({ team, title: 'Fachverfahren nicht erreichbar', items: [letter] }),
  resolveImpediment: ({ impediment }) => ({ impediment, helped: 'Zugang über die IT-Leitstelle' }),
  restoreImpediment: async ({ run, impediment }) => {
    await run(deleteImpediment, { impediment })
    return { impediment }
  },
  addToSprint: ({ sprint, form, letter }) => ({ sprint, items: [form, letter] }),
  cancelSprint: async ({ start, sprint }) => {
    await start()
    return { sprint }
  },
  closeSprint: async ({ start, sprint, form, letter }) => {
    await start()
    const nextSprint = { name: 'Sprint 2' }
    return { sprint, carryOver: { [form]: 'nextSprint', [letter]: 'backlog' }, goalOutcome: 'partly', nextSprint }
  },
  deleteSprint: ({ sprint }) => ({ sprint }),
  editSprint: ({ sprint }) => ({ sprint, goal: 'Der Antrag geht online', end: '2026-11-30' }),
  moveSprintToReview: async ({ start, sprint }) => {
    await start()
    return { sprint }
  },
  planSprint: ({ team }) => ({ team, name: 'Sprint 2', goal: 'Bescheide digital' }),
  removeFromSprint: async ({ start, form }) => {
    await start()
    return { items: [form] }
  },
  restoreSprint: async ({ run, team }) => {
    const [sprint = ''] = (await run(planSprint, { team, name: 'Sprint 9' }))('sprint')
    await run(deleteSprint, { sprint })
    return { sprint }
  },
  setAvailability: ({ sprint, anna, ben }) => ({
    sprint,
    entries: [
      { person: anna, days: 7.5 },
      { person: ben, days: 6 },
    ],
  }),
  startSprint: async ({ run, sprint, form }) => {
    await run(addToSprint, { sprint, items: [form] })
    return { sprint }
  },
  importItems: ({ team, workspace }) => {
    const plan = planOf([planned('Gewerbeanmeldung'), planned('Hundesteuer', { column: 'fertig', estimate: 2 })])
    const record = workspace.records.get(teamRecord, team)
    if (!record) throw new Error('the team is not here')
    return { team, plan, choices: proposeChoices(workspace.records, record, plan, hueWords) }
  },
  addPerson: ({ team }) => ({ team, name: 'Cem Yildiz' }),
  adjustTeam: ({ team }) => ({ team, sprintDays: 21, leastDevelopers: 2 }),
  changeMethod: ({ team }) => ({ team, method: 'kanban' }),
  deleteTeam: ({ team }) => ({ team }),
  foundTeam: () => ({ name: 'Kita', method: 'kanban', people: ['Dora'], columns: [{ name: 'Neu', category: 'open' }] }),
  removePerson: ({ ben }) => ({ person: ben }),
  nameDevice: () => ({ device: '7f'.repeat(32), label: 'Diensthandy' }),
  renamePerson: ({ ben }) => ({ person: ben, name: 'Benjamin Krause' }),
  renameTeam: ({ team }) => ({ team, name: 'Bauakte' }),
  restorePerson: async ({ run, ben }) => {
    await run(removePerson, { person: ben })
    return { person: ben }
  },
  restoreTeam: async ({ run, team }) => {
    await run(deleteTeam, { team })
    return { team }
  },
  setPrefix: ({ team }) => ({ team, prefix: 'BAU' }),
  setRoles: ({ team, ben }) => ({ team, person: ben, roles: ['scrumMaster', 'developer'] }),
  addColumn: ({ team }) => ({ team, name: 'Prüfung', category: 'doing' }),
  deleteColumn: async ({ start, columns }) => {
    await start()
    return { column: columns[0], cardsTo: columns[1] }
  },
  editColumn: async ({ start, columns }) => {
    await start()
    const policy = 'Erst anfangen, wenn die Fachabteilung zugesagt hat'
    return { column: columns[0], name: 'Als Nächstes', category: 'doing', limit: 3, limitMode: 'refuse', policy }
  },
  moveColumn: ({ columns }) => ({ column: columns[0], spot: 'bottom' }),
  restoreColumn: async ({ run, columns }) => {
    await run(deleteColumn, { column: columns[0] ?? '', cardsTo: columns[1] ?? '' })
    return { column: columns[0] }
  },
  changeView: ({ view }) => ({ view, name: 'Rote', query: 'label=l1' }),
  deleteView: ({ view }) => ({ view }),
  fillStatement: () => ({ body: 'Stadt Musterstadt', checkedOn: '2026-11-20' }),
  saveView: ({ team }) => ({ team, name: 'Überfällig', place: 'backlog', query: '?overdue=1' }),
  allowPresence: () => ({ isAllowed: false }),
  markRead: ({ team }) => ({
    device: '7f'.repeat(32),
    read: [{ of: `team:${team}#1`, heads: { ['7f'.repeat(32)]: 3 } }],
  }),
  addBlocker: ({ form, letter }) => ({ item: letter, blocker: form }),
  addChecklist: ({ letter }) => ({ item: letter, title: 'Rechtsprüfung' }),
  addChecks: ({ form, checklist }) => ({ item: form, list: checklist, text: '- Personalrat\n- Datenschutz' }),
  assignCheck: ({ check, ben }) => ({ check, person: ben }),
  assignItems: ({ form, letter, ben }) => ({ items: [form, letter], person: ben }),
  assignByName: ({ team, letter, form }) => ({ team, items: [letter, form], name: 'Cem Yildiz' }),
  changeKind: ({ form }) => ({ item: form, kind: 'story' }),
  createItem: ({ team, columns }) => ({ team, title: 'Gebühren', place: columns[0], estimate: 3, due: '2026-12-01' }),
  createItems: ({ team }) => ({ team, text: 'Eins\nZwei\nDrei' }),
  createLabel: ({ letter, form }) => ({ name: 'Datenschutz', hue: 'red', items: [letter, form] }),
  deleteCheck: ({ check }) => ({ check }),
  deleteChecklist: ({ checklist }) => ({ checklist }),
  deleteItems: ({ form, letter }) => ({ items: [form, letter] }),
  deleteLabel: async ({ run, label, form }) => {
    await run(labelItems, { items: [form], label })
    return { label }
  },
  describeItem: ({ form }) => ({ item: form, description: 'Nach § 70 BauO NRW' }),
  dropItems: ({ idea }) => ({ items: [idea] }),
  duplicateItem: ({ form }) => ({ item: form }),
  editLabel: ({ label }) => ({ label, name: 'Onlinezugangsgesetz', hue: 'teal' }),
  emptyBin: async ({ run, idea, team }) => {
    await run(deleteItems, { items: [idea] })
    return { team }
  },
  estimateItems: ({ form, letter }) => ({ items: [form, letter], estimate: 5 }),
  labelItems: ({ form, label }) => ({ items: [form], label }),
  moveCheck: ({ check }) => ({ check, spot: 'bottom' }),
  moveChecklist: ({ checklist }) => ({ checklist, spot: 'bottom' }),
  moveItem: async ({ start, form, columns }) => {
    await start()
    return { item: form, place: columns[2], spot: 'top' }
  },
  moveItemBy: async ({ start, form }) => {
    await start()
    return { item: form, direction: 'right' }
  },
  moveItemToTeam: async ({ run, form }) => {
    const columns = [{ name: 'Neu', category: 'open' }] as const
    const [team = ''] = (await run(foundTeam, { name: 'IT', method: 'kanban', columns }))('team')
    return { item: form, team }
  },
  moveItems: ({ form, letter, columns }) => ({ items: [letter, form], place: columns[0], spot: 'top' }),
  prioritiseItems: ({ form }) => ({ items: [form], priority: 'highest' }),
  rankItems: ({ idea, letter }) => ({ items: [idea, letter], spot: 'top' }),
  rankItem: ({ idea }) => ({ item: idea, spot: 'top' }),
  removeBlocker: async ({ run, form, letter }) => {
    await run(addBlocker, { item: letter, blocker: form })
    return { item: letter, blocker: form }
  },
  renameCheck: ({ check }) => ({ check, title: 'Barrierefrei' }),
  renameChecklist: ({ checklist }) => ({ checklist, title: 'Mitzeichnung' }),
  renameItem: ({ form }) => ({ item: form, title: 'Antragsformular online' }),
  restoreItems: async ({ run, form }) => {
    await run(deleteItems, { items: [form] })
    return { items: [form] }
  },
  scheduleCheck: ({ check }) => ({ check, due: '2026-12-01' }),
  scheduleItems: ({ form }) => ({ items: [form], due: '2026-12-24' }),
  setParent: ({ form, epic }) => ({ item: form, parent: epic }),
  splitItem: ({ form, check }) => ({ item: form, title: 'Bescheid', checks: [check], estimate: 3, remaining: 5 }),
  takeBackItems: async ({ run, idea }) => {
    await run(dropItems, { items: [idea] })
    return { items: [idea] }
  },
  tickCheck: ({ check }) => ({ check, isDone: true }),
  unassignItems: async ({ run, form, ben }) => {
    await run(assignItems, { items: [form], person: ben })
    return { items: [form], person: ben }
  },
  unlabelItems: async ({ run, form, label }) => {
    await run(labelItems, { items: [form], label })
    return { items: [form], label }
  },
}

/** Nothing of this is thirty days old, so the bin keeps it; and what somebody has read is no part of what people have in common. */
const mayBeIdle: ReadonlySet<string> = new Set(['emptyBin', 'markRead'])

type Documents = { readonly [name: string]: PlainDocument }

/** What lies in the bin is not part of what a person sees: `document/type/id` → record. */
const visible = (documents: Documents): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(documents).flatMap(([name, types]) =>
      Object.entries(types).flatMap(([type, records]) =>
        Object.entries(records).flatMap(([id, record]) =>
          record['deleted'] === undefined ? [[`${name}/${type}/${id}`, record]] : [],
        ),
      ),
    ),
  )

test.each(Object.keys(allCommands) as CommandName[])('%s: run, taken back, done again', async name => {
  const hall = await townHall()
  const args: unknown = await cases[name](hall)
  const { workspace } = hall
  const before = visible(await workspace.plain())
  const result = await workspace.run(allCommands[name] as (typeof allCommands)['renameItem'], args as never)
  expect(result, 'the case has to be one that is not refused').toMatchObject({ ok: true })
  const run = await workspace.plain()
  if (mayBeIdle.has(name)) return
  expect(visible(run), 'the command has to change something').not.toEqual(before)
  await workspace.undo()
  expect(visible(await workspace.plain())).toEqual(before)
  await workspace.redo()
  expect(await workspace.digest()).toBe(await digestOf(run))
})
