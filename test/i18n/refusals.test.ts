import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { Refusal } from '../../src/domain/refusals.ts'
import german from '../../src/i18n/messages/de/refusals.json'
import type { SessionRefusal } from '../../src/workspace/session.ts'

type Reason = (Refusal | SessionRefusal)['because']
type Unsaid = Exclude<Reason, keyof typeof german>
type Idle = Exclude<keyof typeof german, Reason>

const domain = join(import.meta.dirname, '../../src/domain')

/** The reasons as they stand in the unions of `refusal.ts`, and those the kernel shares. */
const reasons = readdirSync(domain, { recursive: true, encoding: 'utf8' })
  .filter(file => /(?:^|\/)(?:refusal|line)\.ts$/.test(file))
  .flatMap(file =>
    [...readFileSync(join(domain, file), 'utf8').matchAll(/because: '(\w+)'/g)].map(([, reason]) => reason),
  )

describe('refusals', () => {
  it('are all said in the catalogue, and nothing else is', () => {
    expectTypeOf<Unsaid>().toEqualTypeOf<never>()
    expectTypeOf<Idle>().toEqualTypeOf<never>()
    expect([...new Set(reasons)].filter(reason => reason !== undefined && !(reason in german))).toEqual([])
  })

  it('are found at all', () => {
    expect(reasons.length).toBeGreaterThan(40)
  })
})
