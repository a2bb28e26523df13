import type { Onlooker } from '../../workspace/presence.ts'
import { lazyPart } from '../lazy-part.ts'
import { useSession } from '../workspace-context.ts'

const Onlookers = lazyPart(() => import('./onlookers.tsx'))

type OnlookersHereProps = {
  /** The document of the team. */
  readonly home: string
  /** The open card; without one the team's board is meant. */
  readonly card?: string
}

const looksHere =
  ({ home, card }: OnlookersHereProps) =>
  (one: Onlooker): boolean =>
    one.document === home && (card === undefined ? one.isOnBoard : one.card === card)

/** Who else looks at this board, or has this card open, right now. Nobody is nothing. */
export function OnlookersHere(props: OnlookersHereProps) {
  const here = useSession(({ onlookers }) =>
    [...new Set(onlookers.filter(looksHere(props)).map(({ person }) => person))].sort().join('\n'),
  )
  return here === '' ? null : <Onlookers people={here.split('\n')} />
}
