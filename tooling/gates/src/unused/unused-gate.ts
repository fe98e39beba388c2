import { fileURLToPath } from 'node:url'
import type { Gate } from '../gate.ts'
import { tryRun } from '../repository/run.ts'

const knip = fileURLToPath(new URL('../bin/knip.js', import.meta.resolve('knip')))

/** No file, export or dependency that nothing uses, and none used that is not declared (knip.jsonc). */
export const unusedGate: Gate = async ({ root }) => {
  const args = [knip, '--no-progress', '--no-config-hints']
  const { ok, output } = await tryRun(process.execPath, args, { cwd: root })
  const advice = 'Delete what is not used, or stop exporting it. Use it, if it should be.'
  return {
    summary: 'no unused file, export or dependency',
    problems: ok ? [] : [`${output}\n${advice}`],
  }
}
