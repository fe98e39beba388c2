import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { actionsOf, entityNames } from '../src/actions/catalogue.ts'

const path = new URL('../README.md', import.meta.url)
const block = /(<!-- actions: [^>]*-->\n)[^]*?(<!-- \/actions -->)/

it('the README lists the entities and actions there are (UPDATE=1 writes them)', () => {
  const rows = entityNames().map(
    entity =>
      `| \`${entity}\` | ${actionsOf(entity)
        .map(({ name }) => name)
        .join(', ')} |`,
  )
  const table = ['| entity | actions |', '|---|---|', ...rows].join('\n')
  const text = readFileSync(path, 'utf8')
  const written = text.replace(block, `$1${table}\n$2`)
  if (process.env['UPDATE']) writeFileSync(path, written)
  else expect(text).toBe(written)
})
