import type { DocumentName } from '../../domain/kernel/record.ts'
import { isWithin, type Cover } from './picked.ts'
import { isBelow, type Known, type Shelf } from './shelf.ts'

/** Numbers beyond are nobody's: who reads one in a file's name does not count on from there. */
const highest = 2 ** 40

const namePattern = /^(\d{1,13})-(\d{1,13})\b.*$/

/** The last number a file's name speaks of, whatever a carrier has added to the name; 0 where it is no segment's. */
export const lastNumberOf = (path: string): number => {
  const match = namePattern.exec(path.slice(path.lastIndexOf('/') + 1))
  const [first, last] = [Number(match?.[1]), Number(match?.[2])]
  return match && first <= last && last < highest ? last : 0
}

type OwnFile = Readonly<{ path: string; number: number; known: Known }>

/** Files in this device's own folder that it has understood, oldest first. */
const ownFiles = (shelf: Shelf, below: string, document?: DocumentName): readonly OwnFile[] =>
  [...shelf.files]
    .flatMap(([path, known]) => {
      const isOwn = isBelow(path, below) && known.picked.state === 'settled' && known.picked.document !== undefined
      const isMeant = document === undefined || known.picked.document === document
      return isOwn && isMeant ? [{ path, number: lastNumberOf(path), known }] : []
    })
    .sort((a, b) => a.number - b.number)

/** An own file of which everything lies in newer own files, and those. */
export type Superfluous = Readonly<{ path: string; newer: readonly string[] }>

export const superfluousFiles = (shelf: Shelf, below: string): readonly Superfluous[] => {
  const files = ownFiles(shelf, below)
  return files.flatMap(({ path, number, known: { picked } }) => {
    const newer = files.filter(other => other.number > number && other.known.picked.document === picked.document)
    const covers = newer.flatMap(({ known }) => known.picked.covers)
    return newer.length > 0 && isWithin(picked.covers, covers) ? [{ path, newer: newer.map(one => one.path) }] : []
  })
}

/** What the small own files of a document cover together, where there are so many that they are better one. */
export const mergeableCovers = (
  shelf: Shelf,
  below: string,
  document: DocumentName,
  { mergeAt, mergeBelow }: Readonly<{ mergeAt: number; mergeBelow: number }>,
): readonly Cover[] => {
  const small = ownFiles(shelf, below, document).filter(({ known }) => known.size < mergeBelow)
  return small.length >= mergeAt ? small.flatMap(({ known }) => known.picked.covers) : []
}
