import { bringBack, discard, edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { lineRefusal, oneLine } from '../kernel/line.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live } from '../kernel/view.ts'
import { isPrefix } from './prefix.ts'
import { longestName } from './person.ts'
import type { PeopleRefusal } from './refusal.ts'
import { team, type Method } from './team.ts'

type Edited = Result<readonly Change[], PeopleRefusal>
type OfTeam = { readonly team: string }

/** Gives a team another name; its prefix stays. Refuses an empty name and one over 120 characters. */
export const renameTeam = defineCommand(
  'renameTeam',
  (view, { team: id, name }: OfTeam & { readonly name: string }): Edited => {
    const record = live(view, team, id)
    if (!record) return refuse({ because: 'teamIsGone' })
    const refusal = lineRefusal(name, longestName)
    return refusal ? refuse(refusal) : ok(edit(team, record, { name: oneLine(name) }))
  },
)

/** Sets the prefix of cards made from now on; keys that were given stay. Refuses what is not two to six capitals. */
export const setPrefix = defineCommand(
  'setPrefix',
  (view, { team: id, prefix }: OfTeam & { readonly prefix: string }): Edited => {
    const record = live(view, team, id)
    if (!record) return refuse({ because: 'teamIsGone' })
    return isPrefix(prefix) ? ok(edit(team, record, { prefix })) : refuse({ because: 'prefixIsUnfit' })
  },
)

/**
 * Changes a team's way of working, both ways and at any time; cards and sprints stay as they are. What a person should know first
 * (a sprint runs) is in `methodFindings`.
 */
export const changeMethod = defineCommand(
  'changeMethod',
  (view, { team: id, method }: OfTeam & { readonly method: Method }): Edited => {
    const record = live(view, team, id)
    return record ? ok(edit(team, record, { method })) : refuse({ because: 'teamIsGone' })
  },
)

/** Puts a team into the bin with all it has; nothing in its document is touched. */
export const deleteTeam = defineCommand('deleteTeam', (view, { team: id }: OfTeam, context): Edited => {
  const record = live(view, team, id)
  return record ? ok(discard(record, context)) : refuse({ because: 'teamIsGone' })
})

/** Takes a team out of the bin. */
export const restoreTeam = defineCommand('restoreTeam', (view, { team: id }: OfTeam): Edited => {
  const record = view.get(team, id)
  if (!record) return refuse({ because: 'teamIsGone' })
  return record.deleted ? ok(bringBack(record)) : refuse({ because: 'teamIsNotInBin' })
})
