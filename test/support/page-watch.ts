import type { BrowserContext } from 'playwright'

/** What a page says about itself while somebody uses it. */
export type Watch = {
  /** Addresses outside the own server, WebSockets and the servers of peer connections included. */
  readonly foreign: string[]
  readonly violations: string[]
  /** What a page threw and nobody caught. */
  readonly crashes: string[]
  /** What stands in the console as an error: crashes, and addresses that did not answer. */
  readonly errors: string[]
  /** Sentences of live regions, in the order in which a screen reader would say them. */
  readonly said: string[]
  /** Sizes of layout shifts that nobody's input explains. */
  readonly shifts: number[]
}

type Report = { readonly kind: 'peer' | 'violation' | 'said' | 'shift'; readonly words: string }

/** Runs inside every page before its own scripts. It stands alone: nothing from outside this function exists there. */
const watchInside = (): void => {
  const report = (kind: Report['kind'], words: string): void => {
    const send = (globalThis as unknown as { lotseReport?: (report: Report) => Promise<void> }).lotseReport
    void send?.({ kind, words })
  }

  document.addEventListener('securitypolicyviolation', event => {
    report('violation', `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`.trim())
  })

  // The content security policy does not stop peer connections and no request log shows them.
  const Original = globalThis.RTCPeerConnection
  globalThis.RTCPeerConnection = class extends Original {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      for (const server of configuration?.iceServers ?? []) report('peer', [server.urls].flat().join(' '))
    }
  }

  // A status is read as a whole when anything in it changes, a log line by line as they are added.
  const whole = '[role="status"]:not([aria-live="off"]), [role="alert"], output'
  const lastWords = new WeakMap<Element, string>()
  const hearWhole = (region: Element): void => {
    const words = region.textContent.trim()
    if (lastWords.get(region) === words) return
    lastWords.set(region, words)
    if (words !== '') report('said', words)
  }
  const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement)
  const hear = ({ target, addedNodes }: MutationRecord): void => {
    const element = elementOf(target)
    const around = element?.closest(whole)
    for (const region of new Set([...(around ? [around] : []), ...(element?.querySelectorAll(whole) ?? [])]))
      hearWhole(region)
    if (around || !element?.closest('[aria-live="polite"], [aria-live="assertive"], [role="log"]')) return
    for (const node of addedNodes) if (node.textContent) report('said', node.textContent.trim())
  }
  new MutationObserver(changes => changes.forEach(hear)).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
  })

  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      const shift = entry as PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean }
      if (!shift.hadRecentInput) report('shift', String(shift.value))
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

/** What Chromium throws into a page that asks for something while it is being closed. */
const lastBreath = /callback is no longer runnable/

/** What no journey may meet, one line each. */
export const faultsOf = ({ foreign, violations, crashes }: Watch): readonly string[] => [
  ...foreign.map(address => `asked a foreign origin: ${address}`),
  ...violations.map(words => `broke the policy: ${words}`),
  ...crashes.map(message => `threw: ${message}`),
]

/** Watches every page and worker of a context, present and future. `origin` is the only one that may be asked for anything. */
export const watchPages = async (context: BrowserContext, origin: string, watch: Watch): Promise<void> => {
  const isOwn = (address: string): boolean => {
    const { origin: asked, protocol } = new URL(address)
    return asked === origin || ['data:', 'blob:', 'about:', 'chrome-extension:'].includes(protocol)
  }
  context.on('request', request => {
    if (!isOwn(request.url())) watch.foreign.push(request.url())
  })
  context.on('page', page => page.on('websocket', socket => watch.foreign.push(socket.url())))
  context.on('weberror', error => {
    const { message } = error.error()
    watch.errors.push(message)
    if (!lastBreath.test(message)) watch.crashes.push(`${message}\n${error.error().stack ?? ''}`)
  })
  context.on('console', message => {
    if (message.type() === 'error') watch.errors.push(message.text())
  })
  await context.exposeBinding('lotseReport', (_source, { kind, words }: Report) => {
    if (kind === 'peer') watch.foreign.push(words)
    else if (kind === 'violation') watch.violations.push(words)
    else if (kind === 'said') watch.said.push(words)
    else watch.shifts.push(Number(words))
  })
  await context.addInitScript(watchInside)
}
