import type { Page } from 'playwright'

/**
 * Where a screen puts a number beside a person: in a name, tooltip or sentence of its own, or in a row that is about the person.
 * A row that is about a card, an impediment or a step in the history of one names people as their attribute, and its numbers are
 * those of the thing; days and times of day are no figures. What stands in a field is what somebody typed, or the text of a card.
 */
export const figuresBesidePeople = (page: Page, names: readonly string[]): Promise<readonly string[]> =>
  page.evaluate(people => {
    const things = '[data-card], [data-impediment], [data-history], tbody[data-row], tr:has(th a[href*="/c/"])'
    const rows =
      'li, tr, dt, dd, p, label, legend, caption, h2, h3, button, [role=option], [role^=menuitem], [role=row]'
    const days =
      /vor \d{1,2} (?:Minuten?|Stunden?|Tag(?:en)?)|\d{1,2} (?:minutes?|hours?|days?) ago|\d{1,2}\. ?(\p{L}+\.?|\d{1,2}\.)( ?\d{4})?|\d{1,2}:\d{2}( Uhr)?|\d{4}-\d{2}-\d{2}/gu
    const found = new Set<string>()
    const judge = (words: string): void => {
      const line = words.replaceAll(/\s+/g, ' ').trim()
      if (!people.some(name => line.includes(name))) return
      const rest = people.reduce((left, name) => left.replaceAll(name, ''), line).replaceAll(days, '')
      if (/\d/.test(rest)) found.add(line.slice(0, 160))
    }
    for (const element of document.querySelectorAll<HTMLElement>('body *:not(textarea)')) {
      for (const label of ['aria-label', 'title', 'data-tooltip', 'aria-valuetext'])
        judge(element.closest(things) ? '' : (element.getAttribute(label) ?? ''))
      const own = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.textContent)
      if (!people.some(name => own.join(' ').includes(name))) continue
      judge(own.join(' '))
      const row = element.closest<HTMLElement>(rows)
      if (row && !row.closest(things) && row.querySelector(things) === null) judge(row.innerText)
    }
    return [...found]
  }, names)
