import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requireService, startSecretsManager } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BuiltCli, ended, until } from './support/built-cli.ts'
import { Workbench } from './support/command-line.ts'

const missing = await requireService('redis')

describe.skipIf(missing)(`asana-auth as a process ${missing ?? ''}`, () => {
  let bench: Workbench
  let cli: BuiltCli
  beforeAll(async () => {
    ;[bench, cli] = await Promise.all([Workbench.open(), BuiltCli.build()])
  })
  afterAll(async () => {
    await Promise.all([bench?.close(), cli?.[Symbol.asyncDispose]()])
  })

  const url = /(http\S+oauth_authorize\S+)/

  it('logs a user in through a browser on this machine', async () => {
    const child = cli.start(['login', 'ada', '--no-browser'], bench.env)
    const output = ended(child)
    const callback = await bench.sandbox.approve(await until(child.stderr, url))
    const page = await fetch(callback)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Connected to Asana')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.headers.get('cache-control')).toBe('no-store')
    const { code, out } = await output
    expect(code).toBe(0)
    expect(out).toMatch(/connected +ada/)
    expect((await bench.run(['token', 'ada'])).code).toBe(0)
  })

  it('opens the browser that there is, without our secrets in its environment', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'asana-auth-cli-'))
    const opened = join(directory, 'opened')
    await writeFile(
      join(directory, 'xdg-open'),
      `#!/bin/sh\n{ echo "$1"; env; } > ${opened}.part; mv ${opened}.part ${opened}\n`,
    )
    await chmod(join(directory, 'xdg-open'), 0o755)
    const env = { ...bench.env, DISPLAY: ':0', PATH: `${directory}:${process.env['PATH']}` }
    const child = cli.start(['login', 'bob'], env)
    const output = ended(child)
    const shown = await until(child.stderr, url)
    const text = await expect
      .poll(() => readFile(opened, 'utf8').catch(() => undefined), { timeout: 10_000 })
      .toBeDefined()
      .then(() => readFile(opened, 'utf8'))
    expect(text.split('\n')[0]).toBe(shown)
    expect(text).not.toContain(bench.app.clientSecret)
    expect(text).not.toContain(bench.env['ENCRYPTION_KEYS'])
    await fetch(await bench.sandbox.approve(shown))
    expect((await output).code).toBe(0)
    await rm(directory, { recursive: true })
  })

  it('ends a login on Ctrl+C with 130, and frees the port', async () => {
    for (let attempt = 0; attempt < 2; attempt++) {
      const child = cli.start(['login', 'eve', '--no-browser', '--json'], bench.env)
      const output = ended(child)
      await until(child.stderr, url)
      child.kill('SIGINT')
      const { code, err } = await output
      expect(code).toBe(130)
      expect(err).toContain('"code":"interrupted"')
    }
  })

  it('ends a question on Ctrl+C', async () => {
    const child = cli.start(['login', 'eve', '--oob'], bench.env)
    const output = ended(child)
    await until(child.stderr, /Code: /)
    child.kill('SIGINT')
    expect((await output).code).toBe(130)
  })

  it('takes a pasted code', async () => {
    const child = cli.start(['login', 'eve', '--oob'], bench.env)
    const output = ended(child)
    const callback = await bench.sandbox.approve(await until(child.stderr, url))
    child.stdin.write(`${new URL(callback).searchParams.get('code')}\n`)
    const { code, out } = await output
    expect(code).toBe(0)
    expect(out).toMatch(/connected +eve/)
  })

  it('ends quietly when nobody reads its output any more', async () => {
    const child = cli.start(['list'], bench.env)
    child.stdout.destroy()
    let err = ''
    child.stderr.on('data', chunk => {
      err += chunk
    })
    const [code] = await once(child, 'close')
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  it('says how to install a driver that is not there', async () => {
    await using alone = await BuiltCli.build(tmpdir())
    for (const [store, driver] of [
      ['redis', 'ioredis'],
      ['postgres', 'pg'],
      ['secrets-manager', '@aws-sdk/client-secrets-manager'],
    ] as const) {
      const env = { ...bench.env, DATABASE_URL: 'postgres://127.0.0.1/none' }
      const { code, err } = await ended(alone.start(['list', '--store', store, '--json'], env))
      expect(code).toBe(2)
      expect(JSON.parse(err)).toEqual({
        error: { code: 'driver_missing', message: expect.stringContaining(`npm install ${driver}`) },
      })
    }
  })
})

const noMoto = await requireService('secrets-manager')

describe.skipIf(missing || noMoto)(`asana-auth on Secrets Manager ${noMoto ?? ''}`, () => {
  it('takes region, credentials and endpoint from where the AWS SDK does', async () => {
    await using cli = await BuiltCli.build()
    await using bench = await Workbench.open()
    const server = await startSecretsManager()
    const env = {
      ...bench.env,
      CREDENTIAL_STORE: 'secrets-manager',
      AWS_ENDPOINT_URL: server.endpoint,
      AWS_REGION: server.region,
      AWS_ACCESS_KEY_ID: server.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: server.credentials.secretAccessKey,
    }
    try {
      await bench.connect('ada')
      const copied = await ended(cli.start(['migrate', '--from', 'redis', '--to', 'secrets-manager'], env))
      expect(copied).toMatchObject({ code: 0, out: expect.stringContaining('Copied 1 ') })
      expect(await ended(cli.start(['list'], env))).toEqual({ code: 0, out: 'ada\n', err: '' })
      const examined = await ended(cli.start(['doctor', '--json'], env))
      const { checks } = JSON.parse(examined.out) as { checks: { check: string; status: string }[] }
      expect(checks).toContainEqual(expect.objectContaining({ check: 'store.write', status: 'skipped' }))
      expect(examined.code).toBe(0)
      expect((await ended(cli.start(['revoke', 'ada', '--yes'], env))).code).toBe(0)
    } finally {
      await server.close()
    }
  })
})
