import { toHex, type Bytes } from '../journal/bytes.ts'

/** Where a device can be reached in its network. `mdns`: a name of chance that hides the address, `<uuid>.local`. */
export type NetworkAddress = Readonly<{ family: 'ipv4' | 'ipv6' | 'mdns'; bytes: Bytes }>

/** Bytes of an address of this family. */
export const addressLength = { ipv4: 4, ipv6: 16, mdns: 16 } as const

const readIpv4 = (text: string): Bytes | undefined => {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return undefined
  const parts = text.split('.').map(Number)
  return parts.every(part => part <= 255) ? Uint8Array.from(parts) : undefined
}

const groupsOf = (text: string): readonly string[] => (text === '' ? [] : text.split(':'))

/** The groups of an address, those that `::` stands for filled in. */
const allGroups = (text: string): readonly string[] | undefined => {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [before, after] = [groupsOf(halves[0] ?? ''), groupsOf(halves[1] ?? '')]
  if (halves.length === 1) return before
  const missing = 8 - before.length - after.length
  return missing < 1 ? undefined : [...before, ...Array.from({ length: missing }, () => '0'), ...after]
}

const readIpv6 = (text: string): Bytes | undefined => {
  const groups = allGroups(text)
  if (groups?.length !== 8 || !groups.every(group => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined
  return Uint8Array.from(groups.map(group => Number.parseInt(group, 16)).flatMap(group => [group >> 8, group & 255]))
}

const mdnsPattern = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\.local$/i

const readMdns = (text: string): Bytes | undefined => {
  const groups = mdnsPattern.exec(text)?.slice(1)
  return groups && Uint8Array.from(groups.join('').match(/../g) ?? [], pair => Number.parseInt(pair, 16))
}

const readers = { ipv4: readIpv4, ipv6: readIpv6, mdns: readMdns } as const
const families = ['ipv4', 'ipv6', 'mdns'] as const

/** Reads an address as a browser writes it into its description. Undefined for every other name: nothing else is looked up. */
export const readAddress = (text: string): NetworkAddress | undefined => {
  for (const family of families) {
    const bytes = readers[family](text)
    if (bytes) return { family, bytes }
  }
  return undefined
}

const ipv6Text = (hex: string): string => (hex.match(/.{4}/g) ?? []).join(':')
const mdnsText = (hex: string): string => `${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}.local`

/** Writes an address in its one form: letters of hexadecimal numbers, digits, dots, colons, hyphens and `local`, whatever the bytes are. */
export const addressText = ({ family, bytes }: NetworkAddress): string => {
  if (family === 'ipv4') return bytes.join('.')
  return family === 'ipv6' ? ipv6Text(toHex(bytes)) : mdnsText(toHex(bytes))
}
