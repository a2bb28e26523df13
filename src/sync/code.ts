import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { equalBytes, joinBytes, sha256, type Bytes } from '../journal/bytes.ts'
import { fromBase64Url, toBase64Url } from './base64url.ts'

/**
 * What a person carries from one device to another: in a mail, a chat, a picture of squares.
 *
 * | bytes | what |
 * |---|---|
 * | 1 | invitation 1, reply 2, reply of a device that is a member already 3 |
 * | 1 | version 1 |
 * | n | body |
 * | 4 | first bytes of the SHA-256 of all before: a sign lost on the way is noticed before anybody waits for a connection |
 */
const kinds = ['invitation', 'reply', 'return'] as const
export type CodeKind = (typeof kinds)[number]
const version = 1
const headLength = 2
const checkLength = 4

/** A code that cannot be used. `another kind`: an invitation was pasted where a reply belongs, or the other way round. */
export type CodeRefusal =
  | { readonly because: 'code is damaged' }
  | { readonly because: 'code is of another kind'; readonly kind: CodeKind }
  | { readonly because: 'code is newer'; readonly version: number }

/** Bytes of a body so that the code has at most 280 signs. */
export const longestBody = (280 * 3) / 4 - headLength - checkLength

const checkOf = async (bytes: Bytes): Promise<Bytes> => (await sha256(bytes)).slice(0, checkLength)

/** The code for a body, as text. */
export const writeCode = async (kind: CodeKind, body: Uint8Array): Promise<string> => {
  const bytes = joinBytes(Uint8Array.of(kinds.indexOf(kind) + 1, version), body)
  return toBase64Url(joinBytes(bytes, await checkOf(bytes)))
}

const fragment = '#/join/'

/** A link that opens the app with a code. The code stands behind the `#`, which no browser sends to a server. */
export const joinLink = (address: string, code: string): string => `${address.replace(/#.*$/s, '')}${fragment}${code}`

/** What people paste: the code alone or a whole link, with line breaks of a mail in it. */
const codeIn = (text: string): string => {
  const bare = text.replaceAll(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, '')
  const at = bare.lastIndexOf(fragment)
  return at < 0 ? bare : bare.slice(at + fragment.length)
}

export type Code<Kind extends CodeKind> = Readonly<{ kind: Kind; body: Bytes }>

/** A code of one of these kinds. In: whatever was pasted or scanned. */
export const readCode = async <Kind extends CodeKind>(
  wanted: readonly Kind[],
  text: string,
): Promise<Result<Code<Kind>, CodeRefusal>> => {
  const bytes = fromBase64Url(codeIn(text.slice(0, 4_000)))
  if (!bytes || bytes.length < headLength + checkLength) return refuse({ because: 'code is damaged' })
  const signed = bytes.slice(0, -checkLength)
  if (!equalBytes(await checkOf(signed), bytes.slice(-checkLength))) return refuse({ because: 'code is damaged' })
  const [kindNumber = 0, ownVersion = 0] = signed
  const found = kinds[kindNumber - 1]
  if (!found) return refuse({ because: 'code is damaged' })
  const kind = wanted.find(one => one === found)
  if (!kind) return refuse({ because: 'code is of another kind', kind: found })
  return ownVersion === version
    ? ok({ kind, body: signed.slice(headLength) })
    : refuse({ because: 'code is newer', version: ownVersion })
}
