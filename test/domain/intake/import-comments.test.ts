import { describe, expect, it } from 'vitest'
import { addLink, removeLink } from '../../../src/domain/attachments/edit-link.ts'
import { linksOf } from '../../../src/domain/attachments/item-attachments.ts'
import { deleteComment } from '../../../src/domain/discussion/edit-comment.ts'
import { commentsOf } from '../../../src/domain/discussion/item-comments.ts'
import { forecast } from '../../../src/domain/intake/forecast.ts'
import type { PlanComment } from '../../../src/domain/intake/plan.ts'
import { describeItem } from '../../../src/domain/work/edit-text.ts'
import { planned, planOf } from './plans.ts'
import { townHall } from './town-hall.ts'

const said = (text: string, values: Partial<PlanComment> = {}): PlanComment => ({
  source: `trello:comment:${text}`,
  author: 'Clara Weiß',
  text,
  createdAt: Date.UTC(2025, 4, 2),
  ...values,
})
const board = (...comments: readonly PlanComment[]) => planOf([planned('Antrag', { comments })])

/** A town hall that has brought a card on which these things were said. */
const brought = (...comments: readonly PlanComment[]) => {
  const hall = townHall()
  hall.bring(board(...comments))
  const card = () => hall.bySource('trello:Antrag')!
  const texts = () => commentsOf(hall.view, card().id).map(({ text }) => text)
  const outlook = (...again: readonly PlanComment[]) => {
    const plan = board(...again)
    return forecast(hall.view, hall.ofTeam(), plan, hall.choicesFor(plan))
  }
  return { ...hall, card, texts, outlook }
}

describe('comments come along', () => {
  it('with the names and dates they have there; dates that lie ahead or are missing become today', () => {
    const ahead = Date.UTC(2031, 0, 1)
    const hall = brought(
      said('Erst', { author: ` Clara\n${'ß'.repeat(200)}` }),
      said('Später', { createdAt: ahead }),
      said('Irgendwann', { createdAt: null }),
    )
    const [first, ...rest] = commentsOf(hall.view, hall.card().id)
    expect(first).toMatchObject({ text: 'Erst', createdAt: Date.UTC(2025, 4, 2), createdBy: 'anna' })
    expect(first!.author).toBe(`Clara ${'ß'.repeat(114)}`)
    expect(rest.map(({ createdAt }) => createdAt)).toEqual([hall.now, hall.now])
  })

  it('once, though the file names one twice', () => {
    expect(brought(said('Erst'), said('Erst')).texts()).toEqual(['Erst'])
  })

  it('and again only what is new, also on a card somebody has edited since', () => {
    const hall = brought(said('Erst'))
    hall.run(describeItem, { item: hall.card().id, description: 'Von Hand' })
    expect(hall.bring(board(said('Erst')))).toMatchObject({ ok: false, refusal: { because: 'nothingToImport' } })
    expect(hall.outlook(said('Erst'), said('Neu'))).toMatchObject({ fresh: 0, updated: 1, comments: 1 })
    hall.bring(board(said('Erst'), said('Neu')))
    expect(hall.texts()).toEqual(['Erst', 'Neu'])
  })

  it('but not what was deleted here', () => {
    const hall = brought(said('Erst'), said('Weg'))
    const [, gone] = commentsOf(hall.view, hall.card().id)
    hall.run(deleteComment, { comment: gone!.id })
    expect(hall.bring(board(said('Erst'), said('Weg'))).ok).toBe(false)
    expect(hall.texts()).toEqual(['Erst'])
  })

  it('are counted in the dry run', () => {
    const plan = planOf([planned('Neu', { comments: [said('a'), said('b')] })])
    const hall = townHall()
    expect(forecast(hall.view, hall.ofTeam(), plan, hall.choicesFor(plan)).comments).toBe(2)
  })
})

describe('links come along', () => {
  const upload = (name: string, address = `https://trello.com/${name}`) => ({
    source: `trello:file:${name}`,
    address,
    name,
  })
  const withLinks = (...links: readonly ReturnType<typeof upload>[]) => planOf([planned('Antrag', { links })])

  it('with their names, again only new ones, none that would run something', () => {
    const hall = townHall()
    hall.bring(withLinks(upload('Plan.pdf'), upload('Plan.pdf'), upload('böse', 'javascript:alert(1)')))
    const card = hall.bySource('trello:Antrag')!
    const names = () => linksOf(hall.view, card.id).map(({ name }) => name)
    expect(names()).toEqual(['Plan.pdf'])
    hall.bring(withLinks(upload('Plan.pdf'), upload(`${'ß'.repeat(300)}`, 'https://trello.com/1')))
    expect(names()).toEqual(['Plan.pdf', 'ß'.repeat(200)])
    hall.run(removeLink, { link: linksOf(hall.view, card.id)[0]!.id })
    expect(hall.bring(withLinks(upload('Plan.pdf'))).ok).toBe(false)
  })
  it('but not a second time what somebody has linked by hand', () => {
    const hall = townHall()
    hall.bring(withLinks())
    const card = hall.bySource('trello:Antrag')!
    hall.run(addLink, { item: card.id, address: 'https://trello.com/Plan.pdf', name: 'Unser Plan' })
    expect(hall.bring(withLinks(upload('Plan.pdf'))).ok).toBe(false)
  })
})
