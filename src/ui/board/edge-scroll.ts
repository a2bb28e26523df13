/** Width of the zone along an edge in which the pointer scrolls, and the speed at the very edge in px per second. */
const reach = 56
const fastest = 1100

/** Speed in px per second at `position` between `start` and `end`: faster towards the edge, 0 in the middle. */
export function edgeSpeed(position: number, start: number, end: number): number {
  const zone = Math.min(reach, (end - start) / 4)
  const near = (distance: number) => Math.min(1, Math.max(0, 1 - distance / zone)) ** 2 * fastest
  return position - start < end - position ? -near(position - start) : near(end - position)
}

export type Axis = 'x' | 'y'

/** Scrolls `element` for one frame of `elapsed` ms. */
export function scrollAtEdge(element: HTMLElement, axis: Axis, position: number, elapsed: number) {
  const box = element.getBoundingClientRect()
  const speed = axis === 'y' ? edgeSpeed(position, box.top, box.bottom) : edgeSpeed(position, box.left, box.right)
  if (speed === 0) return
  const step = Math.sign(speed) * Math.max(1, Math.abs((speed * elapsed) / 1000))
  if (axis === 'y') element.scrollTop += step
  else element.scrollLeft += step
}
