import { useCallback, useEffect, useRef } from 'react'
import { proposeChoices } from '../../domain/intake/choices.ts'
import type { ImportPlan } from '../../domain/intake/plan.ts'
import type { TableMapping } from '../../domain/intake/table.ts'
import { useExchange } from '../../parts/exchange-context.ts'
import type { FileRefusal, ReadFile } from '../../workspace/exchange-port.ts'
import { goTo, intake, type NewTeam, type Review } from './intake-store.ts'
import { useHueWords } from './use-hue-words.ts'
import { useTarget } from './use-target.ts'

const onlyPerson = ({ people }: ImportPlan): string => (people.length === 1 ? (people[0]?.name ?? '') : '')

/** Reads files for the wizard. `team`: where the import goes; undefined when a team is founded with it. */
export const useReadingFile = (team: string | undefined) => {
  const exchange = useExchange()
  const hueWords = useHueWords()
  const targetFor = useTarget(team)
  const current = useRef<AbortController>(undefined)
  useEffect(() => () => current.current?.abort(), [])

  const begin = useCallback((): AbortController => {
    current.current?.abort()
    current.current = new AbortController()
    return current.current
  }, [])

  const reviewOf = (file: File, plan: ImportPlan, table: Review['table']): Review => {
    const newTeam: NewTeam | undefined =
      team === undefined ? { name: plan.name, person: onlyPerson(plan), method: 'kanban' } : undefined
    const target = targetFor('kanban')
    return {
      step: 'review',
      file,
      plan,
      table,
      newTeam,
      choices: proposeChoices(target.view, target.team, plan, hueWords),
    }
  }

  const show = async (file: File, read: ReadFile, signal: AbortSignal): Promise<void> => {
    if (read.kind === 'archive') return goTo({ step: 'archive', archive: read.archive, person: '' })
    if (read.kind === 'trello') return goTo(reviewOf(file, read.plan, undefined))
    const planned = await exchange.planTable(file, read.mapping, { signal })
    if (signal.aborted) return
    if (planned.ok) goTo(reviewOf(file, planned.value, { sample: read.sample, mapping: read.mapping }))
    else goTo({ step: 'choose', refusal: planned.refusal, file: file.name })
  }

  const refuse = (file: File, refusal: FileRefusal): void => {
    if (refusal.because === 'passphraseNeeded') goTo({ step: 'passphrase', file })
    else if (refusal.because === 'passphraseWrong') goTo({ step: 'passphrase', file, because: refusal })
    else goTo({ step: 'choose', refusal, file: file.name })
  }

  /** `passphrase`: for an archive that has said it is sealed. */
  const readFile = async (file: File, passphrase?: string): Promise<void> => {
    const { signal } = begin()
    goTo({ step: 'reading', file: file.name, share: 0 })
    const onProgress = (share: number) => !signal.aborted && goTo({ step: 'reading', file: file.name, share })
    const read = await exchange.read(file, { signal, onProgress, passphrase })
    if (signal.aborted) return
    if (read.ok) await show(file, read.value, signal)
    else refuse(file, read.refusal)
  }

  /** Another understanding of the same table: the plan is made anew, choices begin again. */
  const mapTable = async (review: Review, mapping: TableMapping): Promise<void> => {
    if (!review.table) return
    const { signal } = begin()
    const table = { ...review.table, mapping }
    goTo({ ...review, table })
    const planned = await exchange.planTable(review.file, mapping, { signal })
    const { state } = intake.getState()
    if (signal.aborted || state.step !== 'review' || !planned.ok) return
    goTo({ ...reviewOf(review.file, planned.value, table), newTeam: state.newTeam })
  }

  const cancel = (): void => {
    begin()
    goTo({ step: 'choose' })
  }

  return { readFile, mapTable, cancel }
}
