import { readUint8, type Decoder } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8, writeUint8Array } from 'lib0/encoding'
import { equalBytes, type Bytes } from '../journal/bytes.ts'
import { readBytes, readHash } from '../journal/read-whole.ts'
import { addressLength, type NetworkAddress } from './network-address.ts'

/** One way to reach a device over UDP. `srflx`, `relay`: seen by, or over, a server that the user has entered; by default there is none. */
export type Candidate = Readonly<{ kind: (typeof candidateKinds)[number]; address: NetworkAddress; port: number }>

/**
 * What a browser has to know of another one to reach it, in typed fields. Foreign SDP is never given to a browser: `writeSdp` builds it
 * anew from these fields, none of which can hold a line break.
 *
 * | bytes | what |
 * |---|---|
 * | 1, n | characters of the ICE user fragment (4–32); they themselves, six bits each, the last byte filled with zeros |
 * | 1, n | the same for the ICE password (22–64) |
 * | 32 | SHA-256 of the DTLS certificate |
 * | 1 | count of candidates (1–8), the best first |
 * | 1 | per candidate: kind × 16 (host 0, srflx 1, relay 2) + family (ipv4 0, ipv6 1, mdns 2) |
 * | 4 or 16, 2 | its address and its port, big endian |
 */
export type SessionDescription = Readonly<{
  ufrag: string
  password: string
  /** SHA-256 of the DTLS certificate. DTLS itself keeps whoever has another one out. */
  fingerprint: Bytes
  candidates: readonly Candidate[]
}>

export const mostCandidates = 8
export const candidateKinds = ['host', 'srflx', 'relay'] as const
const families = ['ipv4', 'ipv6', 'mdns'] as const
/** RFC 8839: the signs of user fragment and password are exactly those of base64. */
const iceSigns = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const ufragLengths = { least: 4, most: 32 }
const passwordLengths = { least: 22, most: 64 }
type Lengths = typeof ufragLengths

const isIceText = (text: string, { least, most }: Lengths): boolean =>
  text.length >= least && text.length <= most && [...text].every(sign => iceSigns.includes(sign))

const packIce = (text: string): Bytes => {
  const bits = [...text].map(sign => iceSigns.indexOf(sign).toString(2).padStart(6, '0')).join('')
  return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], byte => Number.parseInt(byte.padEnd(8, '0'), 2))
}

const readIce = (decoder: Decoder, lengths: Lengths): string => {
  const length = readUint8(decoder)
  const packed = readBytes(decoder, Math.ceil((length * 6) / 8))
  const bits = Array.from(packed, byte => byte.toString(2).padStart(8, '0')).join('')
  const text = Array.from({ length }, (_, at) => iceSigns[Number.parseInt(bits.slice(at * 6, at * 6 + 6), 2)]).join('')
  if (!isIceText(text, lengths) || !equalBytes(packIce(text), packed)) throw new RangeError('no ICE text')
  return text
}

/** Whether these two are a user fragment and a password as ICE has them. */
export const areIceTexts = (ufrag: string, password: string): boolean =>
  isIceText(ufrag, ufragLengths) && isIceText(password, passwordLengths)

/** The bytes of a description; `readDescription` is the other half. */
export const encodeDescription = ({ ufrag, password, fingerprint, candidates }: SessionDescription): Bytes => {
  const encoder = createEncoder()
  for (const text of [ufrag, password]) {
    writeUint8(encoder, text.length)
    writeUint8Array(encoder, packIce(text))
  }
  writeUint8Array(encoder, fingerprint)
  writeUint8(encoder, candidates.length)
  for (const { kind, address, port } of candidates) {
    writeUint8(encoder, candidateKinds.indexOf(kind) * 16 + families.indexOf(address.family))
    writeUint8Array(encoder, address.bytes)
    writeUint8(encoder, port >> 8)
    writeUint8(encoder, port & 255)
  }
  return toUint8Array(encoder)
}

const readCandidate = (decoder: Decoder): Candidate => {
  const code = readUint8(decoder)
  const [kind, family] = [candidateKinds[code >> 4], families[code & 15]]
  if (!kind || !family) throw new RangeError('unknown candidate')
  const bytes = readBytes(decoder, addressLength[family])
  const port = readUint8(decoder) * 256 + readUint8(decoder)
  if (port === 0) throw new RangeError('no port')
  return { kind, address: { family, bytes }, port }
}

/** Reads a description. Throws on anything else; only for use inside `readWhole`. */
export const readDescription = (decoder: Decoder): SessionDescription => {
  const ufrag = readIce(decoder, ufragLengths)
  const password = readIce(decoder, passwordLengths)
  const fingerprint = readHash(decoder)
  const count = readUint8(decoder)
  if (count < 1 || count > mostCandidates) throw new RangeError('wrong number of candidates')
  return { ufrag, password, fingerprint, candidates: Array.from({ length: count }, () => readCandidate(decoder)) }
}

/** At most so many candidates, in their order: the best of each kind, and then the best of all. */
export const shortlist = (candidates: readonly Candidate[], most: number): readonly Candidate[] => {
  const firsts = candidateKinds.flatMap(kind => candidates.find(candidate => candidate.kind === kind) ?? [])
  const chosen = new Set(firsts.slice(0, most))
  for (const candidate of candidates) if (chosen.size < most) chosen.add(candidate)
  return candidates.filter(candidate => chosen.has(candidate))
}
