// Draws the mark into public/: a lighthouse, because a pilot (German: Lotse) knows the way in. Run by hand after a change of the mark:
//   node test/support/draw-icons.mjs
import { writeFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { browserArguments, findBrowser } from './find-browser.mjs'

/** The tokens --primary and --on-primary of both themes as sRGB: icons are drawn where no style sheet reaches. */
const light = { ground: '#1e5099', tower: '#ffffff', beam: '#8fb4e6' }
const dark = { ground: '#81b4f6', tower: '#0b1421', beam: '#3d6fae' }

/** Coordinates of a 64 × 64 grid; every upright edge lies on a multiple of 4, so that 16 px stays sharp. */
const lighthouse = ({ tower, beam }) => `
  <path fill="${beam}" d="M38 18 60 8v20L38 22zM26 18 4 8v20L26 22z"/>
  <path fill="${tower}" d="M32 5 40 14v12H24V14z"/>
  <path fill="${tower}" d="M24.500 30h15l1.500 8H23zM22.200 43h19.600L44.500 57h-25z"/>`

const drawing = (colours, { corner, scale = 1 }) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <rect width="64" height="64" rx="${corner}" fill="${colours.ground}"/>${
    scale === 1
      ? lighthouse(colours)
      : `\n  <g transform="translate(${32 - 32 * scale} ${32 - 32 * scale}) scale(${scale})">${lighthouse(colours)}\n  </g>`
  }
</svg>
`

/** One line of even width with round ends: the letters L o t s e, 40 units high. */
const wordmark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 216 64" role="img" aria-label="Lotse">
  <rect width="64" height="64" rx="14" fill="${light.ground}"/>${lighthouse(light)}
  <g fill="none" stroke="#2f6fc2" stroke-width="6" stroke-linecap="round" stroke-linejoin="round">
    <path d="M83 14v36h19"/>
    <circle cx="121" cy="39" r="11.5"/>
    <path d="M144 18v25q0 7.500 8 7.500M138 27.500h14"/>
    <path d="M178 30.500q-3-3-8-3-7.500 0-7.500 5.500 0 4.500 8 6t8 6.500q0 5.500-8 5.500-5.500 0-8.500-3.500"/>
    <path d="M188.500 39h22.500q0-11.500-11-11.500T188.500 39t11.500 11.500q6 0 9.500-4"/>
  </g>
</svg>
`

const place = path => new URL(`../../public/${path}`, import.meta.url)

const drawings = {
  'icon.svg': drawing(light, { corner: 14 }),
  'wordmark.svg': wordmark,
  'icons/favicon-light.svg': drawing(light, { corner: 14 }),
  'icons/favicon-dark.svg': drawing(dark, { corner: 14 }),
}
/** Maskable and Apple icons are cut by the system: no corners of our own, the mark inside the middle 80 %. */
const pictures = [
  ['icons/icon-192.png', 192, drawing(light, { corner: 14 })],
  ['icons/icon-512.png', 512, drawing(light, { corner: 14 })],
  ['icons/maskable-192.png', 192, drawing(light, { corner: 0, scale: 0.72 })],
  ['icons/maskable-512.png', 512, drawing(light, { corner: 0, scale: 0.72 })],
  ['icons/apple-touch-icon.png', 180, drawing(light, { corner: 0, scale: 0.86 })],
]

for (const [path, svg] of Object.entries(drawings)) writeFileSync(place(path), svg)
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments })
const page = await browser.newPage()
for (const [path, size, svg] of pictures) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`)
  writeFileSync(place(path), await page.screenshot({ omitBackground: true }))
}
await browser.close()
