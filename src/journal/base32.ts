import type { Bytes } from './bytes.ts'

/** Crockford's digits: none of them is taken for another on paper, and a QR code holds them at its densest. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const bitsPerDigit = 5

/** Bytes as digits, the last one filled up with zeros. */
export const toBase32 = (bytes: Uint8Array): string => {
  const bits = Array.from(bytes, byte => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map(group => digits.charAt(Number.parseInt(group.padEnd(bitsPerDigit, '0'), 2))).join('')
}

/**
 * Digits back to bytes, as somebody typed or scanned them: in any case, with spaces and hyphens, O for 0, I or L for 1. Undefined where a sign is
 * no digit; bits that fill no byte are left out.
 */
export const fromBase32 = (text: string): Bytes | undefined => {
  const typed = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const values = Array.from(typed, sign => digits.indexOf(sign))
  if (values.includes(-1)) return undefined
  const bits = values.map(value => value.toString(2).padStart(bitsPerDigit, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], byte => Number.parseInt(byte, 2))
}
