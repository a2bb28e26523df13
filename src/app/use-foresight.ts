import { useEffect } from 'react'
import { preloadScreen } from './preload-screen.ts'

const signs = ['pointerover', 'pointerdown', 'focusin'] as const

/** A link somebody points at is about to be followed: its screen comes while the hand still moves, not after a pause. */
const foresee = ({ target }: Event): void => {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#/"]') : null
  if (link) preloadScreen(link.hash.slice(1).replace(/\?.*$/s, ''))
}

export const useForesight = (): void =>
  useEffect(() => {
    for (const sign of signs) document.addEventListener(sign, foresee, { passive: true })
    return () => {
      for (const sign of signs) document.removeEventListener(sign, foresee)
    }
  }, [])
