import { annasDevice, bensDevice, certificate, rootKey } from './golden-bytes.ts'

/** Bytes of the membership log as its first version wrote them. As with those beside them: they never change. */
const team = '0b7465616d3a616231322331'
const workspaceDocument = '0b776f726b73706163652331'
const ben = '0362656e'
const someHash = '9dbe3cfc5af797f3516eb7c92f37fe507b83c13017aa9ddb57b9afe25a75a3a6'
const otherHash = 'bfd6b995588ec54ce16871bc82a7ac86dd43a2c22309ea68e479a50043683937'
const head = `${bensDevice}ac02${someHash}` // entry 300
const bensKeys = [
  'da20fac6ed61807b11ee7d187bdbdd5aca0afab4d68c76b15115ec3805d1c3e9', // Ed25519
  '0cc5d95543b6580f72477cfb5d439d80d59ee780093e327f18203036b6178402', // X25519
].join('')
const cemsKeys = [
  '04fd1bd46ece09210d2df71ca88dec22b57f4f419e57ff4e23d814c13d706868',
  '4a00b6adc31c0a3eb49b7ac80ce3b35ad3f030a9fa05cd5403815af04cbaf23f',
].join('')

const admissionOfBen = [
  annasDevice, // issuer
  bensKeys,
  ben,
  'ddcf803bdd131134c1ac11cd736f124004981207530ab8161ba639e453249f04',
  'f94313f88e6bcf8956a76b36069620edaaf04b9012e870bf72bd7c1ea21e3600',
].join('')
export const admission = `03${admissionOfBen}`

export const grant = {
  takes: [
    `04${ben}${workspaceDocument}`,
    '00', // role: none
    '00', // end: none
    '02', // cuts: two
    `${team}01${head}`,
    `${workspaceDocument}00`, // nothing of anybody
  ].join(''),
  ends: `04${ben}${team}0280a8aff4ac3400`, // writer, up to the end of 2026
}

export const shareKeys = [
  `05${team}02`,
  `01${someHash}${bensDevice}0401020304`, // epoch 1
  `02${otherHash}${bensDevice}0401020304`,
].join('')

export const removal = [
  `0601${bensDevice}`, // one device
  `02${ben}0363656d`, // two people
  `01${team}01${head}`, // one cut
].join('')

export const nextEpoch = `07${team}0202${bensDevice}0401020304${annasDevice}0401020304`

export const recover = [
  '08',
  cemsKeys,
  '0c616e6e615363686d69647431', // person: annaSchmidt1
  '5b205710bb6bee23b2b5d9242a4e73b1f373072528179b9f4636764db06a3ab3',
  '0e160e4afd1a8f4adea4604994313d021dd4ace54355e124a7d15ee926cb6c09',
].join('')

export const chain = [
  rootKey,
  certificate, // Anna's device, by the root
  '02', // admissions: two
  admissionOfBen,
  bensDevice, // issuer
  cemsKeys,
  ben,
  'ea8858b3d3bfb02657c6d0ca0f7740434525c171844904abc536a62f61133c40',
  'd4219afbfae52460f66024186e0cae08ad1ca877c881da954c4e9e6319309d03',
].join('')

export const frontierOfTwo = '4b03fca1108a0c6d5c2947b1c72aca6887376c72e06ac9d8ea4129b9056923c7'

export const recovery =
  '040G0-0820C-20A1G-7104G-M2RC1-M70Z3-7FMDZ-R4FDK-M95FQ-6FP2R-7RQF6-WSQGN-' +
  'JHMAA-BMVQM-W58JJ-0KXB1-3ZJTV-PB4ZZ-FXXH6-1QDEZ-WBJ46-66JAF-Q2RVV-6Y11Z-YT31P'
