import { impediment } from '../../../src/domain/impediments/impediment.ts'
import { reportImpediment, type ImpedimentFields } from '../../../src/domain/impediments/report-impediment.ts'
import { buildingOffice, document } from '../scrum/building-office.ts'

/** The building office with three cards, and something in their way. */
export const obstructedOffice = () => {
  const office = buildingOffice()
  for (const id of ['antrag', 'bescheid', 'karte']) office.card(id)
  const all = () => [...office.view.ids(impediment, 'open', document), ...office.view.ids(impediment, 'over', document)]
  return Object.assign(office, {
    report: (args: ImpedimentFields & { readonly items?: readonly string[] }): string => {
      const before = new Set(all())
      office.run(reportImpediment, { team: 'bau', ...args })
      return all().find(id => !before.has(id)) ?? ''
    },
    impediment: (id: string) => office.view.get(impediment, id)!,
    facts: (id: string) => office.view.get(impediment, id)!.history.map(({ kind, value }) => [kind, value] as const),
  })
}
