import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'

const picture = path => `data:image/png;base64,${readFileSync(path).toString('base64')}`

const style = `
  body { margin: 24px; background: #808690; color: #fff; font: 16px/24px system-ui; }
  h1 { margin: 0 0 4px; font-size: 22px; font-weight: 650; }
  p { max-width: 1100px; margin: 0 0 16px; }
  section { margin-bottom: 32px; }
  .row { display: flex; align-items: flex-start; gap: 16px; margin-bottom: 16px; }
  figure { margin: 0; }
  figcaption { font-size: 13px; }
  img { display: block; width: 100%; }
`

const figure =
  source =>
  ({ path, label, width }) =>
    `<figure style="width:${width}px"><img src="${source(path)}" alt=""><figcaption>${label}</figcaption></figure>`

/** One section per screen: all variants side by side, desktop above phone, and what was mended. */
const section =
  source =>
  ({ name, mended, shots }) => {
    const rows = [shots.filter(shot => !shot.isPhone), shots.filter(shot => shot.isPhone)]
    const figures = rows.map(row => `<div class="row">${row.map(figure(source)).join('')}</div>`)
    return `<section><h1>${name}</h1><p>${mended}</p>${figures.join('')}</section>`
  }

const sheet = (screens, source) =>
  `<meta charset="utf-8"><style>${style}</style>${screens.map(section(source)).join('')}`

/** Writes one page for the browser that shows the given screens beside their files. */
export const writeIndex = (path, screens) =>
  writeFileSync(
    path,
    sheet(screens, file => basename(file)),
  )

/** Writes one PNG with the given screens. */
export const writeSheet = async (browser, path, screens) => {
  const page = await browser.newPage({ viewport: { width: 2400, height: 1000 } })
  await page.setContent(sheet(screens, picture))
  await page.screenshot({ path, fullPage: true })
  await page.close()
}
