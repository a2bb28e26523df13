/** A calendar day `YYYY-MM-DD`, without time zone. Days compare as text. */
export type Day = string

/** Whether a text names a day that exists: `2026-02-30` does not. */
export const isDay = (value: unknown): value is Day => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const parsed = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value)
}
