import { canonicalDocument } from '../../../src/document/canonical.ts'
import { isCreation } from '../../../src/domain/kernel/change.ts'
import type { Command } from '../../../src/domain/kernel/command.ts'
import { teamDocument } from '../../../src/domain/kernel/record.ts'
import type { AnyRefusal } from '../../../src/domain/kernel/result.ts'
import { foundTeam } from '../../../src/domain/people/found-team.ts'
import { createItem } from '../../../src/domain/work/create-item.ts'
import { renameItem } from '../../../src/domain/work/edit-text.ts'
import type { Desk } from './desk.ts'

/** Runs a command that has to succeed. Out: the ids of what it made, by type. */
export const run = async <Args, Refusal extends AnyRefusal>(
  { workspace }: Desk,
  command: Command<Args, Refusal>,
  args: Args,
): Promise<(type: string) => string> => {
  const result = await workspace.run(command, args)
  if (!result.ok) throw new Error(`${command.name} refused: ${JSON.stringify(result.refusal)}`)
  const made = result.value.changes.filter(isCreation)
  return type => made.find(change => change.type === type)?.id ?? ''
}

/** A Kanban team and its board. Out: the team's id. */
export const foundBoard = async (desk: Desk): Promise<string> => {
  await desk.workspace.openDocument('workspace#1')
  const columns = [
    { name: 'Bereit', category: 'open' as const },
    { name: 'In Arbeit', category: 'doing' as const },
    { name: 'Erledigt', category: 'done' as const },
  ]
  const made = await run(desk, foundTeam, { name: 'Bürgerservice', method: 'kanban', founderName: desk.name, columns })
  const team = made('team')
  await desk.workspace.openDocument(teamDocument(team))
  return team
}

/** Opens the board at another desk, as far as it has come. */
export const openBoard = async (desk: Desk, team: string): Promise<void> => {
  await desk.workspace.openDocument('workspace#1')
  await desk.workspace.openDocument(teamDocument(team))
}

export const writeCard = async (desk: Desk, team: string, title: string): Promise<string> =>
  (await run(desk, createItem, { team, title, place: 'backlog' }))('item')

export const renameCard = async (desk: Desk, item: string, title: string): Promise<void> => {
  await run(desk, renameItem, { item, title })
}

/** Titles of the cards this desk shows, in alphabetical order. */
export const titlesAt = ({ workspace }: Desk): readonly string[] =>
  [...workspace.records.all('item')].map(record => (record as unknown as { title: string }).title).sort()

/** The content of a document, as the journal of this desk gives it. */
export const contentAt = ({ journal }: Desk, document: string) => canonicalDocument(journal.fold(document))
