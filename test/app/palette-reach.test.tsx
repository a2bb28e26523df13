import { act, screen } from '@testing-library/react'
import { useEffect } from 'react'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { offerHooks } from '../../src/app/offers.ts'
import { useOffersHere } from '../../src/app/use-offers-here.ts'
import { addAttachments } from '../../src/domain/attachments/add-attachments.ts'
import { removeAttachment } from '../../src/domain/attachments/edit-attachment.ts'
import { addLink, removeLink } from '../../src/domain/attachments/edit-link.ts'
import { allCommands, type CommandName } from '../../src/domain/commands.ts'
import { addComment } from '../../src/domain/discussion/add-comment.ts'
import { deleteComment } from '../../src/domain/discussion/edit-comment.ts'
import { deleteImpediment, reportImpediment } from '../../src/domain/impediments/report-impediment.ts'
import { deleteColumn } from '../../src/domain/kanban/delete-column.ts'
import { isCreation } from '../../src/domain/kernel/change.ts'
import type { Command } from '../../src/domain/kernel/command.ts'
import type { AnyRefusal } from '../../src/domain/kernel/result.ts'
import { removePerson } from '../../src/domain/people/edit-person.ts'
import { deleteTeam } from '../../src/domain/people/edit-team.ts'
import { team as teamRecord } from '../../src/domain/people/team.ts'
import { foundTeam } from '../../src/domain/people/found-team.ts'
import { deleteSprint } from '../../src/domain/scrum/delete-sprint.ts'
import { planSprint } from '../../src/domain/scrum/plan-sprint.ts'
import { addToSprint } from '../../src/domain/scrum/sprint-scope.ts'
import { startSprint } from '../../src/domain/scrum/start-sprint.ts'
import { saveView } from '../../src/domain/views/save-view.ts'
import { addChecks } from '../../src/domain/work/add-checks.ts'
import { deleteItems, dropItems } from '../../src/domain/work/bin.ts'
import { criteria } from '../../src/domain/work/check.ts'
import { addChecklist } from '../../src/domain/work/edit-checklist.ts'
import { DeviceContext } from '../../src/parts/device-context.ts'
import { setQuery } from '../../src/parts/place-query.ts'
import SelectionBar from '../../src/parts/selection-bar.tsx'
import type { Offer } from '../../src/parts/slice.ts'
import { withTeam } from '../../src/workspace/news.ts'
import { memoryDevice } from '../support/memory-device.ts'
import { showScreen, teamAtWork, type TeamAtWork } from '../support/team-screen.tsx'

/** Where somebody stands who asks the palette. */
type Standing = 'anywhere' | 'planning' | 'running' | 'card' | 'impediment' | 'selection' | 'narrowed'

/** Where, and which entry does it or leads to where it is done; or why no person has to be led there. */
type Way = readonly [at: Standing, offer: string] | 'byItself' | 'bin'

