import { requireService, startPostgres, startRedis, startSecretsManager } from '../src/index.ts'

/** A process that starts what there is, says where, and waits to be killed. */
async function main(): Promise<void> {
  const { url } = await startRedis({ throwaway: true })
  const ports = [new URL(url).port]
  if (!(await requireService('postgres')))
    ports.push(new URL((await startPostgres({ throwaway: true })).url).port)
  if (!(await requireService('secrets-manager')))
    ports.push(new URL((await startSecretsManager({ throwaway: true })).endpoint).port)
  process.stdout.write(`${JSON.stringify(ports.map(Number))}\n`)
  setInterval(() => {}, 60_000)
}

void main()
