import type { Command } from '../../src/domain/kernel/command.ts'
import { isCreation } from '../../src/domain/kernel/change.ts'
import type { AnyRefusal } from '../../src/domain/kernel/result.ts'
import { addAttachments } from '../../src/domain/attachments/add-attachments.ts'
import { addLink } from '../../src/domain/attachments/edit-link.ts'
import { addComment } from '../../src/domain/discussion/add-comment.ts'
import { boardColumns } from '../../src/domain/kanban/home.ts'
import { foundTeam } from '../../src/domain/people/found-team.ts'
import { team as teamRecord } from '../../src/domain/people/team.ts'
import { planSprint } from '../../src/domain/scrum/plan-sprint.ts'
import { addToSprint } from '../../src/domain/scrum/sprint-scope.ts'
import { startSprint } from '../../src/domain/scrum/start-sprint.ts'
import { saveView } from '../../src/domain/views/save-view.ts'
import { addChecks } from '../../src/domain/work/add-checks.ts'
import { addChecklist } from '../../src/domain/work/edit-checklist.ts'
import { createItem } from '../../src/domain/work/create-item.ts'
import { createLabel } from '../../src/domain/work/edit-label.ts'
import { criteria } from '../../src/domain/work/check.ts'
import { reportImpediment } from '../../src/domain/impediments/report-impediment.ts'
import { memoryWorkspace } from './memory-ports.ts'

/** One Scrum team at work, with something of everything, in a workspace in memory. */
export const townHall = async () => {
  const workspace = await memoryWorkspace()

  /** Runs a command that has to succeed. Out: the ids of what it made, by type. */
  const run = async <Args, Refusal extends AnyRefusal>(command: Command<Args, Refusal>, args: Args) => {
    const result = await workspace.run(command, args)
    if (!result.ok) throw new Error(`${command.name} refused: ${JSON.stringify(result.refusal)}`)
    const made = result.value.changes.filter(isCreation)
    return (type: string) => made.filter(change => change.type === type).map(({ id }) => id)
  }

  const founded = await run(foundTeam, {
    name: 'Digitale Bauakte',
    method: 'scrum',
    founderName: 'Anna Öztürk',
    people: ['Ben Krause'],
    columns: [
      { name: 'Bereit', category: 'open' },
      { name: 'In Arbeit', category: 'doing' },
      { name: 'Erledigt', category: 'done' },
    ],
  })
  const [team = ''] = founded('team')
  const [ben = ''] = founded('person').filter(id => id !== workspace.actor)
  const record = workspace.records.get(teamRecord, team)
  const columns = record ? boardColumns(workspace.records, record) : []
  const card = async (title: string, place = 'backlog') =>
    (await run(createItem, { team, title, place }))('item')[0] ?? ''

  const form = await card('Antragsformular')
  const letter = await card('Bescheid')
  const idea = await card('Sprachassistent prüfen')
  const [epic = ''] = (await run(createItem, { team, title: 'Baugenehmigung online', kind: 'epic' }))('item')
  const [label = ''] = (await run(createLabel, { name: 'OZG', hue: 'blue' }))('label')
  const [checklist = ''] = (await run(addChecklist, { item: form, title: 'Abstimmung' }))('checklist')
  const [secondList = ''] = (await run(addChecklist, { item: form, title: 'Veröffentlichung' }))('checklist')
  const [check = '', secondCheck = ''] = (
    await run(addChecks, { item: form, list: criteria, text: 'Barrierefrei nach BITV 2.0\nAuch auf Papier möglich' })
  )('check')
  const [comment = ''] = (await run(addComment, { item: form, text: 'Die Fachabteilung hat zugesagt.' }))('comment')
  const files = [{ name: 'IMG_0001.jpg', mediaType: 'image/jpeg', size: 180_000, hash: 'a'.repeat(64) }]
  const [photo = ''] = (await run(addAttachments, { item: form, files }))('attachment')
  const [link = ''] = (await run(addLink, { item: form, address: 'https://www.bund.de' }))('link')
  const mine = { team, name: 'Meine', place: 'board', query: 'mine=1' }
  const [view = ''] = (await run(saveView, mine))('savedView')
  const [sprint = ''] = (await run(planSprint, { team, name: 'Sprint 1', start: '2026-11-16', end: '2026-11-27' }))(
    'sprint',
  )
  const [impediment = ''] = (await run(reportImpediment, { team, title: 'Kein Testzugang', items: [form] }))(
    'impediment',
  )

  /** The sprint runs with two cards in it. */
  const start = async () => {
    await run(addToSprint, { sprint, items: [form, letter] })
    await run(startSprint, { sprint })
  }
  const cards = {
    form,
    letter,
    idea,
    epic,
    label,
    checklist,
    secondList,
    check,
    secondCheck,
    comment,
    photo,
    link,
    view,
  }
  return { workspace, run, start, card, team, anna: workspace.actor, ben, columns, sprint, impediment, ...cards }
}

export type TownHall = Awaited<ReturnType<typeof townHall>>
