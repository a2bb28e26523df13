import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '../../../src/domain/kernel/command.ts'
import type { AnyRefusal } from '../../../src/domain/kernel/result.ts'
import { burndown } from '../../../src/domain/metrics/burndown.ts'
import { team } from '../../../src/domain/people/team.ts'
import { cancelSprint, carryOvers, closeSprint, type CarryOver } from '../../../src/domain/scrum/close-sprint.ts'
import { deleteSprint } from '../../../src/domain/scrum/delete-sprint.ts'
import { addToSprint, removeFromSprint } from '../../../src/domain/scrum/sprint-scope.ts'
import {
  activeSprints,
  doneItemsOfSprint,
  isOver,
  openItemsOfSprint,
  pointsOf,
  sprintsIn,
  sprintsOf,
} from '../../../src/domain/scrum/sprints.ts'
import { startSprint } from '../../../src/domain/scrum/start-sprint.ts'
import { estimateItems } from '../../../src/domain/work/edit-values.ts'
import { item, placeKey } from '../../../src/domain/work/item.ts'
import { moveItem } from '../../../src/domain/work/move-item.ts'
import { isDone, whereIs } from '../../../src/domain/work/whereabouts.ts'
import { buildingOffice, document } from './building-office.ts'

const cards = Array.from({ length: 8 }, (_, index) => `card ${index}`)
const places = ['backlog', 'ready', 'doing', 'done']

const office = () => {
  const scene = buildingOffice()
  for (const id of cards) scene.card(id)
  return scene
}
type Office = ReturnType<typeof office>

/** How often a card stands in the lists of all places and sprints: once, or not at all when it is dropped. */
const timesListed = ({ view }: Office, id: string): number =>
  places
    .flatMap(place =>
      [null, ...sprintsOf(view, document).map(sprint => sprint.id)].map(sprint => [place, sprint] as const),
    )
    .filter(([place, sprint]) => view.ids(item, 'place', placeKey(document, place, sprint)).includes(id)).length

const expectNothingLost = (scene: Office): void => {
  for (const id of cards) {
    const record = scene.item(id)
    expect(timesListed(scene, id)).toBe(record.dropped ? 0 : 1)
    const home = whereIs(scene.view, scene.view.get(team, 'bau')!, record)
    if (home.at === 'sprint' && isOver(scene.sprint(home.sprint).state)) expect(isDone(scene.view, record)).toBe(true)
  }
}

test('a close never loses or doubles a card: each is where it was said', () => {
  const card = fc.record({
    place: fc.constantFrom(...places),
    choice: fc.constantFrom(...carryOvers),
    joins: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.tuple(...cards.map(() => card)), chosen => {
      const scene = office()
      const sprint = scene.plan('Sprint 1')
      const joining = cards.filter((_, index) => chosen[index]?.joins)
      if (joining.length > 0) scene.run(addToSprint, { sprint, items: joining })
      scene.run(startSprint, { sprint })
      cards.forEach((id, index) => {
        if (chosen[index]?.joins && chosen[index].place !== 'backlog')
          scene.run(moveItem, { item: id, place: chosen[index].place })
      })
      const open = new Set(openItemsOfSprint(scene.view, sprint).map(({ id }) => id))
      const carryOver = Object.fromEntries(cards.map((id, index) => [id, chosen[index]?.choice ?? 'backlog']))
      scene.run(closeSprint, { sprint, carryOver, goalOutcome: 'partly', nextSprint: { name: 'Sprint 2' } })

      const next = sprintsIn(scene.view, document, 'planned')[0]!.id
      const lands: { readonly [Choice in CarryOver]: object } = {
        nextSprint: { sprint: next, dropped: null },
        backlog: { sprint: null, dropped: null, position: ['backlog', expect.anything()] },
        done: { sprint, dropped: null, position: ['done', expect.anything()] },
        dropped: { sprint: null, dropped: [scene.now, 'anna'] },
      }
      for (const id of open) expect(scene.item(id)).toMatchObject(lands[carryOver[id] as CarryOver])
      for (const id of joining.filter(joined => !open.has(joined))) expect(scene.item(id)).toMatchObject({ sprint })
      expect(openItemsOfSprint(scene.view, sprint)).toEqual([])
      expectNothingLost(scene)
    }),
    { numRuns: 150 },
  )
})

/** One thing somebody does, told in numbers; what is refused changes nothing. */
const deed = fc.record({
  does: fc.constantFrom('plan', 'add', 'remove', 'start', 'move', 'estimate', 'close', 'cancel', 'delete', 'wait'),
  card: fc.nat(cards.length - 1),
  number: fc.nat(100),
})
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never

const perform = (scene: Office, { does, card, number }: Deed): void => {
  const attempt = <Args, Refusal extends AnyRefusal>(command: Command<Args, Refusal>, args: Args): void => {
    if (scene.whyNot(command, args) === 'no refusal') scene.run(command, args)
  }
  const sprints = sprintsOf(scene.view, document)
  const sprint = sprints[number % Math.max(1, sprints.length)]?.id ?? 'none'
  const items = [cards[card]!, cards[number % cards.length]!]
  const carryOver = Object.fromEntries(cards.map((id, index) => [id, carryOvers[(number + index) % 4]!]))
  const deeds: { readonly [Does in Deed['does']]: () => void } = {
    plan: () => void scene.plan('Sprint', { start: '2026-11-16', end: '2026-12-31' }),
    add: () => attempt(addToSprint, number % 2 ? { sprint, items } : { sprint, items, spot: { before: cards[0] } }),
    remove: () => attempt(removeFromSprint, { items }),
    start: () => attempt(startSprint, { sprint }),
    move: () => attempt(moveItem, { item: items[0]!, place: places[number % places.length]! }),
    estimate: () => attempt(estimateItems, { items, estimate: number % 13 }),
    close: () =>
      attempt(closeSprint, { sprint, carryOver, goalOutcome: 'reached', nextSprint: { name: `nach ${number}` } }),
    cancel: () => attempt(cancelSprint, { sprint }),
    delete: () => attempt(deleteSprint, { sprint }),
    wait: () => scene.pass(number * 600_000),
  }
  scene.pass(1)
  deeds[does]()
}

test('whatever a team does, no card is lost, doubled or hidden, and the burndown ends at what is open', () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 5, maxLength: 40 }), deeds => {
      const scene = office()
      for (const each of deeds) perform(scene, each)
      scene.pass(1)
      expectNothingLost(scene)
      expect(activeSprints(scene.view, document).length).toBeLessThanOrEqual(1)
      for (const running of activeSprints(scene.view, document)) {
        const chart = burndown(scene.view, running, scene.now)
        if (!chart) continue
        const [open, done] = [openItemsOfSprint(scene.view, running.id), doneItemsOfSprint(scene.view, running.id)]
        const weigh = (list: typeof open) => (chart.unit === 'points' ? pointsOf(list) : list.length)
        expect(chart.latest?.work).toEqual({ remaining: weigh(open), scope: weigh(open) + weigh(done) })
        expect(chart.start.scope).toBe(chart.unit === 'points' ? running.plannedPoints : running.plannedItems)
      }
    }),
    { numRuns: 200 },
  )
})
