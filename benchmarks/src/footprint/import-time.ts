import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { peerFolder } from '../peers/peer-folder.ts'
import { median } from '../statistics.ts'
import type { Subject } from './subjects.ts'

const run = promisify(execFile)

/** Milliseconds until the packages are imported, each time in a process of its own: the median. */
export async function importTimes(
  subjects: readonly Subject[],
  rounds: number,
): Promise<Map<string, number>> {
  const times = new Map<string, number[]>(subjects.map(({ name }) => [name, []]))
  // Round 0 brings the files into the system's cache. They take turns, so that a slow moment hits all.
  for (let round = 0; round <= rounds; round++) {
    for (const subject of subjects) {
      const ms = await importOnce(subject)
      if (round > 0) times.get(subject.name)?.push(ms)
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]))
}

async function importOnce(subject: Subject): Promise<number> {
  const script = `const start = performance.now()
${subject.packages.map(name => `await import('${name}')`).join('\n')}
process.stdout.write(String(performance.now() - start))
process.exit()`
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: peerFolder,
  })
  return Number(stdout)
}
