import { fileURLToPath } from 'node:url'
import { peerFolder } from '../peers/peer-folder.ts'
import type { Subject } from './subjects.ts'

const benchmarks = fileURLToPath(
  new URL(import.meta.url.includes('/src/') ? '../../' : '../', import.meta.url),
)

/** The folder whose `node_modules` has the subject's packages: where an application would stand. */
export function homeOf({ origin }: Subject): string {
  return origin === 'ours' ? benchmarks : peerFolder
}
