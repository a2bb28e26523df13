import type { Change } from '../../../src/domain/kernel/change.ts'
import type { Command } from '../../../src/domain/kernel/command.ts'
import type { AnyDefinition, RecordBase, RecordOf } from '../../../src/domain/kernel/record.ts'
import type { AnyRefusal } from '../../../src/domain/kernel/result.ts'
import { allRecords } from '../../../src/domain/records.ts'
import { cardNews, type News, type WrittenRecord } from '../../../src/domain/visits/card-news.ts'
import { buildingOffice } from '../work/building-office.ts'

/** The building office while Anna is away: she remembers how it was, and what others write from then on is news to her. */
export const officeApart = () => {
  const at = buildingOffice('scrum')
  const { office } = at
  let before = new Map<string, RecordBase>()
  const cells = new Map<string, { type: string; id: string; cells: Map<string, string> }>()

  const remember = () => {
    before = new Map(
      allRecords.flatMap(({ type }) => [...office.view.all(type)].map(one => [`${type}/${one.id}`, one])),
    )
    cells.clear()
  }
  const note = (changes: readonly Change[], by: string) => {
    for (const { type, id, cell } of changes) {
      const record = cells.get(`${type}/${id}`) ?? { type, id, cells: new Map<string, string>() }
      cells.set(`${type}/${id}`, record)
      if (by === 'anna') record.cells.delete(cell)
      else record.cells.set(cell, by)
    }
  }
  const as =
    (person: string) =>
    <Args, Refusal extends AnyRefusal>(command: Command<Args, Refusal>, args: Args): readonly Change[] => {
      office.as(person)
      office.pass(60_000)
      const changes = at.done(command, args)
      note(changes, person)
      office.as('anna')
      return changes
    }
  const written = (): readonly WrittenRecord[] => [...cells.values()]
  const news = () =>
    cardNews({
      before: {
        get: <D extends AnyDefinition>({ type }: D, id: string) =>
          before.get(`${type}/${id}`) as RecordOf<D> | undefined,
      },
      after: office.view,
      written: written(),
    })
  return {
    ...at,
    remember,
    note,
    ben: as('ben'),
    clara: as('clara'),
    anna: as('anna'),
    news,
    /** What is told of a card, in the order of its cells. */
    told: (id: string): readonly Omit<News, 'by'>[] =>
      news()
        .filter(({ item }) => item === id)
        .flatMap(one => one.news.map(({ by, ...rest }) => (by === '' ? { ...rest, by } : rest))),
  }
}
export type OfficeApart = ReturnType<typeof officeApart>
