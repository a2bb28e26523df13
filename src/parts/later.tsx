import { Component, Suspense, useEffect, useState, type ReactNode } from 'react'

/** After the first card is visible and the first edits can be made. */
const pause = 2000

type Children = { readonly children: ReactNode }

/** What may wait: drawn, and fetched, when the page has long been standing. */
export function Later({ children }: Children) {
  const [isTime, setTime] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setTime(true), pause)
    return () => clearTimeout(timer)
  }, [])
  return isTime ? (
    <OrNothing>
      <Suspense>{children}</Suspense>
    </OrNothing>
  ) : null
}

/** Everything else works without it; the next start tries again. */
class OrNothing extends Component<Children, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch(error: unknown) {
    reportError(error)
  }

  override render() {
    return this.state.broken ? null : this.props.children
  }
}
