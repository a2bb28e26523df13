import { hasBit, type Bits } from './bits.ts'
import { toHex } from './bytes.ts'
import { listed, type History, type KeyAct } from './membership-history.ts'
import type { View } from './membership-view.ts'

/** A key of a document, named by the entry that made it, in hexadecimal. */
export type KeyName = Readonly<{ document: string; epoch: number; key: string }>

/**
 * Every device that was ever handed this key: by the entry that made it, or by one that had it. Whether these acts count does not
 * matter: what was handed over is there to be read, and the rotation has to know. In: the key's act; with a past, only what lies in it.
 */
export const holdersOf = (history: History, made: KeyAct, past?: Bits): ReadonlySet<string> => {
  const holders = new Set(made.act.keys.wrapped.map(({ device }) => toHex(device)))
  for (const { act, entry, index } of listed(history.shares, made.act.keys.document)) {
    if ((past && !hasBit(past, index)) || !holders.has(entry.device)) continue
    for (const { key, device } of act.shares) if (toHex(key) === made.entry.hash) holders.add(toHex(device))
  }
  return holders
}

/** The act that made a key, if the document has one of this name. */
export const keyAct = (history: History, { document, epoch, key }: KeyName): KeyAct | undefined =>
  listed(history.keys, document).find(({ act, entry }) => entry.hash === key && act.keys.epoch === epoch)

/** Whether a device was handed a key in the past of this view. */
export const hasKey = ({ history, past }: View, name: KeyName, device: string): boolean => {
  const made = keyAct(history, name)
  return made !== undefined && (!past || hasBit(past, made.index)) && holdersOf(history, made, past).has(device)
}
