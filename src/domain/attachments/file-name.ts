import { plainLine } from '../kernel/line.ts'
import { longestFileName } from './attachment.ts'

/**
 * A file's name as it is kept: without the folders before it and without unseen characters; one over 255 characters is cut before
 * its ending. Empty when nothing is left.
 */
export const fileName = (name: string): string => {
  const last = plainLine(name.replace(/^.*[\\/]/s, '')).replace(/^\.+$/, '')
  if (last.length <= longestFileName) return last
  const ending = /\.[^.]{1,16}$/.exec(last)?.[0] ?? ''
  return last.slice(0, longestFileName - ending.length) + ending
}
