import { joinBytes, sha256, textBytes, type Bytes } from '../journal/bytes.ts'
import type { Link } from './link.ts'

/** What both sides have said and seen until now, each in its own words. */
export type Said = Readonly<{ nonce: Bytes; hello: Bytes }>

export type Side = 'offering' | 'answering'
const letters = { offering: 'I', answering: 'R' } as const

/**
 * The bytes that one side signs and the other checks. Both sides' nonces make it fresh, the certificates of DTLS bind it to this very
 * channel, the hellos to what was shown, and the side keeps one from being sent back as the other.
 * In: a label with version, the link, what this side and the other said, and whose proof it is.
 * Out: `label \0 I|R nonceI nonceR fingerprintI fingerprintR SHA-256(helloI) SHA-256(helloR)`.
 */
export const transcriptOf = async (label: string, link: Link, own: Said, other: Said, of: Side): Promise<Bytes> => {
  const { fingerprints, offered } = link
  const [offering, answering] = offered ? [own, other] : [other, own]
  const prints = offered ? [fingerprints.own, fingerprints.other] : [fingerprints.other, fingerprints.own]
  const hellos = await Promise.all([sha256(offering.hello), sha256(answering.hello)])
  const parts = [offering.nonce, answering.nonce, ...prints, ...hellos]
  return joinBytes(textBytes(`${label}\0${letters[of]}`), ...parts)
}

/** Which side this end of the link is, and which the other. */
export const sidesOf = ({ offered }: Link): Readonly<{ own: Side; other: Side }> =>
  offered ? { own: 'offering', other: 'answering' } : { own: 'answering', other: 'offering' }
