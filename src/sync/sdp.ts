import type { Bytes } from '../journal/bytes.ts'
import { addressText, readAddress } from './network-address.ts'
import {
  areIceTexts,
  candidateKinds,
  mostCandidates,
  shortlist,
  type Candidate,
  type SessionDescription,
} from './session-description.ts'

const candidatePattern = /^a=candidate:\S+ 1 udp (\d+) (\S+) (\d+) typ (host|srflx|relay)\b/gim

/** The best first, as the browser ranks them; of the eight, one of each kind at least: a relay may be the only way. */
const candidatesIn = (sdp: string): readonly Candidate[] => {
  const found = [...sdp.matchAll(candidatePattern)]
    .toSorted(([, a], [, b]) => Number(b) - Number(a))
    .flatMap(([, , text = '', port = '', type = '']): readonly Candidate[] => {
      const address = readAddress(text)
      const kind = candidateKinds.find(one => one === type.toLowerCase())
      return address && kind && Number(port) > 0 && Number(port) < 65_536 ? [{ kind, address, port: Number(port) }] : []
    })
  return shortlist(found, mostCandidates)
}

const fingerprintIn = (sdp: string): Bytes | undefined => {
  const text = /^a=fingerprint:sha-256 ((?:[0-9a-f]{2}:){31}[0-9a-f]{2})\s*$/im.exec(sdp)?.[1]
  return text === undefined ? undefined : Uint8Array.from(text.split(':'), pair => Number.parseInt(pair, 16))
}

/**
 * Takes the fields out of what the own browser wrote. Undefined where one is missing. A description without candidates comes out as such
 * and cannot be encoded for anybody: it means that there is no network.
 */
export const readSdp = (sdp: string): SessionDescription | undefined => {
  const ufrag = /^a=ice-ufrag:(\S+)\s*$/m.exec(sdp)?.[1] ?? ''
  const password = /^a=ice-pwd:(\S+)\s*$/m.exec(sdp)?.[1] ?? ''
  const fingerprint = fingerprintIn(sdp)
  return fingerprint && areIceTexts(ufrag, password)
    ? { ufrag, password, fingerprint, candidates: candidatesIn(sdp) }
    : undefined
}

/** RFC 8445, 5.1.2: what a browser would have given them; the order is kept. */
const preference = { host: 126, srflx: 100, relay: 0 } as const

const candidateLine = ({ kind, address, port }: Candidate, index: number): string => {
  const priority = preference[kind] * 2 ** 24 + (65_535 - index) * 2 ** 8 + 255
  const related = kind === 'host' ? '' : ' raddr 0.0.0.0 rport 0'
  return `a=candidate:${index + 1} 1 udp ${priority} ${addressText(address)} ${port} typ ${kind}${related}`
}

const hexPairs = (bytes: Bytes): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0').toUpperCase()).join(':')

/** The SDP of one ordered data channel, from one fixed form. */
export const writeSdp = (type: 'offer' | 'answer', description: SessionDescription): string =>
  [
    'v=0',
    'o=- 1 2 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    ...description.candidates.map(candidateLine),
    `a=ice-ufrag:${description.ufrag}`,
    `a=ice-pwd:${description.password}`,
    `a=fingerprint:sha-256 ${hexPairs(description.fingerprint)}`,
    `a=setup:${type === 'offer' ? 'actpass' : 'active'}`,
    'a=mid:0',
    'a=sctp-port:5000',
    'a=max-message-size:262144',
    '',
  ].join('\r\n')