/** Every command of the registry has to stand here: whoever adds one says how the palette reaches it. */
const ways: { readonly [Name in CommandName]: Way } = {
  addAttachments: ['card', 'card.files'],
  addLink: ['card', 'card.links'],
  editLink: ['card', 'card.links'],
  removeAttachment: ['card', 'card.files'],
  removeLink: ['card', 'card.links'],
  renameAttachment: ['card', 'card.files'],
  restoreAttachment: 'bin',
  restoreLink: 'bin',
  addComment: ['card', 'card.comment'],
  deleteComment: ['card', 'card.comment'],
  editComment: ['card', 'card.comment'],
  restoreComment: 'bin',
  attachItems: ['impediment', 'impediment.items'],
  deleteImpediment: ['impediment', 'impediment.delete'],
  detachItems: ['impediment', 'impediment.items'],
  editImpediment: ['impediment', 'impediment.title'],
  moveImpediment: ['impediment', 'impediment.step.accepted'],
  reportImpediment: ['anywhere', 'impediment.new'],
  resolveImpediment: ['impediment', 'impediment.step.resolved'],
  restoreImpediment: 'bin',
  addToSprint: ['planning', 'sprint.take.'],
  cancelSprint: ['running', 'sprint.cancel'],
  closeSprint: ['running', 'sprint.close'],
  deleteSprint: ['planning', 'sprint.delete.'],
  editSprint: ['planning', 'sprint.goal.'],
  moveSprintToReview: ['running', 'sprint.review'],
  planSprint: ['anywhere', 'sprint.plan'],
  removeFromSprint: ['running', 'sprint.takeOut.'],
  restoreSprint: 'bin',
  setAvailability: ['planning', 'sprint.capacity.'],
  startSprint: ['planning', 'sprint.start.'],
  importItems: ['anywhere', 'files.import'],
  addPerson: ['anywhere', 'people.add'],
  adjustTeam: ['anywhere', 'people.ways'],
  changeMethod: ['anywhere', 'people.ways'],
  deleteTeam: ['anywhere', 'people.delete'],
  foundTeam: ['anywhere', 'team.new'],
  removePerson: ['anywhere', 'people.person.'],
  renamePerson: ['anywhere', 'people.person.'],
  nameDevice: ['anywhere', 'people.devices'],
  renameTeam: ['anywhere', 'people.name'],
  restorePerson: 'bin',
  restoreTeam: 'bin',
  setPrefix: ['anywhere', 'people.ways'],
  setRoles: ['anywhere', 'people.person.'],
  addColumn: ['anywhere', 'board.column'],
  deleteColumn: ['anywhere', 'column.delete.'],
  editColumn: ['anywhere', 'column.edit.'],
  moveColumn: ['anywhere', 'column.right.'],
  restoreColumn: 'bin',
  fillStatement: ['anywhere', 'help.statement'],
  changeView: ['narrowed', 'views.board.edit'],
  deleteView: ['narrowed', 'views.board.edit'],
  saveView: ['narrowed', 'views.board.save'],
  allowPresence: ['anywhere', 'people.devices'],
  markRead: ['narrowed', 'visits.show'],
  addBlocker: ['card', 'card.blockers'],
  addChecklist: ['card', 'card.checklists'],
  addChecks: ['card', 'card.criteria'],
  assignCheck: ['card', 'card.criteria'],
  assignByName: ['card', 'card.people'],
  assignItems: ['selection', 'selection.people'],
  changeKind: ['card', 'card.kind'],
  createItem: ['anywhere', 'card.new'],
  createItems: ['anywhere', 'backlog.paste'],
  createLabel: ['card', 'card.labels'],
  deleteCheck: ['card', 'card.criteria'],
  deleteChecklist: ['card', 'card.list.'],
  deleteItems: ['selection', 'selection.delete'],
  deleteLabel: ['anywhere', 'people.labels'],
  describeItem: ['card', 'card.description'],
  dropItems: ['card', 'card.drop'],
  duplicateItem: ['card', 'card.duplicate'],
  editLabel: ['anywhere', 'people.labels'],
  // After 30 days, on every device.
  emptyBin: 'byItself',
  estimateItems: ['selection', 'selection.estimate'],
  labelItems: ['selection', 'selection.labels'],
  moveCheck: ['card', 'card.criteria'],
  moveChecklist: ['card', 'card.list.'],
  moveItem: ['card', 'card.move'],
  moveItemBy: ['card', 'card.move'],
  moveItemToTeam: ['card', 'card.toTeam'],
  moveItems: ['selection', 'selection.move'],
  prioritiseItems: ['selection', 'selection.priority.high'],
  rankItem: ['card', 'card.move'],
  rankItems: ['selection', 'selection.top'],
  removeBlocker: ['card', 'card.blockers'],
  renameCheck: ['card', 'card.criteria'],
  renameChecklist: ['card', 'card.list.'],
  renameItem: ['card', 'card.title'],
  restoreItems: 'bin',
  scheduleCheck: ['card', 'card.criteria'],
  scheduleItems: ['selection', 'selection.due'],
  setParent: ['card', 'card.parent'],
  splitItem: ['card', 'card.split'],
  takeBackItems: 'bin',
  tickCheck: ['card', 'card.tick.'],
  unassignItems: ['selection', 'selection.people'],
  unlabelItems: ['selection', 'selection.labels'],
}

type AskingProps = { readonly onOffer: (offers: readonly Offer[]) => void }

function Asking({ onOffer }: AskingProps) {
  const offers = useOffersHere(undefined)
  useEffect(() => {
    onOffer(offers)
  })
  return null
}

/** Everything that can be done by Anna at this address, where this has the focus or is selected. */
const ask = async (at: TeamAtWork, address: string, selected: readonly string[] = []): Promise<readonly Offer[]> => {
  let found: readonly Offer[] = []
  const shown = await showScreen(
    at,
    <DeviceContext value={memoryDevice().device}>
      {selected.length > 0 && <SelectionBar items={selected} onMove={() => undefined} />}
      <Asking onOffer={offers => (found = offers)} />
    </DeviceContext>,
    address,
  )
  await act(async () => undefined)
  if (selected.length > 0) expect(screen.getByRole('group', { name: 'Ausgewählte Karten' })).toBeVisible()
  shown.unmount()
  return found
}

