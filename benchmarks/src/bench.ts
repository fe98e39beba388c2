import { parseArgs } from 'node:util'
import { installPeers } from './peers/install-peers.ts'
import { peerVersions } from './peers/peer-folder.ts'
import { textTable } from './report/table.ts'
import { writeDocs, writePeers } from './report/write-docs.ts'
import { sections } from './sections/all-sections.ts'

const keys = sections.map(section => section.key)
const help = `bench: ours beside the peers, in one run

  --section NAME  only this one, repeatable: ${keys.join(', ')}
  --quick         fewer and smaller: to see that it works, not to quote
  --json          end with one JSON line
  --docs          put the tables and pictures into docs/
`
const { values } = parseArgs({
  options: {
    section: { type: 'string', multiple: true, default: keys },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    docs: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const unknown = values.section.filter(key => !keys.includes(key))
if (values.help || unknown.length > 0) {
  if (unknown.length > 0) process.stderr.write(`There is no section ${unknown.join(', ')}.\n\n`)
  process.stderr.write(help)
  process.exit(values.help ? 0 : 2)
}

const chosen = sections.filter(({ key }) => values.section.includes(key))
const peers = peerVersions()
if (values.docs) writePeers(peers)
const results: Record<string, unknown> = { node: process.version, quick: values.quick, peers }
for (const section of chosen) {
  try {
    if (section.needsPeers) await installPeers()
    const report = await section.run({ quick: values.quick })
    results[section.key] = report.results
    for (const { table } of report.exhibits) process.stdout.write(`\n${textTable(table)}`)
    if (values.docs) writeDocs(section.key, report.exhibits, values)
  } catch (error) {
    // The other sections are worth having all the same.
    process.stderr.write(`${section.key}: ${error instanceof Error ? error.stack : error}\n`)
    results[section.key] = { error: String(error) }
    process.exitCode = 1
  }
}
if (values.json) process.stdout.write(`\n${JSON.stringify(results)}\n`)
