import { describe, expect, test } from 'vitest'
import { readAddress } from '../../../src/domain/attachments/address.ts'
import { fileName } from '../../../src/domain/attachments/file-name.ts'

describe('what an address is', () => {
  test.each<[string, ReturnType<typeof readAddress>]>([
    ['https://www.bund.de/a?b=c#d', { kind: 'web', href: 'https://www.bund.de/a?b=c#d' }],
    ['HTTP://Musterstadt.de', { kind: 'web', href: 'http://musterstadt.de/' }],
    ['www.musterstadt.de/formular', { kind: 'web', href: 'https://www.musterstadt.de/formular' }],
    [' mailto:bauamt@musterstadt.de ', { kind: 'mail', href: 'mailto:bauamt@musterstadt.de' }],
    ['\\\\server\\Akten  2026\\Bau', { kind: 'path', text: '\\\\server\\Akten  2026\\Bau' }],
    ['//server/akten', { kind: 'path', text: '//server/akten' }],
    ['H:\\Bauamt\\Plan.pdf', { kind: 'path', text: 'H:\\Bauamt\\Plan.pdf' }],
    ['file://server/akten', { kind: 'path', text: 'file://server/akten' }],
    ['10.23.4-2026/17', { kind: 'text', text: '10.23.4-2026/17' }],
    ['Az.: 63-2026/0815', { kind: 'text', text: 'Az.: 63-2026/0815' }],
    ['bauamt@musterstadt.de', { kind: 'text', text: 'bauamt@musterstadt.de' }],
    ['http://', { kind: 'text', text: 'http://' }],
    ['mailto:', { kind: 'text', text: 'mailto:' }],
    ['ftp://alt.musterstadt.de', { kind: 'text', text: 'ftp://alt.musterstadt.de' }],
  ])('%j', (address, what) => expect(readAddress(address)).toEqual(what))

  test.each([
    '',
    ' \u200b ',
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'java\u0000script:alert(1)',
    'java\u202escript:alert(1)',
    'j a v a script:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://musterstadt.de/1',
    'view-source:https://musterstadt.de',
  ])('%j is none', address => expect(readAddress(address)).toBeUndefined())
})

describe('the name of a file', () => {
  const long = 'Grundstücksverkehrsgenehmigungszuständigkeit'.repeat(7)
  test.each([
    ['Lageplan.pdf', 'Lageplan.pdf'],
    [' C:\\Users\\anna\\Lageplan.pdf', 'Lageplan.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['Rechnung\u202efdp.exe', 'Rechnungfdp.exe'],
    ['Zeile\neins.txt', 'Zeileeins.txt'],
    ['..', ''],
    ['Ordner/', ''],
    ['', ''],
    [`${long}.jpeg`, `${long.slice(0, 250)}.jpeg`],
    [long, long.slice(0, 255)],
  ])('%j', (name, kept) => expect(fileName(name)).toBe(kept))
})
