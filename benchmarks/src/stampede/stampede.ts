import { parseArgs } from 'node:util'
import { isStoreKind, startBackend, storeKinds } from '@x/store-services'
import { runStampede } from './run-stampede.ts'

const help = `stampede: one expired credential, many callers in many real processes

  --store S       ${storeKinds.join(', ')} (default memory)
  --processes P   default 4; memory is one process only
  --callers C     in all processes together, default 1000
  --refresh R     omit, echo or rotate: what the provider does to the refresh token (default omit)
  --latency MS    of the token endpoint, default 100
  --json          nothing but one JSON line on standard output
`
const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'memory' },
    processes: { type: 'string' },
    callers: { type: 'string', default: '1000' },
    refresh: { type: 'string', default: 'omit' },
    latency: { type: 'string', default: '100' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const { store, refresh } = values
const processes = Number(values.processes ?? (store === 'memory' ? 1 : 4))
const sound =
  isStoreKind(store) &&
  (refresh === 'omit' || refresh === 'echo' || refresh === 'rotate') &&
  Number.isInteger(processes) &&
  processes >= 1 &&
  !(store === 'memory' && processes > 1) &&
  Number(values.callers) >= processes
if (values.help || !sound) {
  process.stderr.write(help)
  process.exit(values.help ? 0 : 2)
}

const backend = await startBackend(store)
try {
  const result = await runStampede({
    connection: backend.connection,
    processes,
    callers: Number(values.callers),
    refresh,
    latencyMs: Number(values.latency),
  })
  if (!values.json)
    for (const [name, value] of Object.entries(result))
      process.stdout.write(`${name.padStart(16)}  ${value}\n`)
  process.stdout.write(`${JSON.stringify(result)}\n`)
  process.exitCode = result.failures === 0 && result.tokenRequests === 1 ? 0 : 1
} finally {
  await backend.close()
}
