import { plainLine } from '../kernel/line.ts'

/** What an address is: something to open, or a text to copy (a network path, a file number). */
export type Address =
  { readonly kind: 'web' | 'mail'; readonly href: string } | { readonly kind: 'path' | 'text'; readonly text: string }

const runsSomething = /^(javascript|vbscript|livescript|data|blob|filesystem|view-source):/i
const networkPath = /^(\\\\|\/\/|[a-z]:[\\/]|file:)/i
const mail = /^mailto:[^\s@]+@[^\s@]+$/i

const webAddress = (text: string): string | undefined => {
  const full = /^www\./i.test(text) ? `https://${text}` : text
  if (!/^https?:\/\//i.test(full)) return undefined
  return URL.canParse(full) ? new URL(full).href : undefined
}

/**
 * Says what an address is. http, https and mailto can be opened, `www.` counts as https; a network path and a file number such as
 * `10.23.4-2026/17` are texts to copy. Undefined: it would run something (`javascript:`, `data:` and the like, whatever stands
 * between their letters), and is neither. Safe for whatever stands in a record.
 */
export const readAddress = (address: string): Address | undefined => {
  const text = plainLine(address)
  if (text === '' || runsSomething.test(text.replace(/\s/g, ''))) return undefined
  const href = webAddress(text)
  if (href !== undefined) return { kind: 'web', href }
  if (mail.test(text)) return { kind: 'mail', href: text }
  return { kind: networkPath.test(text) ? 'path' : 'text', text }
}
