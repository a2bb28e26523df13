const middle = values => {
  const sorted = values.toSorted((one, other) => one - other)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

/** Samples of one run of the bench: `add(name, size, value)`, then `median(name, size)`; NaN for what was not measured. */
export const collectSamples = () => {
  const samples = new Map()
  const key = (name, size) => `${name}@${size}`
  return {
    add: (name, size, value) => samples.set(key(name, size), [...(samples.get(key(name, size)) ?? []), value]),
    median: (name, size) => middle(samples.get(key(name, size)) ?? [NaN]),
  }
}

const round = value => Math.round(value * 1000) / 1000

/** One row per target and measured size, in the shape that `--json` writes. What could not be measured does not hold. */
export const compare = (samples, sizes, targets) =>
  targets.flatMap(({ name, unit, value: read, floor: readFloor, target, at }) =>
    sizes.flatMap(size => {
      const median = (sample, other = size) => samples.median(sample, other)
      const [value, floor] = [read(median), readFloor(median)]
      const counts = at.includes(size)
      if (!counts && !Number.isFinite(value / floor)) return []
      const ratio = round(value / floor)
      return [
        {
          name,
          size,
          unit,
          value: round(value),
          floor: round(floor),
          ratio,
          target: counts ? target : null,
          held: !counts || ratio <= target,
        },
      ]
    }),
  )

const columns = [
  ['measure', row => row.name],
  ['items', row => row.size.toLocaleString('en')],
  ['value', row => `${row.value.toFixed(1)} ${row.unit}`],
  ['floor', row => `${row.floor.toFixed(1)} ${row.unit}`],
  ['ratio', row => row.ratio.toFixed(2)],
  ['target', row => (row.target === null ? '' : `≤ ${row.target}`)],
  ['', row => (row.target === null ? '' : row.held ? 'held' : 'MISSED')],
]

/** The rows as a table for the terminal. */
export const asTable = rows => {
  const lines = [columns.map(([title]) => title), ...rows.map(row => columns.map(([, cell]) => cell(row)))]
  const widths = columns.map((_, index) => Math.max(...lines.map(line => line[index].length)))
  return lines
    .map(line =>
      line.map((cell, index) => (index === 0 ? cell.padEnd(widths[index]) : cell.padStart(widths[index]))).join('  '),
    )
    .join('\n')
}
