import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStage, type Stage } from '../src/stage.ts'
import { story } from '../src/story.ts'
import { tell } from '../src/tell.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage.close())

describe('the demo', () => {
  it('tells the whole life of a connection in exactly four token requests', async () => {
    const lines: string[] = []
    const result = await tell(story, stage, text => void lines.push(text))
    expect(lines.join('')).not.toContain('✗')
    expect(result.ok).toBe(true)
    expect(result.steps.map(step => step.ok)).toEqual(story.map(() => true))
    expect(result.tokenRequests).toEqual({ total: 4, authorization_code: 2, refresh_token: 2, refused: 1 })
  })

  it('stops at the first step that fails, and says so', async () => {
    const broken = { name: 'Break', run: () => Promise.reject(new Error('on purpose')) }
    const lines: string[] = []
    const result = await tell(
      [...story.slice(0, 2), broken, ...story.slice(2)],
      stage,
      text => void lines.push(text),
    )
    expect(result.ok).toBe(false)
    expect(result.steps.map(step => step.ok)).toEqual([true, true, false])
    expect(lines.join('')).toMatch(/✗ Error: on purpose/)
  })

  it('notices when there is more than one refresh', async () => {
    stage.sandbox.faults.add({
      at: 'token',
      grantType: 'refresh_token',
      fault: { kind: 'status', status: 500 },
    })
    expect((await tell(story, stage, () => {})).ok).toBe(false)
  })
})
