import { readAddress } from '../../domain/attachments/address.ts'

export type TypedLink = { readonly address: string; readonly name: string }

const opens = (word: string): boolean => ['web', 'mail'].includes(readAddress(word)?.kind ?? 'text')

/** One typed line: an address that can be opened, with its name before or after it; anything else is a path or a file number as it stands. */
export const readTypedLink = (line: string): TypedLink => {
  const words = line.trim().split(/\s+/)
  const address = words.find(opens)
  if (address === undefined) return { address: line.trim(), name: '' }
  const name = words.filter(word => word !== address).join(' ')
  return { address, name: name.replace(/^[-–:]\s*|\s*[-–:]$/g, '') }
}
