import { oneLine } from '../domain/kernel/line.ts'
import { longestDescription, longestTitle } from '../domain/work/item.ts'
import type { Tally } from './tally.ts'

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/** Cuts a text to at most `most` bytes of UTF-8, between characters. */
export const cutBytes = (text: string, most: number): string => {
  if (text.length * 3 <= most || bytesOf(text) <= most) return text
  let cut = new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, most))
  while (cut.endsWith('\uFFFD')) cut = cut.slice(0, -1)
  return cut
}

/**
 * Fits title and description into what an item can hold. A title that is too long is cut and stands whole before the description;
 * a description over 32 KiB is cut. Both are named as findings.
 */
export const fitTexts = (
  { title, description }: { readonly title: string; readonly description: string },
  row: number,
  tally: Tally,
): { readonly title: string; readonly description: string } => {
  const line = oneLine(title)
  const isLong = line.length > longestTitle
  if (isLong) tally.find('titleCut', row, '', line)
  const text = isLong ? `${line}\n\n${description}`.trim() : description
  const cut = cutBytes(text, longestDescription)
  if (cut !== text) tally.find('textCut', row, '', line)
  return { title: line.slice(0, longestTitle).trimEnd(), description: cut }
}
