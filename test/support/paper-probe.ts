import type { Page } from 'playwright'

/** The least contrast on paper, with all colour taken away. */
const least = 7

/** In: a paper on the screen. Out: what of its text would be faint or grey on grey when printed without colours. */
export const faintOnPaper = async (page: Page): Promise<readonly string[]> => {
  await page.emulateMedia({ media: 'print' })
  const found = await page.evaluate(wanted => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    if (!canvas) return ['no canvas']
    /** As a printer without colours lays it on white: 0 black, 1 white. */
    const greyOf = (colour: string): number => {
      canvas.fillStyle = 'white'
      canvas.fillRect(0, 0, 1, 1)
      canvas.fillStyle = colour
      canvas.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map(value => {
        const share = value / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const groundOf = (element: Element | null): number => {
      const colour = element ? getComputedStyle(element).backgroundColor : 'white'
      return colour === 'rgba(0, 0, 0, 0)' ? groundOf(element?.parentElement ?? null) : greyOf(colour)
    }
    return [...document.querySelectorAll('[data-paper] *')]
      .filter(({ childNodes }) => [...childNodes].some(node => node.nodeType === 3 && node.textContent?.trim() !== ''))
      .filter(element => element.checkVisibility())
      .flatMap(element => {
        const [ink, ground] = [greyOf(getComputedStyle(element).color), groundOf(element)]
        const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)
        return contrast < wanted ? [`${contrast.toFixed(1)} ${element.textContent?.slice(0, 40)}`] : []
      })
  }, least)
  // Not 'screen': what is printed afterwards would look like the screen.
  await page.emulateMedia({ media: null })
  return found
}
