import { afterEach, describe, expect, it, vi } from 'vitest'
import { watchInstallation } from '../../src/pwa/install.ts'

const offer = (outcome: 'accepted' | 'dismissed'): Event =>
  Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: () => Promise.resolve({ outcome }) })

describe('installing the app', () => {
  afterEach(() => vi.restoreAllMocks())

  it('offers nothing before the browser does', async () => {
    const installation = watchInstallation()
    expect(installation.get()).toEqual({ installed: false, way: 'none' })
    expect(await installation.ask()).toBe(false)
  })

  it('keeps the browser’s offer until the app asks, and asks once', async () => {
    const installation = watchInstallation()
    const told = vi.fn<() => void>()
    installation.subscribe(told)
    const event = offer('accepted')
    dispatchEvent(event)
    expect(event.defaultPrevented).toBe(true)
    expect(installation.get().way).toBe('ask')
    expect(told).toHaveBeenCalledOnce()
    expect(await installation.ask()).toBe(true)
    expect(installation.get().way).toBe('none')
    expect(await installation.ask()).toBe(false)
  })

  it('takes a no for a no', async () => {
    const installation = watchInstallation()
    dispatchEvent(offer('dismissed'))
    expect(await installation.ask()).toBe(false)
  })

  it('knows when it has been installed', () => {
    const installation = watchInstallation()
    dispatchEvent(offer('accepted'))
    dispatchEvent(new Event('appinstalled'))
    expect(installation.get()).toEqual({ installed: true, way: 'none' })
  })

  it('names the share menu on an iPhone, where no browser offers it', () => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X)')
    expect(watchInstallation().get().way).toBe('by-hand')
  })
})
