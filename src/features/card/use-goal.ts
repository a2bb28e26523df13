import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import type { Goal } from './use-bringing-to-card.ts'

type Choice = {
  readonly way: 'new' | 'existing'
  readonly title: string
  readonly place: string
  readonly card?: string | undefined
}

/** A new card or one that is there: what the person has chosen so far, and what is missing. */
export const useGoal = (initial: Choice) => {
  const t = useT('card')
  const [choice, setChoice] = useState(initial)
  const [error, setError] = useState<string>()
  const { way, title, place, card } = choice
  const read = (): Goal | undefined => {
    if (way === 'new' && title.trim() !== '') return { title, place }
    if (way === 'existing' && card !== undefined) return { card }
    setError(t(way === 'new' ? 'titleIsMissing' : 'shared.cardIsMissing'))
    return undefined
  }
  const choose = (part: Partial<Choice>) => {
    setChoice(now => ({ ...now, ...part }))
    setError(undefined)
  }
  return { choice, choose, error, refuse: setError, read }
}
