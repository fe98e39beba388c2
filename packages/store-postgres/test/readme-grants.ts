import { readFile } from 'node:fs/promises'

/** The grants as the README has them, one statement each, for a role of ours. */
export async function readmeGrants(role: string): Promise<string[]> {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const [, block = ''] = /```sql\n(.*?)```/s.exec(readme) ?? []
  return block
    .replaceAll(/^--.*$/gm, '')
    .replaceAll('my_app', role)
    .split(';')
    .map(statement => statement.trim())
    .filter(Boolean)
}
