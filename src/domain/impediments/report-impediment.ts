import { bringBack, create, discard, edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { isDay, type Day } from '../kernel/day.ts'
import { lineRefusal, oneLine } from '../kernel/line.ts'
import type { DocumentName } from '../kernel/record.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live, type View } from '../kernel/view.ts'
import { documentOfTeam, team } from '../people/team.ts'
import { item } from '../work/item.ts'
import { noteBlocked, noteUnblocked } from './blocking.ts'
import { impediment, isOver, longest, type Party, type Severity } from './impediment.ts'
import type { ImpedimentRefusal } from './refusal.ts'

/** Everything but the title has a default and can be said later. */
export type ImpedimentFields = Readonly<{
  title: string
  effect?: string
  severity?: Severity
  party?: Party
  partyName?: string
  owner?: string | null
  nextStep?: string
  dueAt?: Day | null
  escalateAt?: Day | null
  helped?: string
}>

type Changes = Result<readonly Change[], ImpedimentRefusal>

const refusalOf = (fields: Partial<ImpedimentFields>): ImpedimentRefusal | undefined => {
  const { title, dueAt = null, escalateAt = null } = fields
  const unfit = title === undefined ? undefined : lineRefusal(title, longest.title)
  if (unfit) return unfit
  if ([dueAt, escalateAt].some(day => day !== null && !isDay(day))) return { because: 'dayIsUnfit' }
  const tooLong = longerFields.find(name => (fields[name] ?? '').length > longest[name])
  return tooLong && { because: 'textIsTooLong', longest: longest[tooLong] }
}

const longerFields = ['effect', 'partyName', 'nextStep', 'helped'] as const

const itemRefusal = (view: View, document: DocumentName, items: readonly string[]): ImpedimentRefusal | undefined => {
  const found = items.map(id => live(view, item, id))
  if (found.includes(undefined)) return { because: 'itemIsGone' }
  return found.some(record => record?.document !== document) ? { because: 'itemIsInAnotherTeam' } : undefined
}

/**
 * Reports what holds the team up. A title is enough; the items it blocks carry the fact from this moment. Refuses an empty title, texts
 * that are too long, days that do not exist, items that are gone or belong to another team.
 */
export const reportImpediment = defineCommand(
  'reportImpediment',
  (view, args: ImpedimentFields & { readonly team: string; readonly items?: readonly string[] }, context): Changes => {
    const { team: id, items: wanted = [], ...fields } = args
    const home = live(view, team, id)
    if (!home) return refuse({ because: 'teamIsGone' })
    const document = documentOfTeam(home)
    const items = [...new Set(wanted)]
    const refusal = refusalOf(fields) ?? itemRefusal(view, document, items)
    if (refusal) return refuse(refusal)
    const at = { document, id: context.newId() }
    return ok([
      ...create(impediment, at, { ...fields, title: oneLine(fields.title), items }, context),
      ...noteBlocked(view, at.id, items, context),
    ])
  },
)

/** Changes single fields; what is left out stays. Refuses an empty title, texts that are too long, days that do not exist. */
export const editImpediment = defineCommand(
  'editImpediment',
  (view, args: Partial<ImpedimentFields> & { readonly impediment: string }): Changes => {
    const { impediment: id, ...fields } = args
    const record = live(view, impediment, id)
    if (!record) return refuse({ because: 'impedimentIsGone' })
    const refusal = refusalOf(fields)
    if (refusal) return refuse(refusal)
    return ok(
      edit(impediment, record, fields.title === undefined ? fields : { ...fields, title: oneLine(fields.title) }),
    )
  },
)

type ItemsOfImpediment = Readonly<{ impediment: string; items: readonly string[] }>

/** Says of more items that they are held up. Those that are attached already stay as they are. */
export const attachItems = defineCommand('attachItems', (view, args: ItemsOfImpediment, context): Changes => {
  const record = live(view, impediment, args.impediment)
  if (!record) return refuse({ because: 'impedimentIsGone' })
  const added = [...new Set(args.items)].filter(id => !record.items.includes(id))
  const refusal = itemRefusal(view, record.document, added)
  if (refusal) return refuse(refusal)
  return ok([
    ...edit(impediment, record, { items: [...record.items, ...added] }),
    ...(isOver(record.state) ? [] : noteBlocked(view, record.id, added, context)),
  ])
})

/** Says of items that this impediment does not hold them up, whether or not it is over. */
export const detachItems = defineCommand('detachItems', (view, args: ItemsOfImpediment, context): Changes => {
  const record = live(view, impediment, args.impediment)
  if (!record) return refuse({ because: 'impedimentIsGone' })
  const removed = record.items.filter(id => args.items.includes(id))
  return ok([
    ...edit(impediment, record, { items: record.items.filter(id => !removed.includes(id)) }),
    ...(isOver(record.state) ? [] : noteUnblocked(view, record.id, removed, context)),
  ])
})

/** Puts an impediment into the bin: from now on it holds nothing up. */
export const deleteImpediment = defineCommand(
  'deleteImpediment',
  (view, args: { readonly impediment: string }, context): Changes => {
    const record = live(view, impediment, args.impediment)
    if (!record) return refuse({ because: 'impedimentIsGone' })
    const held = isOver(record.state) ? [] : record.items
    return ok([...discard(record, context), ...noteUnblocked(view, record.id, held, context)])
  },
)

/** Takes an impediment out of the bin; while it is open it holds its items up again. */
export const restoreImpediment = defineCommand(
  'restoreImpediment',
  (view, args: { readonly impediment: string }, context): Changes => {
    const record = view.get(impediment, args.impediment)
    if (!record) return refuse({ because: 'impedimentIsGone' })
    const held = record.deleted === null || isOver(record.state) ? [] : record.items
    return ok([...bringBack(record), ...noteBlocked(view, record.id, held, context)])
  },
)
