import { parseArgs } from 'node:util'
import { openStage } from './stage.ts'
import { story } from './story.ts'
import { tell } from './tell.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })

// With --json the story goes to stderr, so that stdout is nothing but the result.
const write = (text: string) => void (values.json ? process.stderr : process.stdout).write(text)

const stage = await openStage()
const result = await tell(story, stage, write)
await stage.close()

if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`)
process.exitCode = result.ok ? 0 : 1
