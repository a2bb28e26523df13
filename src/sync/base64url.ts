import type { Bytes } from '../journal/bytes.ts'

/** Bytes as text that goes through mails, links and QR codes: base64url without padding (RFC 4648). */
export const toBase64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

const pattern = /^[A-Za-z0-9_-]*$/

/** The bytes back, or undefined: one byte string has one text, so left-over bits must be zero. */
export const fromBase64Url = (text: string): Bytes | undefined => {
  if (!pattern.test(text) || text.length % 4 === 1) return undefined
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))
  return toBase64Url(bytes) === text ? bytes : undefined
}
