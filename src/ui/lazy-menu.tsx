import { lazy, Suspense } from 'react'
import type { MenuListProps } from './menu-list.tsx'

const load = () => import('./menu-list.tsx')
const MenuList = lazy(load)

/** Loads the menu's code before it is needed, for example when the pointer comes near or the page is idle. */
export function preloadMenu() {
  void load()
}

/** A menu opened by something else than its button: a key on a card, a context menu. Open while it is rendered. */
export function LazyMenu(props: MenuListProps) {
  return (
    <Suspense fallback={null}>
      <MenuList {...props} />
    </Suspense>
  )
}
