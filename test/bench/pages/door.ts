import { BrowserWorkspaces } from '../../../src/app/browser-workspaces.ts'
import { allCommands } from '../../../src/domain/commands.ts'
import type { ImportPlan, PlanItem } from '../../../src/domain/intake/plan.ts'
import { teamDocument } from '../../../src/domain/kernel/record.ts'
import { team } from '../../../src/domain/people/team.ts'
import { hues } from '../../../src/domain/work/label.ts'
import type { Workspace } from '../../../src/workspace/workspace.ts'
import { columns, makeCards } from '../cards.mjs'
import { prepareCold } from './floors-indexeddb.ts'

/** The app without its screens, on the app's own origin: fills a workspace by the same commands as an import, and loads it again. */
const categories = ['open', 'doing', 'doing', 'done'] as const
const noWords = Object.fromEntries(hues.map(hue => [hue, hue])) as Record<(typeof hues)[number], string>

const planItem = (card: ReturnType<typeof makeCards>[number], index: number): PlanItem => ({
  source: card.id,
  sourceKey: card.key,
  row: index + 1,
  kind: 'task',
  title: card.title,
  description: '',
  estimate: card.estimate,
  priority: 'medium',
  due: null,
  column: columns[card.column] ?? null,
  people: [card.person],
  labels: [],
  parent: null,
  blockedBy: [],
  criteria: [],
  checklists: [],
  comments: [],
  links: [],
  createdAt: null,
  arrivedAt: null,
  dates: 'unknown',
  isArchived: false,
})

const planOf = (count: number): ImportPlan => {
  const cards = makeCards(count)
  return {
    name: 'Bench',
    kind: 'table',
    columns: columns.map(name => ({ source: name, name, isArchived: false })),
    people: [...new Set(cards.map(({ person }) => person))].map(name => ({ source: name, name })),
    labels: [],
    items: cards.map(planItem),
    findings: [],
    losses: [],
  }
}

const foundTeam = async (): Promise<{ workspace: Workspace; team: string }> => {
  const workspace = await new BrowserWorkspaces().found({ name: 'Bench', person: 'Kim Petersen' })
  if (!workspace) throw new Error('nothing was founded')
  const found = await workspace.run(allCommands.foundTeam, {
    name: 'Bench',
    prefix: 'BEN',
    method: 'kanban',
    founderName: 'Kim Petersen',
    columns: columns.map((name, index) => ({ name, category: categories[index] ?? 'open' })),
  })
  const id = found.ok ? found.value.changes.find(({ type }) => type === team.type)?.id : undefined
  if (id === undefined) throw new Error('the team could not be founded')
  return { workspace, team: id }
}

const bring = async (workspace: Workspace, into: string, count: number): Promise<number> => {
  const plan = planOf(count)
  const records = workspace.records
  const choices = {
    columns: new Map(
      [...records.all('column')].map(({ id, ...column }) => [
        'name' in column ? String(column.name) : '',
        { to: 'column', column: id } as const,
      ]),
    ),
    archived: 'leaveOut',
    hueWords: noWords,
  } as const
  const start = performance.now()
  const done = await workspace.run(allCommands.importItems, { team: into, plan, choices })
  if (!done.ok) throw new Error(done.refusal.because)
  await workspace.saving.settled()
  const { failure } = workspace.saving.state.getState()
  if (failure) throw new Error(failure.because)
  return performance.now() - start
}

/** Comments and photos on the first cards, one each: bytes that no camera made, but as many. */
const discuss = async (workspace: Workspace, document: string, comments: number, photos: number): Promise<void> => {
  const cards = [...workspace.records.all('item')].map(({ id }) => id)
  for (const [index, card] of cards.slice(0, comments).entries())
    await workspace.run(allCommands.addComment, { item: card, text: `Rückfrage ${index + 1} an das Bauamt zur Straße` })
  for (const [index, card] of cards.slice(0, photos).entries()) {
    const bytes = new Uint8Array(150_000).map((_, at) => (at * 7 + index) % 251)
    const kept = await workspace.blobs.keep(document, bytes)
    if (!kept.ok) throw new Error(kept.refusal.because)
    const file = { name: `foto-${index + 1}.jpg`, mediaType: 'image/jpeg', hash: kept.value, size: bytes.length }
    await workspace.run(allCommands.addAttachments, { item: card, files: [file] })
  }
  await workspace.saving.settled()
}

const door = {
  /** As `seed`, with comments and photos on the cards. */
  seedFinding: async (count: number, comments: number, photos: number): Promise<string> => {
    const { workspace, team: id } = await foundTeam()
    await bring(workspace, id, count)
    await discuss(workspace, teamDocument(id, 1), comments, photos)
    await new Promise(resolve => setTimeout(resolve, 4000))
    await workspace.close()
    return `#/t/${id}/board`
  },
  /** Fills a fresh workspace with cards and leaves it as the one used last. Out: the route of its board. */
  seed: async (count: number): Promise<string> => {
    const { workspace, team: id } = await foundTeam()
    await bring(workspace, id, count)
    const whole = workspace.opened(teamDocument(id, 1))?.document.encode()
    if (whole) await prepareCold(count, whole)
    // The leader keeps copy and picture when idle; a person would not reload within the same second either.
    await new Promise(resolve => setTimeout(resolve, 4000))
    await workspace.close()
    return `#/t/${id}/board`
  },
  /** Milliseconds from the first change of an import to the journal's last transaction. */
  importCards: async (count: number): Promise<number> => {
    const { workspace, team: id } = await foundTeam()
    await workspace.saving.settled()
    return bring(workspace, id, count)
  },
  /** Milliseconds from nothing open to all records of the last workspace's first team. */
  loadRecords: async (): Promise<number> => {
    const start = performance.now()
    const workspaces = new BrowserWorkspaces()
    await workspaces.openLast()
    const { current, failure } = workspaces.state.getState()
    const [first] = current ? current.records.ids(team, 'all', 'all') : []
    if (!current || first === undefined) throw new Error(failure ?? 'no team')
    await current.openDocument(teamDocument(first, 1))
    return performance.now() - start
  },
}
export type Door = typeof door

Object.assign(globalThis, { door })
