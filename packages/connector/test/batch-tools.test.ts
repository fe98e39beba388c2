import { describe, expect, it } from 'vitest'
import { AsanaConnector } from '../src/index.ts'

const connector = new AsanaConnector({ authConfig: { token: 'a' }, manager: { environment: {} } })
const namesOf = (actions: string[]) => connector.tools({ actions }).map(({ name }) => name)

/** It takes requests of any kind, which go out together (Asana docs: Batch API). */
describe('batch.create', () => {
  it('may delete, and says so', () => {
    const [tool] = connector.tools({ actions: ['batch.create'] })
    expect(tool?.annotations).toEqual({ readOnly: false, destructive: true })
  })

  it('is meant by no pattern for other entities: whoever may create could do anything with it', async () => {
    expect(namesOf(['*.create'])).not.toContain('asana_batch_create')
    const [execute] = connector.tools({ allow: ['*.create'] })
    const actions = [{ method: 'delete', relative_path: '/tasks/1' }]
    const answer = await execute?.execute({ entity: 'batch', action: 'create', params: { actions } })
    expect(answer).toMatchObject({ isError: true, text: expect.stringContaining('entity_not_found') })
  })

  it('is there for who names it, and for who allows everything', () => {
    for (const pattern of ['batch.create', 'batch.*', '*.*'])
      expect(namesOf([pattern])).toContain('asana_batch_create')
  })
})
