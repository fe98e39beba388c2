import { parseArgs } from 'node:util'
import { isStoreKind, startBackend, storeKinds } from '@x/store-services'
import { ChaosRun } from './run-chaos.ts'

const shared = storeKinds.filter(kind => kind !== 'memory')
const help = `chaos: what is left of the connections when everything goes wrong

  --store S     ${shared.join(', ')} (default redis)
  --rounds N    default 50
  --seed K      the same seed is the same run, default 1
  --json        nothing but one JSON line on standard output; the rounds go to standard error
`
const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'redis' },
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const { store } = values
const [rounds, seed] = [Number(values.rounds), Number(values.seed)]
if (values.help || !isStoreKind(store) || store === 'memory' || !(rounds >= 1) || !Number.isInteger(seed)) {
  process.stderr.write(help)
  process.exit(values.help ? 0 : 2)
}

const backend = await startBackend(store)
const write = (line: string) => (values.json ? process.stderr : process.stdout).write(`${line}\n`)
try {
  const result = await new ChaosRun({ backend, rounds, seed, onRound: write }).run()
  process.stdout.write(`${JSON.stringify(result)}\n`)
  process.exitCode = result.lost + result.stuck + result.wrongUser === 0 ? 0 : 1
} finally {
  await backend.close()
}
