import type { ProgramPackage } from './install.ts'
import { processRuntime } from './process-runtime.ts'
import type { Runtime } from './runtime.ts'
import { workerdRuntime } from './workerd-runtime.ts'

/** On a platform such as `linux-x64`. Each comes from a package of the npm registry that ships the program. */
export function allRuntimes({
  platform,
  arch,
}: {
  readonly platform: string
  readonly arch: string
}): Runtime[] {
  const arm = arch === 'arm64'
  const node = (version: string): ProgramPackage => ({
    name: `node-${platform}-${arch}`,
    version,
    program: 'bin/node',
  })
  const bun = {
    name: `@oven/bun-${platform}-${arm ? 'aarch64' : arch}`,
    version: '1.4.5',
    program: 'bin/bun',
  }
  const deno = {
    name: `@deno/${platform}-${arch}${platform === 'linux' ? '-glibc' : ''}`,
    version: '2.9.6',
    program: 'deno',
  }
  const workerd = {
    name: `@cloudflare/workerd-${platform}-${arm ? arch : '64'}`,
    version: '1.20261117.1',
    program: 'bin/workerd',
  }
  return [
    processRuntime('Node 20', node('20.20.2')),
    processRuntime('Node 22', node('22.23.3')),
    processRuntime('Node 24', node('24.21.0')),
    processRuntime('Node 26', node('26.10.0')),
    processRuntime('Bun', bun),
    processRuntime('Deno', deno, ['run', '--no-prompt', '--allow-net=127.0.0.1']),
    workerdRuntime('workerd', workerd),
  ]
}
