import type { ReactNode } from 'react'

/** One point: a place on the category axis and a value; no value is a gap, for example the days to come. */
export type ChartPoint = { readonly x: string; readonly y: number | undefined }

export type ChartSeries = {
  readonly id: string
  readonly text: string
  /** Shown in the key instead of the text, for example the word with its explanation. */
  readonly sign?: ReactNode
  readonly points: readonly ChartPoint[]
  /** Meaning, not taste: the figure itself, what it is measured against, a limit. */
  readonly role: 'main' | 'reference' | 'limit' | 'area'
  /** Holds its value until the next point, as a scope does. */
  readonly step?: boolean
}

export type ChartTexts = {
  /** The whole statement in one sentence; the picture's name for screen readers. */
  readonly summary: string
  /** Head of the first column of the table, for example `Tag`. */
  readonly axis: string
  /** Unit of the values, for example `SP`. */
  readonly unit: string
}

/** The categories of all series in the order in which the first one has them. */
export function categories(series: readonly ChartSeries[]): readonly string[] {
  return [...new Set(series.flatMap(({ points }) => points.map(point => point.x)))]
}

/** At most `most` of the categories at equal distances; the last one always, in place of one that would stand too near. */
export function thinOut(all: readonly string[], most: number): readonly string[] {
  if (all.length <= most) return all
  const end = all.length - 1
  const step = Math.ceil(end / (most - 1))
  return all.filter((_, index) => index === end || (index % step === 0 && end - index >= step))
}
