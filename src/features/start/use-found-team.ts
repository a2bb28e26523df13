import { useContext, useRef, useState } from 'react'
import { isCreation } from '../../domain/kernel/change.ts'
import { foundTeam } from '../../domain/people/found-team.ts'
import type { Method } from '../../domain/people/team.ts'
import { useT } from '../../i18n/use-t.ts'
import { boardAddress } from '../../parts/addresses.ts'
import { useDevice } from '../../parts/device-context.ts'
import { expectFirstCard } from '../../parts/first-card.ts'
import { useRefusalText } from '../../parts/use-refusal-text.ts'
import { WorkspaceContext } from '../../parts/workspace-context.ts'

type NewTeam = {
  readonly person: string
  readonly name: string
  readonly method: Method
  readonly people: readonly string[]
}

/** Founds a team in the open workspace, or in a new one when there is none. Out: the address of its board. */
export const useFoundTeam = () => {
  const t = useT('start')
  const device = useDevice()
  const open = useContext(WorkspaceContext)
  const textOf = useRefusalText()
  const [error, setError] = useState<string>()
  const founding = useRef(false)
  const found = async (wanted: NewTeam): Promise<string | undefined> => {
    // A second Enter would found a second workspace: making keys takes longer than a double click.
    if (founding.current) return undefined
    founding.current = true
    return make(wanted).finally(() => (founding.current = false))
  }
  const make = async ({ person, name, method, people }: NewTeam): Promise<string | undefined> => {
    const workspace = open ?? (await device.found({ name: name.trim(), person: person.trim() }))
    if (!workspace) return undefined
    const result = await workspace.run(foundTeam, {
      name,
      method,
      founderName: open ? undefined : person,
      people,
      columns: [
        { name: t('columns.ready'), category: 'open' },
        { name: t('columns.doing'), category: 'doing' },
        { name: t('columns.review'), category: 'doing' },
        { name: t('columns.done'), category: 'done' },
      ],
    })
    if (!result.ok) {
      setError(textOf(result.refusal))
      return undefined
    }
    const team = result.value.changes.find(change => isCreation(change) && change.type === 'team')
    expectFirstCard(team?.id ?? '')
    return boardAddress(team?.id ?? '')
  }
  return { found, error }
}
