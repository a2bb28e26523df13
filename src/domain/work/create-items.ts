import type { Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { refuse, type Result } from '../kernel/result.ts'
import { live } from '../kernel/view.ts'
import { team } from '../people/team.ts'
import { creation, type NewItem, type Target } from './creation.ts'
import { longestTitle } from './item.ts'
import { mostLines, pastedLines } from './pasted-lines.ts'
import type { WorkRefusal } from './refusal.ts'
import { descriptionRefusal } from './value-rules.ts'

export type CreateItems = Target & {
  readonly team: string
  /** What was pasted: one card per line. */
  readonly text: string
}

/** A line too long for a title is cut there and kept whole in the description. */
const fromLine = (text: string): NewItem =>
  text.length <= longestTitle ? { title: text } : { title: text.slice(0, longestTitle).trimEnd(), description: text }

/**
 * Makes one card per pasted line, in the order of the lines; bullets, numbers and tick boxes are taken off, empty lines dropped.
 * Refuses a paste without lines and one with more than 500, and otherwise as `createItem` does.
 */
export const createItems = defineCommand(
  'createItems',
  (view, { team: teamId, text, ...target }: CreateItems, context): Result<readonly Change[], WorkRefusal> => {
    const ofTeam = live(view, team, teamId)
    if (!ofTeam) return refuse({ because: 'teamIsGone' })
    const lines = pastedLines(text)
    if (lines.length === 0) return refuse({ because: 'linesAreMissing' })
    if (lines.length > mostLines) return refuse({ because: 'linesAreTooMany', most: mostLines, count: lines.length })
    const items = lines.map(line => ({ ...fromLine(line.text), id: context.newId() }))
    const tooLong = items.map(({ description }) => descriptionRefusal(description ?? '')).find(found => found)
    return tooLong ? refuse(tooLong) : creation(view, ofTeam, target, items, context)
  },
)
