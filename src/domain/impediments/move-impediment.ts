import { edit, note, type Change } from '../kernel/change.ts'
import { defineCommand, type RuleContext } from '../kernel/command.ts'
import { oneLine } from '../kernel/line.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, type View } from '../kernel/view.ts'
import { noteBlocked, noteUnblocked } from './blocking.ts'
import { impediment, isOver, longest, type Impediment, type ImpedimentState, type Party } from './impediment.ts'
import type { ImpedimentRefusal } from './refusal.ts'

/**
 * Where an impediment may go from where it stands (DOMAIN 1.6). From every open state it can be resolved or tolerated; an escalated
 * one can climb a further step or come back to the team; what was over can be taken up again.
 */
export const transitions: { readonly [State in ImpedimentState]: readonly ImpedimentState[] } = {
  reported: ['accepted', 'inProgress', 'escalated', 'resolved', 'tolerated'],
  accepted: ['inProgress', 'escalated', 'resolved', 'tolerated'],
  inProgress: ['escalated', 'resolved', 'tolerated'],
  escalated: ['escalated', 'decided', 'inProgress', 'resolved', 'tolerated'],
  decided: ['inProgress', 'escalated', 'resolved', 'tolerated'],
  resolved: ['inProgress'],
  tolerated: ['inProgress'],
}

export type Transition = Readonly<{
  to: ImpedimentState
  /** For an escalation: the step of the ladder; one higher when left out. */
  level?: number
  /** Whose turn it is from now on; unchanged when left out. */
  party?: Party
  /** Kept in the history beside the transition. */
  reason?: string
}>

type Changes = Result<readonly Change[], ImpedimentRefusal>

const levelAfter = (record: Impediment, { to, level }: Transition): number =>
  to === 'escalated' ? (level ?? (record.level ?? 0) + 1) : (record.level ?? 0)

/** What the transition means for the items: being over ends the blocking, being taken up again begins it anew. */
const onItems = (view: View, record: Impediment, to: ImpedimentState, context: RuleContext): readonly Change[] => {
  if (isOver(record.state) === isOver(to)) return []
  return (isOver(to) ? noteUnblocked : noteBlocked)(view, record.id, record.items, context)
}

const go = (view: View, record: Impediment, move: Transition, helped: string, context: RuleContext): Changes => {
  const { to, party = record.party, reason = '' } = move
  if (!transitions[record.state].includes(to))
    return refuse({ because: 'impedimentCannotGoThere', from: record.state, to })
  const [before, level] = [record.level ?? 0, levelAfter(record, move)]
  if (to === 'escalated' && level <= before) return refuse({ because: 'levelIsNotHigher', level: before })
  const overAt = isOver(to) ? context.now : null
  const fact = (kind: string, value: string | number) => note(impediment, record, 'at', kind, value, context)
  return ok([
    ...edit(impediment, record, { state: to, party, overAt, helped, ...(level === before ? {} : { level }) }),
    fact('state', to),
    ...(level === before ? [] : [fact('level', level)]),
    ...(reason.trim() === '' ? [] : [fact('reason', reason.trim())]),
    ...onItems(view, record, to, context),
  ])
}

/**
 * Moves an impediment to another state: accept, take up, escalate, decide, tolerate, take up again. Each move is kept with time,
 * person and reason. Refuses what `transitions` does not name, and an escalation to a step that is not higher.
 */
export const moveImpediment = defineCommand(
  'moveImpediment',
  (view, args: Transition & { readonly impediment: string }, context): Changes => {
    const record = live(view, impediment, args.impediment)
    return record ? go(view, record, args, record.helped, context) : refuse({ because: 'impedimentIsGone' })
  },
)

/** It is out of the way. In: what helped, in one line, which stands on the cards it held up; may be empty. */
export const resolveImpediment = defineCommand(
  'resolveImpediment',
  (view, args: { readonly impediment: string; readonly helped: string }, context): Changes => {
    const record = live(view, impediment, args.impediment)
    if (!record) return refuse({ because: 'impedimentIsGone' })
    const helped = oneLine(args.helped)
    if (helped.length > longest.helped) return refuse({ because: 'textIsTooLong', longest: longest.helped })
    return go(view, record, { to: 'resolved' }, helped, context)
  },
)
