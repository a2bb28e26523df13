import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useT } from '../i18n/use-t.ts'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'
import { RotateCcw } from './icons.ts'

type ErrorBoundaryProps = {
  readonly children: ReactNode
  /** A change of this value, for example the address, tries again. */
  readonly place: string
  /** Where the fault goes: a log the person can look at and hand on. */
  readonly onError?: ((error: unknown, where: string) => void) | undefined
}

type ErrorBoundaryState = { readonly broken: boolean; readonly place: string }

/** Keeps a fault of one screen on that screen: a calm sentence instead of an empty page. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { broken: false, place: this.props.place }

  static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
    return { broken: true }
  }

  static getDerivedStateFromProps({ place }: ErrorBoundaryProps, state: ErrorBoundaryState) {
    return place === state.place ? null : { broken: false, place }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    this.props.onError?.(error, info.componentStack ?? '')
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children
  }
}

function Broken() {
  const t = useT('ui')
  const reload = (
    <Button variant="primary" icon={RotateCcw} onClick={() => location.reload()}>
      {t('reload')}
    </Button>
  )
  return (
    <div role="alert">
      <EmptyState actions={reload}>{t('broken')}</EmptyState>
    </div>
  )
}
