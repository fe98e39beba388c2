import {
  nobodyListens,
  requireService,
  startPostgres,
  startRedis,
  startSecretsManager,
} from '../src/index.ts'
import { startThrowaway } from '../src/process/start-throwaway.ts'

/** A process that starts what there is, says where, and waits to be killed. */
async function main(): Promise<void> {
  const { url } = await startRedis({ throwaway: true })
  const ports = [new URL(url).port]
  if (!(await requireService('postgres')))
    ports.push(new URL((await startPostgres({ throwaway: true })).url).port)
  if (!(await requireService('secrets-manager')))
    ports.push(new URL((await startSecretsManager({ throwaway: true })).endpoint).port)
  ports.push(await startUntidy())
  process.stdout.write(`${JSON.stringify(ports.map(Number))}\n`)
  setInterval(() => {}, 60_000)
}

/** A server that takes a second to end, and writes into its directory until it does. */
async function startUntidy(): Promise<string> {
  const program = (port: number) => `
    const server = require('node:net').createServer().listen(${port}, '127.0.0.1')
    let files = 0
    const write = () => {
      require('node:fs').writeFileSync('file-' + files++, '')
      setImmediate(write)
    }
    process.once('SIGTERM', () => {
      write()
      setTimeout(() => process.exit(), 1000)
    })`
  const { port } = await startThrowaway((port, directory) => ({
    program: process.execPath,
    args: ['-e', program(port)],
    directory,
    isReady: async () => !(await nobodyListens(port)),
  }))
  return String(port)
}

void main()
