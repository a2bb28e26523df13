import { afterEach, describe, expect, it, vi } from 'vitest'
import { trustOwnScripts } from '../../src/pwa/trusted-scripts.ts'

type Rules = { createScriptURL: (address: string) => string }

describe('the policy for worker addresses', () => {
  afterEach(() => vi.unstubAllGlobals())

  const install = (defaultPolicy: unknown = null): { name: string; rules: Rules } | undefined => {
    let made: { name: string; rules: Rules } | undefined
    const createPolicy = (name: string, rules: Rules): void => {
      made = { name, rules }
    }
    vi.stubGlobal('trustedTypes', { createPolicy, defaultPolicy })
    trustOwnScripts()
    return made
  }

  it.each(['./sw.js', '/assets/import-worker-3fa9.js', `${location.origin}/sw.js`])(
    'passes the own script %s',
    address => {
      expect(install()?.rules.createScriptURL(address)).toBe(address)
    },
  )

  it.each(['https://example.org/sw.js', '//example.org/sw.js', 'data:text/javascript,1', 'javascript:1'])(
    'refuses the foreign script %s',
    address => {
      expect(() => install()?.rules.createScriptURL(address)).toThrow('foreign script')
    },
  )

  it('is made once, and not at all where the browser has no trusted types', () => {
    expect(install({})).toBeUndefined()
    vi.stubGlobal('trustedTypes', undefined)
    expect(trustOwnScripts).not.toThrow()
  })
})
