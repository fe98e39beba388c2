import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PublishedPackage } from '../repository/repository.ts'
import { run } from '../repository/run.ts'
import { fileEntries, moduleEntries } from './entries.ts'

/** What each entry exports, or why it could not be loaded. */
type Loaded = Readonly<Record<string, readonly string[] | string>>

/** `import` and `require` give the same names, each in a process that knows only its own. */
export async function compareModuleSystems(project: string, packages: readonly PublishedPackage[]) {
  const entries = moduleEntries(packages)
  const list = JSON.stringify(entries)
  const find = fileEntries(packages).map(entry => `require.resolve(${JSON.stringify(entry)})`)
  await writeFile(
    join(project, 'names.mjs'),
    `const names = {}
    for (const entry of ${list}) {
      names[entry] = await import(entry).then(module => Object.keys(module).sort(), String)
    }
    process.stdout.write(JSON.stringify(names), () => process.exit(0))`,
  )
  await writeFile(
    join(project, 'names.cjs'),
    `${find.join('\n')}
    const names = {}
    for (const entry of ${list}) {
      try { names[entry] = Object.keys(require(entry)).sort() } catch (error) { names[entry] = String(error) }
    }
    process.stdout.write(JSON.stringify(names), () => process.exit(0))`,
  )
  const [imported, required] = await Promise.all(
    ['names.mjs', 'names.cjs'].map(
      async file => JSON.parse(await run(process.execPath, [file], { cwd: project })) as Loaded,
    ),
  )
  const problems = entries.flatMap(entry => difference(entry, imported?.[entry], required?.[entry]))
  return { entries: entries.length, problems }
}

function difference(entry: string, imported: Loaded[string] = [], required: Loaded[string] = []): string[] {
  if (typeof imported === 'string') return [`import '${entry}' fails: ${imported}`]
  if (typeof required === 'string') return [`require('${entry}') fails: ${required}`]
  const onlyImported = imported.filter(name => !required.includes(name))
  const onlyRequired = required.filter(name => !imported.includes(name))
  return [
    ...(imported.length === 0 ? [`${entry} exports nothing.`] : []),
    ...(onlyImported.length > 0 ? [`require('${entry}') lacks ${onlyImported.join(', ')}.`] : []),
    ...(onlyRequired.length > 0 ? [`import '${entry}' lacks ${onlyRequired.join(', ')}.`] : []),
  ]
}
