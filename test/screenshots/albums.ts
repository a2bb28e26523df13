import type { Page } from 'playwright'
import { boardTour, cardTour } from '../support/tours/board.ts'
import { colleaguesTour } from '../support/tours/colleagues.ts'
import { filesTour } from '../support/tours/files.ts'
import { firstDayTour } from '../support/tours/first-day.ts'
import { planningTour } from '../support/tours/planning.ts'
import type { Addresses, Spot, Stop } from '../support/walk.ts'
import { binTour, emptyDeviceTour, manyCardsTour, meetingTour } from './more-tours.ts'
import { worlds } from './worlds.ts'

/** What lies in a browser, and what is looked at there. */
export type Album = Readonly<{
  name: string
  prepare: (page: Page, address: string) => Promise<Addresses>
  stops: readonly Stop[]
}>

/** Opened where names are long: there something is left of a merge, and the card has all that a card can have. */
const withLongNames = ['what a merge left', 'checklist', 'photo', 'link', 'menu of a link']

const choose = (stop: Stop, isWanted: (name: string) => boolean): Stop => ({
  ...stop,
  surfaces: (stop.surfaces ?? []).filter(({ name }) => isWanted(name)),
})
const asInSample = (stop: Stop): Stop => choose(stop, name => !withLongNames.includes(name))
const asWithLongNames = (stop: Stop): Stop => ({
  ...choose(stop, name => withLongNames.includes(name)),
  name: `${stop.name} with long names`,
})
const named = (stops: readonly Stop[], name: string): readonly Stop[] => stops.filter(stop => stop.name === name)
const longNamesTour = [...named(boardTour, 'board'), ...named(cardTour, 'card'), ...named(planningTour, 'backlog')]

/** Every place and every surface is in one of them: the walks for accessibility, and what only pictures need. */
export const albums: readonly Album[] = [
  { name: 'empty device', prepare: worlds.nothing, stops: emptyDeviceTour },
  {
    name: 'sample',
    prepare: worlds.sample,
    stops: [...[...boardTour, ...cardTour].map(asInSample), ...planningTour, ...binTour, ...meetingTour],
  },
  { name: 'first day', prepare: worlds.firstDay, stops: [...firstDayTour, ...filesTour] },
  { name: 'colleagues', prepare: worlds.colleagues, stops: colleaguesTour },
  { name: 'long names', prepare: worlds.longNames, stops: longNamesTour.map(asWithLongNames) },
  { name: 'many cards', prepare: worlds.many, stops: manyCardsTour },
]

/** The pictures of an album by the name under which they are shown, in the order in which they are taken. */
export const spotsOf = ({ stops }: Album): readonly Spot[] =>
  stops.flatMap(({ name, surfaces = [] }) => [
    { name, isSurface: false },
    ...surfaces.map(surface => ({ name: `${name}: ${surface.name}`, isSurface: true, only: surface.only })),
  ])

/**
 * In: names of places, or of what opens over them. Out: the albums with these alone; what opens over a place is shown
 * with the place, a place that is named with everything that opens over it.
 */
export const wantedOf = (all: readonly Album[], names: readonly string[]): readonly Album[] =>
  all
    .map(album => ({
      ...album,
      stops: album.stops
        .map(stop => (names.includes(stop.name) ? stop : choose(stop, name => names.includes(`${stop.name}: ${name}`))))
        .filter(stop => names.includes(stop.name) || (stop.surfaces ?? []).length > 0),
    }))
    .filter(({ stops }) => stops.length > 0)
