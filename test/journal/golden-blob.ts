/** A photo as format 1 seals it, with nonce 1…12 and the key of the tests' office. */
export const photoHash = '1618aadf2bcd8e558bf906518af9134aa5d3ebbeafe3e9384be679eacf2b2a44'
export const sealedPhoto = [
  '01018cefa37f823db3a2b4c6cf9355d40ac2936e977c9670c49003640e18889cad740e7465616d3a6469676974616c233101',
  '0102030405060708090a0b0c02d7e06484ad9d3ad21e2beb5bc40de1d7a49cdd54e3eec8e8ce602f1bdd41d9c64164b53cf1',
  '832db86dc882937d330e17080bc612f73cb890b7af24ded8f77827199b96',
].join('')
