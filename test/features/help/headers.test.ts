import { expect, test } from 'vitest'
import { headers, servers } from '../../../src/features/help/headers.ts'
import { policy } from '../../support/content-security-policy.mjs'

test('the policy shown to IT is the one of the page, and forbids frames besides', () => {
  expect(Object.fromEntries(headers)['Content-Security-Policy']).toBe(`${policy}; frame-ancestors 'none'`)
})

test('every example names every header with its value', () => {
  for (const example of Object.values(servers))
    for (const [name, value] of headers) {
      expect(example).toContain(name)
      expect(example).toContain(value)
    }
})
