import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Metrics } from '../src/observe/metrics.ts'

const file = new URL('../../../docs/grafana/asana-connector-hosted.json', import.meta.url)
const dashboard = readFileSync(file, 'utf8')
const queries = [...dashboard.matchAll(/"(?:expr|definition)": ("(?:[^"\\]|\\.)*")/g)].map(
  ([, text]) => JSON.parse(text ?? '""') as string,
)

/** Every metric that the server has, with one value of each of its own. */
async function exposed(): Promise<string> {
  const metrics = new Metrics(true)
  metrics.startRequest('execute')(200)
  metrics.countExecute('tasks', 'list', 200)
  return (await metrics.text()).text
}

describe('the Grafana dashboard', () => {
  it('asks for nothing that the server does not tell', async () => {
    const text = await exposed()
    const declared = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name ?? '')
    const asked = queries.flatMap(query => query.match(/\b(?:asana|process|nodejs)_\w+/g) ?? [])
    expect(asked.length).toBeGreaterThan(20)
    for (const name of asked) expect(declared).toContain(name.replace(/_(bucket|count)$/, ''))
  })

  it('groups and filters by labels that the metrics have', async () => {
    const text = await exposed()
    // Those of Prometheus itself, and ours.
    const known = new Set(['job', 'instance', ...[...text.matchAll(/(\w+)="/g)].map(([, name]) => name)])
    const grouped = queries.flatMap(query =>
      [...query.matchAll(/by \(([^)]*)\)/g)].flatMap(([, names = '']) => names.split(/, /)),
    )
    const filtered = queries.flatMap(query => [...query.matchAll(/(\w+)(?:=~|=)"/g)].map(([, name]) => name))
    expect(grouped).toContain('operation')
    expect(filtered).toContain('status')
    for (const label of [...grouped, ...filtered]) expect(known).toContain(label)
  })

  it('names outcomes of refreshes that there are, in its queries and in the alerts', async () => {
    const text = await exposed()
    const told = [...text.matchAll(/outcome="(\w+)"/g)].map(([, outcome]) => outcome)
    const alerts = readFileSync(new URL('README.md', file), 'utf8')
    const named = [...queries, alerts].flatMap(query =>
      [...query.matchAll(/outcome=~?"([^"]*)"/g)].flatMap(([, names = '']) => names.split('|')),
    )
    expect(named.length).toBeGreaterThan(5)
    for (const outcome of named) expect(told).toContain(outcome)
  })

  it('keeps its panels apart', () => {
    const { panels } = JSON.parse(dashboard) as {
      panels: { id: number; gridPos: { x: number; y: number; w: number; h: number } }[]
    }
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)}/${y + Math.floor(cell / w)}`),
    )
    expect(new Set(cells).size).toBe(cells.length)
  })
})
