type TooltipAttributes = {
  readonly 'data-tooltip'?: string
  readonly 'data-shortcut'?: string | undefined
  readonly 'aria-description'?: string
}

/** Attributes that let the page's `TooltipHost` show `text` on hover and keyboard focus, and a screen reader say it. */
export function tooltip(text: string | undefined): TooltipAttributes {
  return text === undefined || text === '' ? {} : { 'data-tooltip': text, 'aria-description': text }
}

/** The same for an element whose accessible name is the tooltip already: it must not be read twice. */
export function nameTooltip(text: string, shortcut?: string): TooltipAttributes {
  return { 'data-tooltip': text, 'data-shortcut': shortcut }
}
