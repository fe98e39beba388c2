import { parseArgs } from 'node:util'
import { isStoreKind, startBackend, storeKinds } from '@x/store-services'
import { openStage } from './stage.ts'
import { story } from './story.ts'
import { tell } from './tell.ts'

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, store: { type: 'string', default: 'memory' } },
})
if (!isStoreKind(values.store)) {
  process.stderr.write(`Unknown store "${values.store}": choose one of ${storeKinds.join(', ')}.\n`)
  process.exit(2)
}

// With --json the story goes to stderr, so that stdout is nothing but the result.
const write = (text: string) => void (values.json ? process.stderr : process.stdout).write(text)

if (values.store !== 'memory') write(`\nStarting what the ${values.store} store needs …\n`)
const backend = await startBackend(values.store)
try {
  const stage = await openStage(backend.connection)
  const result = await tell(story, stage, write).finally(() => stage.close())
  if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`)
  process.exitCode = result.ok ? 0 : 1
} finally {
  await backend.close()
}
