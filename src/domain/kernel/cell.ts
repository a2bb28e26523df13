import type { Json } from './json.ts'

/**
 * A cell is one field of a record as it lies in the document. Four kinds:
 * `value` one value, the newest edit wins · `set` one key per element, so two people can add at once · `log` facts that are
 * written once and never changed · `text` long text in which people may type at the same time.
 */
export type ValueCell<Value> = {
  readonly kind: 'value'
  readonly fallback: Value
  /** Undefined means: written by a newer app, or broken. The fallback is shown, the cell is left as it lies. */
  readonly parse: (raw: Json) => Value | undefined
}
export type SetCell = { readonly kind: 'set'; readonly prefix: string }
export type LogCell = { readonly kind: 'log'; readonly prefix: string }
export type TextCell = { readonly kind: 'text' }
export type AnyCell = ValueCell<unknown> | SetCell | LogCell | TextCell
export type AnyCells = { readonly [name: string]: AnyCell }

/** A fact of the past: when, what, the value, and who. */
export type LogEntry = {
  readonly key: string
  readonly at: number
  readonly kind: string
  readonly value: Json
  readonly by: string
}

export type CellValue<C extends AnyCell> =
  C extends ValueCell<infer Value>
    ? Value
    : C extends SetCell
      ? readonly string[]
      : C extends LogCell
        ? readonly LogEntry[]
        : string

/** A cell with one value. In: what holds while nothing is stored, and how raw JSON is read; undefined from `parse` means unreadable. */
export const valueCell = <Value>(fallback: Value, parse: (raw: Json) => Value | undefined): ValueCell<Value> => ({
  kind: 'value',
  fallback,
  parse,
})

/** One line of text. */
export const lineCell = (longest = 1000): ValueCell<string> =>
  valueCell('', raw => (typeof raw === 'string' ? raw.slice(0, longest) : undefined))

/** A reference to another record, or nothing. Dangling references are legal and filtered when read. */
export const linkCell = (): ValueCell<string | null> =>
  valueCell<string | null>(null, raw => (raw === null || typeof raw === 'string' ? raw : undefined))

/** Yes or no; no while nothing is stored. */
export const flagCell = (): ValueCell<boolean> =>
  valueCell<boolean>(false, raw => (typeof raw === 'boolean' ? raw : undefined))

/** A number of at least `least`, or nothing. */
export const numberCell = (least = 0): ValueCell<number | null> =>
  valueCell<number | null>(null, raw =>
    raw === null || (typeof raw === 'number' && Number.isFinite(raw) && raw >= least) ? raw : undefined,
  )

/** A calendar day `YYYY-MM-DD` without time zone, or nothing. */
export const dayCell = (): ValueCell<string | null> =>
  valueCell<string | null>(null, raw =>
    raw === null || (typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw)) ? raw : undefined,
  )

/** An instant in milliseconds UTC, or nothing. */
export const instantCell = (): ValueCell<number | null> => numberCell()

/** One of a list of words; what a newer version added is unreadable here and shown as `fallback`. */
export const choiceCell = <Choice extends string>(choices: readonly Choice[], fallback: Choice): ValueCell<Choice> =>
  valueCell(fallback, raw => choices.find(choice => choice === raw))

/** A set of ids: one key `<prefix>:<id>` for each, so that additions made apart both stay. */
export const setCell = (prefix: string): SetCell => ({ kind: 'set', prefix })
/** Facts that are written once, `<prefix>:<stamp>:<4 random>`; read oldest first. */
export const logCell = (prefix: string): LogCell => ({ kind: 'log', prefix })
/** Long text that several people may write in at once; made together with its record. */
export const textCell = (): TextCell => ({ kind: 'text' })