/** A Scrum team with something of everything. */
const atWork = async () => {
  const at = await teamAtWork({ method: 'scrum' })
  const { workspace, team } = at
  const make = async <Args, Refusal extends AnyRefusal>(command: Command<Args, Refusal>, args: Args) => {
    const result = await workspace.run(command, args)
    if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result.refusal)}`)
    return result.value.changes.find(isCreation)?.id ?? ''
  }
  const place = at.columns[0] ?? ''
  const card = await at.card({ title: 'Antrag', kind: 'story', place })
  await make(addChecklist, { item: card.id, title: 'Abstimmung' })
  await make(addChecks, { item: card.id, list: criteria, text: 'lesbar' })
  const sprint = await make(planSprint, { team, name: 'Sprint 1' })
  const impediment = await make(reportImpediment, { team, title: 'Kein Testzugang', items: [card.id] })
  await make(saveView, { team, name: 'Meine', place: 'board', query: 'mine=1' })
  return { ...at, make, cardId: card.id, key: card.key, place, sprint, impediment }
}
type AtWork = Awaited<ReturnType<typeof atWork>>

const standings: { readonly [S in Standing]: (at: AtWork) => Promise<readonly Offer[]> } = {
  anywhere: at => ask(at, '/settings'),
  planning: at => ask(at, `/t/${at.team}/sprint/planning`),
  running: async at => {
    await at.make(addToSprint, { sprint: at.sprint, items: [at.cardId] })
    await at.make(startSprint, { sprint: at.sprint })
    return ask(at, `/t/${at.team}/sprint/running`)
  },
  card: at => ask(at, `/t/${at.team}/board/c/${at.key}`),
  impediment: at => ask(at, `/t/${at.team}/impediments/impediment/${at.impediment}`),
  selection: at => ask(at, `/t/${at.team}/board`, [at.cardId]),
  narrowed: at => {
    setQuery(`${at.team}/board`, 'blocked=1')
    at.workspace.session.setState(({ news }) => ({ news: withTeam(news, at.home, { heads: {}, cards: [] }) }))
    return ask(at, `/t/${at.team}/board`)
  },
}

afterEach(() => setQuery('', ''))

test.each(Object.keys(standings) as Standing[])('standing %s, the palette leads to its commands', async standing => {
  const ids = (await standings[standing](await atWork())).map(({ id }) => id)
  expect(new Set(ids).size, 'each entry is there once').toBe(ids.length)
  const wanted = Object.entries(ways).filter(([, [at]]) => at === standing)
  expect(wanted.length).toBeGreaterThan(0)
  for (const [name, [, offer = '']] of wanted)
    expect(
      ids.filter(id => (offer.endsWith('.') ? id.startsWith(offer) : id === offer)),
      name,
    ).not.toEqual([])
})

/** What an entry does at once, it does by the command itself. */
const atOnce: readonly CommandName[] = [
  'moveColumn',
  'startSprint',
  'deleteSprint',
  'moveSprintToReview',
  'moveImpediment',
  'deleteImpediment',
  'deleteItems',
  'prioritiseItems',
  'rankItems',
  'duplicateItem',
  'dropItems',
  'tickCheck',
]

test.each(atOnce)('%s is run by its entry', async name => {
  const at = await atWork()
  const [standing, offer] = ways[name] as readonly [Standing, string]
  const found = (await standings[standing](at)).find(({ id }) => id.startsWith(offer))
  const run = vi.spyOn(at.workspace, 'run')
  await act(async () => void (await found?.run(() => undefined)))
  expect(run.mock.calls.map(([command]) => command.name)).toEqual([name])
  expect(await run.mock.results[0]?.value).toMatchObject({ ok: true })
})

test('whatever lies in the bin is brought back by its entry', async () => {
  const at = await atWork()
  const { make, team, cardId } = at
  const comment = await make(addComment, { item: cardId, text: 'Zugesagt.' })
  const link = await make(addLink, { item: cardId, address: 'Az. 17' })
  const files = [{ name: 'Plan.pdf', mediaType: 'application/pdf', size: 9, hash: 'a'.repeat(64) }]
  const attachment = await make(addAttachments, { item: cardId, files })
  const founding = { name: 'Poststelle', method: 'kanban', columns: [{ name: 'Neu', category: 'open' }] } as const
  await make(foundTeam, founding)
  const other = at.workspace.records.ids(teamRecord, 'all', 'all').find(id => id !== team) ?? ''
  const [gone, against] = [await at.card({ title: 'Weg' }), await at.card({ title: 'Lieber nicht' })]
  await make(deleteComment, { comment })
  await make(removeLink, { link })
  await make(removeAttachment, { attachment })
  await make(deleteTeam, { team: other })
  await make(deleteItems, { items: [gone.id] })
  await make(dropItems, { items: [against.id] })
  await make(deleteSprint, { sprint: at.sprint })
  await make(deleteImpediment, { impediment: at.impediment })
  await make(removePerson, { person: at.ben })
  await make(deleteColumn, { column: at.columns[1] ?? '', cardsTo: at.place })
  const entries = (await ask(at, `/t/${team}/bin`)).filter(({ id }) => id.startsWith('bin.'))
  const run = vi.spyOn(at.workspace, 'run')
  for (const entry of entries) await act(async () => void (await entry.run(() => undefined)))
  const wanted = Object.entries(ways).flatMap(([name, way]) => (way === 'bin' ? [name] : []))
  expect(run.mock.calls.map(([command]) => command.name).toSorted()).toEqual(wanted.toSorted())
  expect(await Promise.all(run.mock.results.map(async ({ value }) => (await value).ok))).not.toContain(false)
})

test('what every feature offers is asked for, and no command is forgotten', () => {
  const features = join(import.meta.dirname, '../../src/features')
  const offering = readdirSync(features).filter(name => readdirSync(join(features, name)).includes('offers.ts'))
  expect(offerHooks.length).toBe(offering.length)
  expect(Object.keys(ways).toSorted()).toEqual(Object.keys(allCommands).toSorted())
})
