import { readAddress } from '../../domain/attachments/address.ts'
import { oneLine } from '../../domain/kernel/line.ts'
import { longestTitle } from '../../domain/work/item.ts'
import type { SharedThing } from '../../parts/app-context.ts'

/** What was shared, as a card takes it. */
export type SharedWords = {
  /** Proposed for a new card. */
  readonly title: string
  /** What the title does not say already. */
  readonly rest: string
  /** Everything that was written, for a comment. */
  readonly whole: string
  /** Undefined when nothing of it can be opened. */
  readonly link: { readonly address: string; readonly name: string } | undefined
}

const opens = (address: string): boolean => ['web', 'mail'].includes(readAddress(address)?.kind ?? 'text')

/** Some apps write the address into the text, some beside it. A text that is nothing else becomes a link, all other text stays text. */
export const readShared = ({ title, text, url, files }: Omit<SharedThing, 'id'>): SharedWords => {
  const [named, written, beside] = [oneLine(title), text.trim(), url.trim()]
  const address = [beside, written].find(opens)
  const words = written === address ? '' : written
  // What calls itself an address and is none is kept as it was written.
  const lost = beside !== '' && beside !== address ? beside : ''
  const body = [words, lost].filter(part => part !== '').join('\n\n')
  const [first = '', ...others] = body.split('\n')
  const proposal = named || oneLine(first) || oneLine(address ?? '') || (files[0]?.name ?? '').replace(/\.\w{1,5}$/, '')
  const isWhole = proposal.length <= longestTitle
  return {
    title: proposal.slice(0, longestTitle),
    rest: named !== '' || !isWhole ? body : others.join('\n').trim(),
    whole: [named, body].filter(part => part !== '').join('\n\n'),
    link: address === undefined ? undefined : { address, name: named },
  }
}
