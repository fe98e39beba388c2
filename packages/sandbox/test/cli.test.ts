import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

let directory: string
let cli: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'asana-sandbox-cli-'))
  // Node 20 runs no TypeScript: the command is bundled as it is published, only with its dependency inside.
  await build({
    config: false,
    entry: { cli: fileURLToPath(new URL('../src/cli.ts', import.meta.url)) },
    outDir: directory,
    format: 'esm',
    target: 'node20',
    noExternal: ['jose'],
    outExtension: () => ({ js: '.mjs' }),
    silent: true,
  })
  cli = join(directory, 'cli.mjs')
})
afterAll(() => rm(directory, { recursive: true }))

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

function run(...args: string[]) {
  const child = spawn(process.execPath, [cli, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  return child
}

interface Announcement {
  environment: Record<string, string>
  personalAccessToken: string
}

async function announcement(child: ReturnType<typeof run>): Promise<Announcement> {
  const lines = createInterface({ input: child.stdout })
  const [line] = (await once(lines, 'line')) as [string]
  return JSON.parse(line) as Announcement
}

async function output(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const chunk of stream) text += String(chunk)
  return text
}

test('--json prints one line that a client can be configured with', async () => {
  const child = run('--port', '0', '--json', '--redirect-uri', 'http://localhost:1/a', '--lifetime', '60')
  const { environment, personalAccessToken } = await announcement(child)
  expect(environment).toEqual({
    ASANA_AUTHORIZATION_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/-\/oauth_authorize$/),
    ASANA_TOKEN_URL: expect.stringMatching(/\/-\/oauth_token$/),
    ASANA_REVOCATION_URL: expect.stringMatching(/\/-\/oauth_revoke$/),
    ASANA_INTROSPECTION_URL: expect.stringMatching(/\/-\/token_info$/),
    ASANA_BASE_URL: expect.stringMatching(/\/api\/1\.0$/),
    ASANA_CLIENT_ID: expect.stringMatching(/^\d+$/),
    ASANA_CLIENT_SECRET: expect.any(String),
    ASANA_REDIRECT_URI: 'http://localhost:1/a',
  })
  const me = await fetch(`${environment['ASANA_BASE_URL']}/users/me`, {
    headers: { authorization: `Bearer ${personalAccessToken}` },
  })
  expect(me.status).toBe(200)
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s closes it', async signal => {
  const child = run('--port', '0', '--json')
  await announcement(child)
  child.kill(signal)
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('without --json it prints lines to paste', async () => {
  const child = run('--port', '0', '--no-seed')
  const lines = createInterface({ input: child.stdout })
  const shown: string[] = []
  for await (const line of lines) {
    shown.push(line)
    if (line.startsWith('Ctrl+C')) break
  }
  expect(shown.filter(line => line.startsWith('export ASANA_'))).toHaveLength(8)
  expect(shown.some(line => /^curl -H 'Authorization: Bearer .+' http.+\/users\/me$/.test(line))).toBe(true)
})

describe('says what is wrong', () => {
  test.each([
    [['--refresh', 'sometimes'], 'asana-sandbox: --refresh takes omit, echo or rotate, not sometimes\n'],
    [['--port', 'x'], 'asana-sandbox: --port takes a whole number, not x\n'],
    [['--redirect-uri', 'http://app.example'], 'not http://app.example\n'],
    [['--nonsense'], "Unknown option '--nonsense'"],
  ])('%j', async (args, message) => {
    const child = run('--port', '0', ...args)
    const text = output(child.stderr)
    const [code] = await once(child, 'exit')
    expect([code, await text]).toEqual([1, expect.stringContaining(message)])
  })
})

test('--help prints the options', async () => {
  expect(await output(run('--help').stdout)).toMatch(/^Usage: asana-sandbox/)
})
