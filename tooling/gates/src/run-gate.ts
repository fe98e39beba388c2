import { gates } from './all-gates.ts'
import { readRepository } from './repository/repository.ts'

// `run-gate NAME ROOT TARBALLS`: one gate, for gates.ts.
const [name = '', root = '', tarballs = ''] = process.argv.slice(2)
const load = gates[name]
if (!load) throw new Error(`No gate ${name}.`)

const gate = await load()
const { summary, problems } = await gate(readRepository(root, tarballs))
if (problems.length > 0) process.exitCode = 1
const numbered = problems.map(problem => `\n  - ${problem.replaceAll('\n', '\n    ')}`).join('')
const text = problems.length > 0 ? `${problems.length} to mend:${numbered}` : summary
process.stdout.write(`${text}\n`)
