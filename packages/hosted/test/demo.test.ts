import { freePort } from '@x/test-services'
import { describe, expect, it } from 'vitest'
import { startDemo } from '../src/demo/start-demo.ts'
import { bash } from './bash.ts'

describe('the lines that the demo prints', () => {
  it('work as pasted, one after the other', { timeout: 60_000 }, async () => {
    const demo = await startDemo(await freePort())
    try {
      const marked = demo.steps.map(({ command }, i) => `echo '=== ${i}'\n${command}\necho`)
      const output = await bash(marked.join('\n'))
      const outputs = output
        .split(/^=== \d+$/m)
        .slice(1)
        .map(text => text.trim())
      expect(outputs).toHaveLength(demo.steps.length)
      const said = (title: RegExp) => outputs[demo.steps.findIndex(step => title.test(step.title))] ?? ''
      expect(said(/operator token/)).toMatch(/^ey[\w-]+\.[\w-]+\.[\w-]+$/)
      expect(said(/scoped token/)).toMatch(/^ey/)
      expect(said(/consent URL/)).toMatch(/^http:\/\/localhost:\d+\/v1\/oauth\/start\//)
      expect(said(/on to Asana/)).toContain('code_challenge_method=S256')
      expect(said(/secret_id$/)).toMatch(/^[\w-]{43}$/)
      expect(JSON.parse(said(/Who is it/))).toMatchObject({
        status: 'success',
        result: { name: 'Ada Sample' },
      })
      expect(JSON.parse(said(/workspaces/))).toMatchObject({
        status: 'success',
        result: [{ name: 'Sample Organization' }],
      })
      expect(JSON.parse(said(/How the connection/))).toMatchObject({ status: 'connected' })
      expect(JSON.parse(said(/personal access token/))).toMatchObject({ auth: 'token' })
      expect(JSON.parse(said(/All connectors/)).data).toHaveLength(2)
      expect(JSON.parse(said(/is revoked/))).toMatchObject({ revoked: true })
      expect(said(/description/)).toContain('"openapi":"3.1.0"')
    } finally {
      await demo.close()
    }
  })
})
