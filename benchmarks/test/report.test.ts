import { describe, expect, it } from 'vitest'
import { type BarGroup, barChartSvg, barLength } from '../src/report/bar-chart.ts'
import { withTables } from '../src/report/benchmark-page.ts'
import { markdownTable, type Table, textTable, times } from '../src/report/table.ts'
import { median, medianRatio } from '../src/statistics.ts'

const table: Table = {
  title: 'Reads',
  head: ['reader', 'reads a second', 'to | bare'],
  rows: [
    ['ours', 62482, '0.95 x'],
    ['the bare client', 1000, '1.00 x'],
  ],
}

describe('A table', () => {
  it('stands in columns in a terminal, numbers to the right', () => {
    expect(textTable(table).split('\n')).toEqual([
      'Reads',
      '',
      'reader           reads a second  to | bare',
      '───────────────  ──────────────  ─────────',
      'ours                     62,482     0.95 x',
      'the bare client           1,000     1.00 x',
      '',
    ])
  })

  it('sets ours off in Markdown, and no cell ends early', () => {
    expect(markdownTable(table).split('\n')).toEqual([
      '| reader | reads a second | to \\| bare |',
      '| --- | ---: | ---: |',
      '| **ours** | **62,482** | **0.95 x** |',
      '| the bare client | 1,000 | 1.00 x |',
    ])
  })

  it('takes ratios for numbers, which no line breaks', () => {
    expect(markdownTable({ ...table, rows: [['ours', 1, times(0.95)]] })).toContain('| --- | ---: | ---: |')
  })

  it('does not take a peer for ours by its first letters', () => {
    expect(markdownTable({ ...table, rows: [['oursql', 1, '']] })).not.toContain('**')
  })
})

describe('A bar', () => {
  const group = (scale: BarGroup['scale'], ...values: number[]): BarGroup => ({
    label: 'g',
    ...(scale && { scale }),
    bars: values.map(value => ({ label: 'b', value, text: '', ours: false })),
  })

  it('is as long as its value says', () => {
    const linear = group(undefined, 50, 100)
    expect(barLength(50, linear) / barLength(100, linear)).toBeCloseTo(0.5, 2)
    const logarithmic = group('logarithmic', 9, 99)
    expect(barLength(9, logarithmic) / barLength(99, logarithmic)).toBeCloseTo(0.5, 2)
  })

  it('can be seen if it is not nothing, and only then', () => {
    expect(barLength(1, group(undefined, 1, 1_000_000))).toBe(2)
    expect(barLength(0, group(undefined, 0, 1))).toBe(0)
    expect(barLength(0, group(undefined, 0, 0))).toBe(0)
  })
})

describe('A picture', () => {
  const svg = barChartSvg({
    title: 'Reads < writes & "more"',
    note: 'n',
    groups: [{ label: 'g', bars: [{ label: '@slack/oauth', value: 1, text: '1', ours: true }] }],
  })

  it('is well-formed whatever the texts are', () => {
    expect(svg).toContain('Reads &#60; writes &#38; &#34;more&#34;')
    expect(svg.match(/<text/g)?.length).toBe(svg.match(/<\/text>/g)?.length)
  })

  it('follows the reader from light to dark on a background of its own', () => {
    expect(svg).toContain('prefers-color-scheme: dark')
    expect(svg).toContain('<rect class="card"')
    expect(svg).toContain('class="bar ours"')
  })
})

describe('The page', () => {
  const exhibit = { name: 'reads', table, chart: { title: 'Reads', note: '', groups: [] } }
  const page =
    'before\n<!-- bench:a -->\nold\n<!-- /bench:a -->\nafter\n<!-- bench:b -->\n<!-- /bench:b -->\n'

  it('gets one section replaced and keeps the rest', () => {
    const once = withTables(page, 'a', [exhibit], 'caption')
    expect(once).toContain('![Reads](benchmarks/reads.svg)')
    expect(once).not.toContain('old')
    expect(once.startsWith('before\n<!-- bench:a -->\n')).toBe(true)
    expect(once.endsWith('<!-- /bench:a -->\nafter\n<!-- bench:b -->\n<!-- /bench:b -->\n')).toBe(true)
    expect(withTables(once, 'a', [exhibit], 'caption')).toBe(once)
  })

  it('says which marks it misses', () => {
    expect(() => withTables(page, 'c', [], '')).toThrow('<!-- bench:c -->')
  })
})

describe('A median', () => {
  it('is not moved by one slow round', () => {
    expect(median([10, 11, 9, 10, 1])).toBe(10)
  })

  it('of ratios compares round with round', () => {
    // The machine was half as fast in the second round, for both.
    expect(medianRatio([100, 50, 100], [50, 25, 50])).toBe(2)
  })
})
