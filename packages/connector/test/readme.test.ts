import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { actionsOf, entityNames } from '../src/actions/catalogue.ts'

const block = /(<!-- actions: [^>]*-->\n).*(<!-- \/actions -->)/s

it('the README lists the entities and actions there are (vitest -u writes them)', async () => {
  const rows = entityNames().map(
    entity =>
      `| \`${entity}\` | ${actionsOf(entity)
        .map(({ name }) => name)
        .join(', ')} |`,
  )
  const table = ['| entity | actions |', '|---|---|', ...rows].join('\n')
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(text).toMatch(block)
  await expect(text.replace(block, `$1${table}\n$2`)).toMatchFileSnapshot('../README.md')
})
