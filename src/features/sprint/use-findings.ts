import type { StartFinding } from '../../domain/scrum/start-checks.ts'
import { shownKeyOf } from '../../domain/work/shown-key.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { cardTail, teamAddress } from '../../parts/addresses.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'

type FindingLine = { readonly id: string; readonly text: string; readonly go: () => void }

/** Presses what edits the thing, wherever on this screen it stands. */
const press = (selector: string) => (): void => {
  const control = document.querySelector<HTMLElement>(selector)
  control?.focus()
  control?.click()
}
const focus = (selector: string) => (): void => document.querySelector<HTMLElement>(selector)?.focus()

/** Each finding as a sentence that leads to what is missing. */
export const useFindings = (findings: readonly StartFinding[]): readonly FindingLine[] => {
  const t = useT('sprint')
  const format = useFormat()
  const team = useTeam()
  const { records } = useWorkspace()
  const { openOverlay, navigate } = useAddress()
  const openCard = (id: string | undefined) => () => {
    const key = shownKeyOf(records, id ?? '')
    if (key !== '') openOverlay(cardTail(key))
  }
  const toPeople = () => navigate(teamAddress(team.id, 'people'))
  const lineOf = (found: StartFinding): Omit<FindingLine, 'id'> => {
    switch (found.finding) {
      case 'goalIsMissing':
        return { text: t('findings.goalIsMissing'), go: press('[data-goal] button') }
      case 'daysAreMissing':
        return { text: t('findings.daysAreMissing'), go: press('[data-days]') }
      case 'sprintIsEmpty':
        return { text: t('findings.sprintIsEmpty'), go: focus('[data-side="backlog"] [data-card], [data-side] a') }
      case 'itemsAreUnestimated':
        return { text: t('findings.itemsAreUnestimated', { count: found.items.length }), go: openCard(found.items[0]) }
      case 'sprintIsOverMean':
        return {
          text: t('findings.sprintIsOverMean', { by: format.number(found.by) }),
          go: focus('[data-side="sprint"] [data-card]'),
        }
      case 'startIsPast':
      case 'startIsAhead':
        return { text: t(`findings.${found.finding}`, { day: format.day(found.start) }), go: press('[data-days]') }
      case 'endIsPast':
        return { text: t('findings.endIsPast', { day: format.day(found.end) }), go: press('[data-days]') }
      case 'developersAreTooFew':
        return { text: t('findings.developersAreTooFew', { count: found.count, least: found.least }), go: toPeople }
      case 'developersAreTooMany':
        return { text: t('findings.developersAreTooMany', { count: found.count, most: found.most }), go: toPeople }
      default:
        return { text: t(`findings.${found.finding}`), go: toPeople }
    }
  }
  return findings.map(found => ({
    id: 'person' in found ? `${found.finding} ${found.person}` : found.finding,
    ...lineOf(found),
  }))
}
