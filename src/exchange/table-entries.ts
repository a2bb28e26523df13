import { linkRefusal } from '../domain/attachments/edit-link.ts'
import { longestAddress, longestLinkName } from '../domain/attachments/link.ts'
import type { PlanComment, PlanLink } from '../domain/intake/plan.ts'
import { oneLine } from '../domain/kernel/line.ts'
import { longestDescription } from '../domain/work/item.ts'
import { cutBytes } from './fit-text.ts'
import { parseMoment } from './parse-moment.ts'
import type { TableReading } from './table-reading.ts'
import type { TableRow } from './table-row.ts'
import { textHash } from './text-hash.ts'
import type { Tally } from './tally.ts'
import { readWikiMarkup } from './wiki-markup.ts'

type Entry = Readonly<{ at: number | null; author: string; rest: string }>

/** Jira writes `date;person;text`; the text may hold semicolons of its own. Anything else is all text. */
const readEntry = (cell: string, { isJira, mapping }: TableReading): Entry => {
  const [, date = '', author = '', rest = ''] =
    (isJira && /^([^;\n]{6,40});([^;\n]{0,200});([\s\S]*)$/.exec(cell)) || []
  const moment = date === '' ? undefined : parseMoment(date, mapping.dateOrder)
  return moment ? { at: moment.instant, author: author.trim(), rest } : { at: null, author: '', rest: cell }
}

/** What several entries of one row have in common is counted, so that each keeps a source of its own. */
const distinct = (): ((source: string) => string) => {
  const met = new Map<string, number>()
  return source => {
    const count = (met.get(source) ?? 0) + 1
    met.set(source, count)
    return count === 1 ? source : `${source}#${count}`
  }
}

/**
 * The comments of a row, oldest first as the columns have them. Who wrote one and when is what it is recognised by, so that one
 * whose words were changed there does not come twice; without a date its words have to do.
 */
export const commentsOf = (row: TableRow, reading: TableReading, tally: Tally): readonly PlanComment[] => {
  const sourceOf = distinct()
  return row.limited('comments', row.all('comments'), 500).flatMap(cell => {
    const { at, author, rest } = readEntry(cell, reading)
    const text = reading.isJira ? readWikiMarkup(rest, reading.nameOf) : rest.trim()
    if (text === '') return []
    const cut = cutBytes(text, longestDescription)
    if (cut !== text) tally.find('textCut', row.row, row.nameOf('comments'), text)
    const source = sourceOf(`csv:comment:${at === null ? textHash(text) : `${at}:${textHash(author)}`}`)
    return { source, author: oneLine(reading.nameOf(author)).slice(0, 200), text: cut, createdAt: at }
  })
}

const address = /(?:https?:\/\/|mailto:)[^\s<>"]+/i

/** `Name <address>` as our own table has it, `Name: https://…`, an address alone, a path or a file's name. */
const linkFrom = (text: string): { readonly name: string; readonly address: string } => {
  const [, named, inside] = /^([^<>]*)<([^<>]+)>$/.exec(text) ?? []
  if (inside !== undefined) return { name: (named ?? '').trim(), address: inside.trim() }
  const found = address.exec(text)?.[0]
  if (found === undefined) return { name: '', address: text }
  const around = text.replace(found, '').replace(/^[\s"<([]+|[\s":;,>)\]–-]+$/g, '')
  return { name: around, address: found }
}

/** Jira writes `date;person;file;address`; other tables one address a line. What cannot be a link is a loss. */
export const linksOf = (row: TableRow, reading: TableReading, tally: Tally): readonly PlanLink[] => {
  const lines = row.all('links').flatMap(cell => {
    const { at, rest } = readEntry(cell, reading)
    const [, file = '', target = ''] = (at !== null && /^(.*);([^;]*)$/s.exec(rest)) || []
    return target === '' ? rest.split('\n').map(line => linkFrom(line.trim())) : { name: file, address: target.trim() }
  })
  return row.limited('links', lines, 200).flatMap(({ name, address }) => {
    const link = { name: oneLine(name).slice(0, longestLinkName), address: address.slice(0, longestAddress + 1) }
    if (address === '') return []
    if (!linkRefusal(link)) return { ...link, source: `csv:link:${textHash(address)}` }
    tally.lose('attachments', name || address)
    return []
  })
}
