/**
 * Bytes as they were written by the first version. They never change: what was written once is read for ever, and a new field means a
 * new format with vectors of its own beside these.
 */
export const workspace = '8cefa37f823db3a2b4c6cf9355d40ac2936e977c9670c49003640e18889cad74'
export const annasDevice = '6b8c95056b15fbca29e0fa6c345370d727f239cfc23e120a3904c8503929ba09'
export const bensDevice = '3976abbc6d4f7f7b2f034efc5bb2c236676126bf9d8ecf770edf5dab1a03dd96'
const team = '0b7465616d3a616231322331'
const stamp = '80a0e5b9c29101'

export const firstHeader = [
  '01', // format
  '01', // alg
  '00', // kind: change
  workspace,
  team,
  annasDevice,
  '01', // seq
  '00'.repeat(32), // prev
  '00', // deps
  stamp,
  workspace, // membership: any 32 bytes
  '01', // keyEpoch
  '01ffffffff0f', // clients
  '00', // command: none
  '000102030405060708090a0b', // nonce
].join('')
const firstCiphertext = 'ab311850db4718fd0e5cf5926987311c2ce8884f608c13ae8959f8a738c5418708'
const firstSignature =
  '67c612fef91de7e78d2a2f6b5eea32277292fed08a8741b69480c753c9814eae' +
  '186bb6d71dbd79d5bd182a58a525ed1898bbdf47cae14b6cc530ef487412af0e'
export const first = `${firstHeader}21${firstCiphertext}${firstSignature}`
export const firstHash = '0a4efdca1e32da5ef49a8531b1eb7d5ca8c8cabcb4177fc4dcd837b9869a6f62'

export const secondHeader = [
  '010100',
  workspace,
  team,
  annasDevice,
  '02', // seq
  firstHash, // prev
  '01', // deps: one
  bensDevice,
  'ac02', // its seq, 300
  '030d756286e59f22a464c36e1fbff606a795dfc70aaf0108bd86f2aa193d05f4',
  stamp,
  workspace,
  '01',
  '0207ffffffff0f', // clients: 7 and 4294967295
  '05020c6b334a6438324c6d5170305a', // command: 5 parts, part 2, id
  '6465666768696a6b6c6d6e6f',
].join('')
export const second =
  `${secondHeader}1a3729d44d42811d50240e5c27fcabf3bbce1fcfeaa6a874a9150d8ed39a4f7704164298562cd0a7ca0d04ecc07918ed744f72dda6` +
  '3e8016329a6045aabe6c0d1ac142f780a43aca228b58fd63c2be9d47a0ac01a5bb61dd8a1c0e'
export const secondHash = '770e1f0af69fe140bbfcdebd080f314be380d840db5da6df485c9f1779b2de17'

export const wrapped =
  '013596201e82e647fd84d9cc2d11e62209996d95b188587cf591e49e804122a27ace9e7d06a610f11674217552f3fb86518a4f9d5e71ef06642e99f1240a' +
  '438c2b26467b145ec09cd90cb53df72569cb43'

export const rootKey = '728e757a0c5d704460117141c94892fea269c29004ccaa4cd358041c734bfb76'
export const certificate = [
  'a869e793aed2efef157245caf0275b9d607a58f3c55a588ea8b90250ee5c2e00', // Ed25519
  '9a90a85314c6fd551aafb3a3e5f318967e09e6b71e7a6d0b584cfcbae937887c', // X25519
  '0c616e6e615363686d69647431', // person: annaSchmidt1
  '5d9f472e8333a9bfe7d3961a627d6234db679201979797226ce3ed9fc29f3507',
  '7647e9eb876a5ff0d9ccaec1cd8fde1cb8eb50c6e05494cc9f772a96c542280b',
].join('')
export const founding = [
  '01', // act: found
  rootKey,
  certificate,
  '0b776f726b7370616365233101', // workspace#1, epoch 1
  '01', // one wrapped key
  annasDevice,
  '0401020304',
].join('')
export const foundingHash = '75cbe84f65eb3a2181791a36fc03646ba8d18163e0cff4693d5d1349cd4fbd8e'
export const opening = `02${team}0101${annasDevice}0401020304`
