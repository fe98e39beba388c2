import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

const read = (file: string) => readFile(new URL(`../${file}`, import.meta.url), 'utf8')

describe('the IAM policy of the README', () => {
  it('allows what the store does, and nothing more', async () => {
    const [, json = '{}'] = /```json\n(.*?)```/s.exec(await read('README.md')) ?? []
    const policy: { Statement: { Action: string | string[] }[] } = JSON.parse(json)
    const allowed = policy.Statement.flatMap(({ Action }) => Action)
    const calls = (await read('src/secret-requests.ts')).matchAll(/#ask\('(\w+)'/g)
    const done = [...calls].map(([, action]) => `secretsmanager:${action}`)
    // With tags, AWS asks for this beside CreateSecret.
    const beside = ['secretsmanager:TagResource', 'kms:Decrypt', 'kms:GenerateDataKey']
    expect(allowed.sort()).toEqual([...done, ...beside].sort())
  })
})
