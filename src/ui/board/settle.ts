/** Lets a dropped card glide from where it was let go to its place: at most 120 ms, and it is there at once for everything else. */
export function settle(root: HTMLElement, id: string, from: { readonly x: number; readonly y: number }) {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const card = root.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
  if (!card) return
  const box = card.getBoundingClientRect()
  const x = from.x - box.left
  const y = from.y - box.top
  if (Math.hypot(x, y) < 2) return
  card.animate(
    [
      { translate: `${x}px ${y}px`, zIndex: 3 },
      { translate: '0 0', zIndex: 3 },
    ],
    {
      duration: 120,
      easing: 'ease-out',
    },
  )
}
