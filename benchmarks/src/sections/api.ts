import type { BarChart } from '../report/bar-chart.ts'
import type { Section } from '../report/section.ts'
import { type Table, times } from '../report/table.ts'
import { runScript } from './run-script.ts'

/** Calls a second, and what the script makes of its rounds. */
interface Compared {
  readonly ours: number
  readonly bare: number
  readonly official: number
  /** How much longer a call of ours takes than one of bare fetch. */
  readonly overheadPercent: number
  readonly timesOfficial: number
}

const questions = {
  getUser: 'getUser, 16 at a time',
  listing: 'A list of 1,000 tasks',
  iterating: 'The same, task by task',
} as const
type Question = keyof typeof questions

/** What the client costs over bare fetch, and what the official SDK does. */
export const api: Section = {
  key: 'api',
  needsPeers: true,
  async run() {
    process.stderr.write('api …\n')
    const compared = (await runScript('./api.js', 'api')) as Record<Question, Compared>
    const rows = (Object.keys(questions) as Question[]).flatMap(question =>
      rowsOf(question, compared[question]),
    )
    return {
      results: Object.fromEntries(
        (Object.keys(questions) as Question[]).map(question => [
          question,
          { ...compared[question], ratio: rowsOf(question, compared[question])[0]?.ratio },
        ]),
      ),
      exhibits: [{ name: 'api', table: table(rows), chart: chart(rows) }],
    }
  },
}

interface Row {
  readonly question: Question
  readonly name: string
  readonly perSecond: number
  /** To bare fetch: 1 is as fast. */
  readonly ratio: number
}

function rowsOf(question: Question, { ours, bare, official, ...rest }: Compared): Row[] {
  const ratio = Number((100 / (100 + rest.overheadPercent)).toFixed(2))
  return [
    { question, name: 'ours', perSecond: ours, ratio },
    { question, name: 'bare fetch', perSecond: bare, ratio: 1 },
    { question, name: 'asana (official SDK)', perSecond: official, ratio: ratio / rest.timesOfficial },
  ]
}

const table = (rows: readonly Row[]): Table => ({
  title: 'Reading from the API',
  head: ['client', 'call', 'calls a second', 'to bare fetch'],
  rows: rows.map(row => [row.name, questions[row.question], row.perSecond, times(row.ratio)]),
})

const chart = (rows: readonly Row[]): BarChart => ({
  title: 'Reading from the API',
  note: 'Longer is faster; bare fetch doing the same requests is 1.',
  groups: (Object.keys(questions) as Question[]).map(question => ({
    label: questions[question],
    bars: rows
      .filter(row => row.question === question)
      .map(({ name, ratio }) => ({ label: name, value: ratio, text: times(ratio), ours: name === 'ours' })),
  })),
})
