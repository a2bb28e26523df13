import { describe, expect, it } from 'vitest'
import { forecast } from '../../../src/domain/intake/forecast.ts'
import { deleteItems } from '../../../src/domain/work/bin.ts'
import { renameItem } from '../../../src/domain/work/edit-text.ts'
import { item } from '../../../src/domain/work/item.ts'
import { moveItem } from '../../../src/domain/work/move-item.ts'
import { planned, planOf } from './plans.ts'
import { townHall } from './town-hall.ts'

describe('the same file again', () => {
  const first = planOf([planned('Antrag prüfen'), planned('Bescheid schreiben')])

  it('never doubles a card and brings only new ones', () => {
    const hall = townHall()
    hall.bring(first)
    expect(hall.bring(first)).toEqual({ ok: false, refusal: { because: 'nothingToImport' } })
    const more = planOf([...first.items, planned('Akte ablegen')])
    expect(forecast(hall.view, hall.ofTeam(), more, hall.choicesFor(more))).toMatchObject({ fresh: 1, untouched: 2 })
    hall.bring(more)
    expect(hall.titlesIn('Offen')).toEqual(['Antrag prüfen', 'Bescheid schreiben', 'Akte ablegen'])
  })

  it.each([
    ['nobody has touched it', () => {}, 'Antrag eilig prüfen'],
    [
      'it was only moved',
      (hall: ReturnType<typeof townHall>, id: string) =>
        hall.run(moveItem, { item: id, place: 'backlog', spot: 'top' }),
      'Antrag eilig prüfen',
    ],
    [
      'somebody has renamed it',
      (hall: ReturnType<typeof townHall>, id: string) => hall.run(renameItem, { item: id, title: 'Bauantrag prüfen' }),
      'Bauantrag prüfen',
    ],
  ])('when the file has changed a title and %s', (_case, meanwhile, title) => {
    const hall = townHall()
    hall.bring(first)
    const card = hall.bySource('trello:Antrag prüfen')!
    meanwhile(hall, card.id)
    const changed = planOf([
      { ...first.items[0]!, title: 'Antrag eilig prüfen' },
      { ...first.items[1]!, estimate: 5 },
    ])
    hall.bring(changed)
    expect(hall.view.get(item, card.id)?.title).toBe(title)
    expect(hall.bySource('trello:Bescheid schreiben')?.estimate).toBe(5)
    hall.pass(1000)
    hall.bring(planOf([{ ...first.items[1]!, estimate: 8 }]))
    const { estimate, history } = hall.bySource('trello:Bescheid schreiben')!
    expect(estimate).toBe(8)
    expect(history.filter(({ kind }) => kind === 'estimate').map(({ value }) => value)).toEqual([5, 8])
  })

  it('recognises a card of its own by the key it has here', () => {
    const hall = townHall()
    hall.bring(first)
    const { key } = hall.bySource('trello:Antrag prüfen')!
    const plan = planOf([planned('Antrag prüfen', { source: 'csv:1', sourceKey: key })])
    expect(forecast(hall.view, hall.ofTeam(), plan, hall.choicesFor(plan)).untouched).toBe(1)
    const other = townHall()
    expect(forecast(other.view, other.ofTeam(), plan, other.choicesFor(plan)).untouched).toBe(0)
  })

  it('leaves a card alone that was made here by hand and has the same key', () => {
    const hall = townHall()
    hall.bring(first)
    const card = hall.bySource('trello:Antrag prüfen')!
    const facts = card.history.find(({ kind }) => kind === 'import')!
    hall.apply([
      {
        document: hall.document,
        type: 'item',
        id: card.id,
        cell: facts.key,
        before: undefined,
        after: ['else', null, 'anna'],
      },
    ])
    hall.bring(planOf([{ ...first.items[0]!, title: 'Anders' }, planned('Neu')]))
    expect(hall.view.get(item, card.id)?.title).toBe('Antrag prüfen')
  })

  it('brings a card again that was thrown away', () => {
    const hall = townHall()
    hall.bring(first)
    hall.run(deleteItems, { items: [hall.bySource('trello:Antrag prüfen')!.id] })
    expect(hall.bring(first).ok).toBe(true)
  })

  it('takes a source named twice once', () => {
    const hall = townHall()
    hall.bring(planOf([planned('Antrag prüfen'), planned('Antrag prüfen', { title: 'Doppelt' })]))
    expect(hall.titlesIn('Offen')).toEqual(['Antrag prüfen'])
  })
})
