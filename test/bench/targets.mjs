/**
 * DESIGN 7 for one device. `value` and `floor` read medians of the same run by name, at one size. Where a limit is absolute, it is
 * the floor and the ratio may be 1. `at` names the sizes that count; at others the row is printed without a target.
 */
const all = [200, 1000, 10_000]
const most = [10_000]

export const targets = [
  {
    name: 'edit to React commit',
    unit: 'ms',
    value: median => median('app commit'),
    floor: median => median('raw edit'),
    target: 20,
    at: all,
  },
  {
    name: 'edit to React commit, growth from 1,000',
    unit: 'ms',
    value: median => median('app commit'),
    floor: median => median('app commit', 1000),
    target: 1.5,
    at: most,
  },
  {
    name: 'edit to durable',
    unit: 'ms',
    value: median => median('app durable'),
    floor: median => median('seen put'),
    target: 4,
    at: all,
  },
  {
    // For the record: the same beside a put for which nothing is painted.
    name: 'edit to durable, beside an unseen put',
    unit: 'ms',
    value: median => median('app durable'),
    floor: median => median('raw put'),
    target: 4,
    at: [],
  },
  {
    name: 'cold load to records',
    unit: 'ms',
    value: median => median('app records'),
    floor: median => median('raw load'),
    target: 1.5,
    at: most,
  },
  {
    name: 'board opens',
    unit: 'ms',
    value: median => median('app open'),
    floor: median => median('control open'),
    target: 3.5,
    at: all,
  },
  {
    name: 'board opens, growth from 1,000',
    unit: 'ms',
    value: median => median('app open'),
    floor: median => median('app open', 1000),
    target: 1.8,
    at: most,
  },
  {
    name: 'elements on the board',
    unit: '',
    value: median => median('app elements'),
    floor: () => 1200,
    target: 1,
    at: all,
  },
  {
    name: 'longest task before first paint',
    unit: 'ms',
    value: median => median('app task before'),
    // Where the bare board takes longer than 50 ms, that is the machine's doing, and its figure is the limit.
    floor: median => Math.max(50, median('control task before')),
    target: 1,
    at: all,
  },
  {
    name: 'longest task after first paint',
    unit: 'ms',
    value: median => median('app task after'),
    // The clock for tasks starts at 50 ms: what a smaller document would allow cannot be seen.
    floor: median => Math.max(median('raw apply'), 50 / 1.2),
    target: 1.2,
    at: all,
  },
  {
    name: 'frames lost in a drag beyond control',
    unit: '',
    value: median => Math.max(0, median('app lost') - median('control lost')),
    floor: () => 1,
    target: 0,
    at: most,
  },
  {
    name: 'drop event',
    unit: 'ms',
    value: median => median('app drop'),
    floor: median => median('control drop'),
    target: 1.5,
    at: all,
  },
  {
    name: 'filter keystroke',
    unit: 'ms',
    value: median => median('app filter'),
    floor: median => median('control filter'),
    target: 1.4,
    at: all,
  },
  {
    name: 'heap',
    unit: 'MB',
    value: median => median('app heap'),
    floor: median => median('raw heap'),
    target: 1.5,
    at: most,
  },
  {
    name: 'script to the first card',
    unit: 'KB',
    value: median => median('app script'),
    floor: () => 250,
    target: 1,
    at: all,
  },
  { name: 'largest lazy screen', unit: 'KB', value: median => median('app lazy'), floor: () => 40, target: 1, at: all },
  {
    name: 'import durable',
    unit: 'ms',
    value: median => median('app import'),
    floor: median => median('raw import'),
    target: 2.5,
    at: [5000],
  },
]
