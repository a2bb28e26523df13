const patience = 5000

const isShown = (control: HTMLElement): boolean => control.getClientRects().length > 0

/**
 * Brings somebody to a control of a screen that may still be coming, and opens what a button stands for when it is to be pressed.
 * In: what it is found by; the first in sight is meant. Who finds nothing within seconds no longer waits.
 */
export const reach = (selector: string, { press = true }: { readonly press?: boolean } = {}): void => {
  const until = performance.now() + patience
  const look = () => {
    const control = [...document.querySelectorAll<HTMLElement>(selector)].find(isShown)
    if (control) {
      control.scrollIntoView({ block: 'nearest' })
      control.focus({ preventScroll: true })
      if (press && control instanceof HTMLButtonElement) control.click()
    } else if (performance.now() < until) requestAnimationFrame(look)
  }
  look()
}
