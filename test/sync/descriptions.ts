import { sha256, textBytes, type Bytes } from '../../src/journal/bytes.ts'
import { readAddress } from '../../src/sync/network-address.ts'
import type { Candidate, SessionDescription } from '../../src/sync/session-description.ts'

/** What browsers wrote, and the same in fields. */

export const hidden = [
  '5255040b-7a47-4c01-9e18-207a3263e860.local',
  '17fbca48-8baf-46b7-ad70-f07cd9472ea0.local',
] as const

/** Chromium 149 on an office laptop: two names of chance, one for each family of addresses. */
export const chromiumOffer = `v=0
o=- 1327396937811391391 2 IN IP4 127.0.0.1
s=-
t=0 0
a=group:BUNDLE 0
a=extmap-allow-mixed
a=msid-semantic: WMS
m=application 9 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 0.0.0.0
a=candidate:735374337 1 udp 2113937151 ${hidden[1]} 41210 typ host generation 0 network-cost 999
a=candidate:3769773537 1 udp 2113942271 ${hidden[0]} 35600 typ host generation 0 network-cost 999
a=ice-ufrag:JLZ/
a=ice-pwd:a9m0QOddKXCgz0WydHEKxcK0
a=ice-options:trickle
a=fingerprint:sha-256 1E:AF:FE:83:82:04:7D:92:79:28:2A:8B:2F:FE:8A:96:4F:5A:DA:BA:EA:DA:5E:1E:34:6C:92:B5:1A:74:A5:24
a=setup:actpass
a=mid:0
a=sctp-port:5000
a=max-message-size:262144
`.replaceAll('\n', '\r\n')

/** Firefox with addresses in the open, a relay somebody has entered, and ways that cannot be used here. */
export const firefoxOffer = `v=0
o=mozilla...THIS_IS_SDPARTA-99.0 4611731400430051336 0 IN IP4 0.0.0.0
s=-
t=0 0
a=fingerprint:sha-256 1e:af:fe:83:82:04:7d:92:79:28:2a:8b:2f:fe:8a:96:4f:5a:da:ba:ea:da:5e:1e:34:6c:92:b5:1a:74:a5:24
a=group:BUNDLE 0
m=application 52043 UDP/DTLS/SCTP webrtc-datachannel
c=IN IP4 192.0.2.7
a=candidate:0 1 UDP 2122252543 192.0.2.7 52043 typ host
a=candidate:1 1 UDP 2122187007 fd00::7:0:0:1 52044 typ host
a=candidate:2 1 TCP 2105524479 192.0.2.7 9 typ host tcptype active
a=candidate:3 1 UDP 1686052863 198.51.100.4 52043 typ srflx raddr 192.0.2.7 rport 52043
a=candidate:4 1 UDP 92217343 198.51.100.9 61000 typ relay raddr 198.51.100.9 rport 61000
a=candidate:5 1 UDP 2122252542 laptop.rathaus.example 52043 typ host
a=candidate:6 2 UDP 2122252542 192.0.2.7 52045 typ host
a=sendrecv
a=ice-pwd:89e5e4a3ba36fb38ec3bb4ef0c8dbd92
a=ice-ufrag:9b1fa1c4
a=mid:0
a=setup:actpass
a=sctp-port:5000
`.replaceAll('\n', '\r\n')

export const candidate = (text: string, port: number, kind: Candidate['kind'] = 'host'): Candidate => {
  const address = readAddress(text)
  if (!address) throw new Error(`${text} is no address`)
  return { kind, address, port }
}

export const fingerprintOf = (name: string): Promise<Bytes> => sha256(textBytes(`${name}: certificate`))

export const description = async (changes: Partial<SessionDescription> = {}): Promise<SessionDescription> => ({
  ufrag: 'JLZ/',
  password: 'a9m0QOddKXCgz0WydHEKxcK0',
  fingerprint: await fingerprintOf('Jana'),
  candidates: [candidate(hidden[0], 35_600), candidate(hidden[1], 41_210)],
  ...changes,
})
