import { expect, test } from 'vitest'
import { readTypedLink } from '../../../src/features/card/typed-link.ts'

test.each([
  ['https://fachportal.example/antrag', 'https://fachportal.example/antrag', ''],
  ['Protokoll vom Mai: https://x.example/p?q=1', 'https://x.example/p?q=1', 'Protokoll vom Mai'],
  ['www.kreis.example – Startseite', 'www.kreis.example', 'Startseite'],
  ['mailto:kasse@stadt.example Kasse', 'mailto:kasse@stadt.example', 'Kasse'],
  ['\\\\srv-akten\\Amt 50\\Wohngeld', '\\\\srv-akten\\Amt 50\\Wohngeld', ''],
  ['Az. 10.23.4-2026/17', 'Az. 10.23.4-2026/17', ''],
  ['javascript:alert(1)', 'javascript:alert(1)', ''],
])('what is typed as %s leads to %s', (line, address, name) => {
  expect(readTypedLink(line)).toEqual({ address, name })
})
