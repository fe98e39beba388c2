import { requireService } from '@x/test-services'
import { describe, expect, it } from 'vitest'
import { allHelp } from './support/all-help.ts'
import { Workbench } from './support/command-line.ts'

const missing = await requireService('redis')

describe.skipIf(missing)(`no secret ${missing ?? ''}`, () => {
  it('shows in the output of any command but token', async () => {
    await using bench = await Workbench.open()
    const [user] = bench.sandbox.users
    const pat = bench.sandbox.createPersonalAccessToken(user?.gid ?? '')
    bench.env['ASANA_ACCESS_TOKEN'] = pat
    await bench.connect('ada', 'bob', 'eve')
    const imported = {
      subject: 'new',
      access_token: 'imported-access-token',
      refresh_token: 'imported-refresh-token',
    }
    const secrets = [...(await bench.secrets()), pat, imported.access_token, imported.refresh_token]
    expect(secrets.length).toBeGreaterThan(10)

    let output = ''
    const commands: readonly (readonly string[])[] = [
      ['whoami', 'ada'],
      ['whoami'],
      ['whoami', 'nobody'],
      ['list', '--long'],
      ['status', 'ada'],
      ['status', 'new'],
      ['token', 'nobody'],
      ['import'],
      ['import', '--overwrite'],
      ['whoami', 'new'],
      ['rekey'],
      ['migrate', '--to', 'redis', '--to-namespace', `${bench.env['CREDENTIAL_NAMESPACE']}-copy`],
      ['migrate', '--to', 'postgres'],
      ['doctor'],
      ['login', 'ada', '--oob'],
      ['revoke', 'ada'],
      ['--help'],
    ]
    const stdin = JSON.stringify(imported)
    for (const args of commands) {
      for (const json of [[], ['--json']]) {
        for (const tty of [{}, { in: false, out: true, err: true }]) {
          const { out, err } = await bench.run([...args, ...json], { stdin, tty })
          output += out + err
        }
      }
    }

    // What goes wrong on the way, too: Asana echoes what it was sent, the store is gone.
    const later = { clock: { now: () => Date.now() + 3_600_000 } }
    for (const [subject, ...commands] of [
      ['bob', 'token', 'whoami'],
      ['eve', 'whoami', 'revoke'],
    ] as const) {
      await using auth = bench.manager()
      const { refreshToken } = (await auth.loadCredentials('asana', subject)) ?? {}
      const body = {
        error: 'invalid_request',
        error_description: `${refreshToken} ${bench.app.clientSecret}`,
      }
      for (const at of ['token', 'revoke'] as const)
        bench.sandbox.faults.add({ at, times: Infinity, fault: { kind: 'json', status: 400, body } })
      for (const command of commands) {
        const { out, err } = await bench.run([command, subject], later)
        expect(err).toContain('[secret]')
        output += out + err
      }
      bench.sandbox.faults.clear()
    }
    const password = 'password-in-an-address'
    const env = { REDIS_URL: `redis://:${password}@127.0.0.1:1` }
    for (const args of [['list'], ['doctor'], ['token', 'bob']]) {
      const { out, err } = await bench.run(args, { env })
      output += out + err
    }

    expect(output).toContain('ada')
    for (const secret of [...secrets, password]) expect(output).not.toContain(secret)
  })

  it('has an option to be handed over in: every user of a machine can read argv', async () => {
    expect(await allHelp()).not.toMatch(/--[a-z-]*(secret|token|key|password|url)\b/i)
  })
})
