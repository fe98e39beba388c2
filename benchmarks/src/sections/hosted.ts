import type { Section } from '../report/section.ts'
import { times } from '../report/table.ts'
import { runScript } from './run-script.ts'

interface HostedExecute {
  readonly ours: number
  readonly bare: number
  readonly ratio: number
}

/** What the hosted server costs over the least that could stand in its place. */
export const hosted: Section = {
  key: 'hosted',
  needsPeers: false,
  async run() {
    process.stderr.write('hosted …\n')
    const result = (await runScript('./hosted-bench.js', 'hostedExecute')) as HostedExecute
    const rows = [
      { name: 'ours: the hosted server', perSecond: result.ours, ratio: result.ratio, ours: true },
      { name: 'a bare proxy', perSecond: result.bare, ratio: 1, ours: false },
    ]
    return {
      results: result,
      exhibits: [
        {
          name: 'hosted',
          table: {
            title: 'One action executed over HTTP, 32 at a time',
            head: ['server', 'requests a second', 'to the bare proxy'],
            rows: rows.map(row => [row.name, row.perSecond, times(row.ratio)]),
          },
          chart: {
            title: 'One action executed over HTTP',
            note: 'Longer is faster; a bare proxy to the same endpoint is 1.',
            groups: [
              {
                label: 'Requests a second',
                bars: rows.map(({ name, ratio, ours }) => ({
                  label: name,
                  value: ratio,
                  text: times(ratio),
                  ours,
                })),
              },
            ],
          },
        },
      ],
    }
  },
}
