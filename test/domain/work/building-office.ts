import { allCommands } from '../../../src/domain/commands.ts'
import { backlogItems, boardColumn } from '../../../src/domain/kanban/board.ts'
import { create, type Change } from '../../../src/domain/kernel/change.ts'
import type { Command } from '../../../src/domain/kernel/command.ts'
import type { AnyRefusal } from '../../../src/domain/kernel/result.ts'
import { person } from '../../../src/domain/people/person.ts'
import { documentOfTeam, team, type Method, type Team } from '../../../src/domain/people/team.ts'
import { sprint, type SprintState } from '../../../src/domain/scrum/sprint.ts'
import { item, type Item } from '../../../src/domain/work/item.ts'
import { memoryOffice } from '../../support/memory-office.ts'

export const created = (changes: readonly Change[], type: string): string =>
  changes.find(change => change.type === type && change.cell === 'm' && change.before === undefined)?.id ?? ''

/** The office that brings building files online: Anna, Ben and Clara, four columns, and whatever a scene puts on the board. */
export const buildingOffice = (method: Method = 'kanban') => {
  const office = memoryOffice('anna')
  /** Runs a command that has to succeed. */
  const done = <Args, Refusal extends AnyRefusal>(command: Command<Args, Refusal>, args: Args): readonly Change[] => {
    const result = office.run(command, args)
    if (!result.ok) throw new Error(`${command.name} refused: ${result.refusal.because}`)
    return result.value
  }
  /** Runs a command that has to refuse; says why. */
  const refusal = <Args, Refusal extends AnyRefusal>(command: Command<Args, Refusal>, args: Args): Refusal => {
    const result = office.run(command, args)
    if (result.ok) throw new Error(`${command.name} was expected to refuse`)
    return result.refusal
  }
  const founding = done(allCommands.foundTeam, {
    name: 'Digitale Bauakte',
    method,
    founderName: 'Anna',
    people: ['Ben', 'Clara'],
    columns: [
      { name: 'Bereit', category: 'open' },
      { name: 'In Arbeit', category: 'doing' },
      { name: 'Prüfung', category: 'doing' },
      { name: 'Erledigt', category: 'done' },
    ],
  })
  const teamId = created(founding, 'team')
  const columnIds = founding.filter(({ type, cell }) => type === 'column' && cell === 'm').map(({ id }) => id)
  const [ready = '', doing = '', review = '', finished = ''] = columnIds
  const theTeam = (): Team => office.view.get(team, teamId)!
  const get = (id: string): Item => office.view.get(item, id)!
  const titles = (ids: readonly string[]): string => ids.map(id => get(id).title).join(' ')

  return {
    office,
    view: office.view,
    done,
    refusal,
    teamId,
    team: theTeam,
    document: documentOfTeam(theTeam()),
    columns: { ready, doing, review, finished },
    personId: (name: string): string =>
      office.view.ids(person, 'all', 'all').find(id => office.view.get(person, id)?.name === name)!,
    /** Makes a card and says its id. */
    card: (title: string, place: string = ready, more: Partial<Item> = {}): string =>
      created(done(allCommands.createItem, { ...more, team: teamId, title, place }), 'item'),
    get,
    column: (columnId: string): string => titles(boardColumn(office.view, theTeam(), columnId)),
    backlog: (): string => titles(backlogItems(office.view, theTeam())),
    /** What the item's history tells, oldest first. */
    history: (id: string): readonly (readonly [string, unknown])[] =>
      get(id).history.map(({ kind, value }) => [kind, value] as const),
    /** A sprint in some state, without the rules that lead there. */
    sprint: (id: string, state: SprintState): string => {
      office.apply(create(sprint, { document: documentOfTeam(theTeam()), id }, { name: id, state }, office.context()))
      return id
    },
    /** Writes a cell as a broken or newer device, or a merge, may have left it. */
    write: (
      record: { readonly document: string; readonly type: string; readonly id: string },
      cell: string,
      after: Change['after'],
    ) => office.apply([{ document: record.document, type: record.type, id: record.id, cell, before: null, after }]),
  }
}
export type BuildingOffice = ReturnType<typeof buildingOffice>
