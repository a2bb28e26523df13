import { expect, it } from 'vitest'
import { planned, planOf } from './plans.ts'
import { townHall } from './town-hall.ts'

it('brings what has to be done first, also what an earlier import has brought; what nobody knows falls away', () => {
  const hall = townHall()
  hall.bring(planOf([planned('Gutachten')]))
  const blockedBy = ['trello:Gutachten', 'trello:Lageplan', 'trello:unbekannt']
  hall.bring(planOf([planned('Lageplan'), planned('Bescheid', { blockedBy })]))
  const idOf = (title: string) => hall.bySource(`trello:${title}`)!.id
  expect(hall.bySource('trello:Bescheid')!.blockedBy.toSorted()).toEqual(
    [idOf('Gutachten'), idOf('Lageplan')].toSorted(),
  )
})

it('takes a list for what its source says it is, whatever it is called', () => {
  const hall = townHall()
  const list = { source: 'csv:column:erledigt', name: 'Erledigt? Nein', isArchived: false, category: 'doing' } as const
  const { columns } = hall.choicesFor(planOf([planned('Antrag', { column: list.source })], { columns: [list] }))
  expect(columns.get(list.source)).toEqual({ to: 'new', name: 'Erledigt? Nein', category: 'doing' })
})
