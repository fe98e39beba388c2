import { describe, expect, it } from 'vitest'
import { AsanaConnector, ParameterError } from '../src/index.ts'

const connector = new AsanaConnector({ authConfig: { token: 'secret-token' }, manager: { environment: {} } })

const names = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`assignee_${i}`, 1]))

async function refusal(entity: string, action: string, params: Record<string, unknown>) {
  const error = await connector.execute(entity, action, params).catch((reason: unknown) => reason)
  if (!(error instanceof ParameterError)) throw new Error('It is a ParameterError.')
  return error
}

/** As many as a hosted server's 256 KiB of JSON may hold. */
describe('thousands of mistakes in one call', () => {
  it.each<[string, string, string, Record<string, unknown>]>([
    ['unknown parameters', 'workspace_task_search', 'list', { workspace_gid: '1', ...names(14_000) }],
    ['unknown fields', 'tasks', 'create', { data: names(14_000) }],
    ['items of the wrong type', 'tasks', 'create', { data: { projects: Array(120_000).fill(1) } }],
  ])('are not all described, which would take seconds: %s', async (_, entity, action, params) => {
    const { issues, message } = await refusal(entity, action, params)
    expect(issues).toHaveLength(21)
    expect(issues.at(-1)).toEqual({ parameter: 'params', problem: 'invalid', message: 'There is more.' })
    expect(message.length).toBeLessThan(20_000)
  })

  it('are all described as long as they are few', async () => {
    const { issues } = await refusal('workspace_task_search', 'list', { workspace_gid: '1', ...names(20) })
    expect(issues.map(({ parameter }) => parameter)).toEqual(Object.keys(names(20)))
  })
})
