import { requireService } from '@x/test-services'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Workbench } from './support/command-line.ts'

const missing = await requireService('redis')

describe.skipIf(missing)(
  `migrate onto the same Redis by another address${missing ? `: ${missing}` : ''}`,
  () => {
    let bench: Workbench
    beforeAll(async () => {
      bench = await Workbench.open()
      await bench.connect('ada')
    })
    afterAll(() => bench?.close())

    const migrateTo = (url: string) =>
      bench.run(['migrate', '--to', 'redis', '--json'], { env: { TARGET_REDIS_URL: url } })
    const address = (change: (url: URL) => void) => {
      const url = new URL(bench.redis.url)
      change(url)
      return url.href
    }

    it.each<[string, (url: URL) => void]>([
      ['with a slash', url => (url.pathname = '/')],
      ['with the database that is the default', url => (url.pathname = '/0')],
      ['with options', url => (url.search = '?family=4')],
    ])('is refused: %s', async (_, change) => {
      const { code, remarks } = await migrateTo(address(change))
      expect({ code, remarks }).toMatchObject({ code: 2, remarks: [{ error: { code: 'same_store' } }] })
    })

    it.each<[string, (url: URL) => void]>([
      ['in the path', url => (url.pathname = '/3')],
      ['as an option', url => (url.search = '?db=4')],
    ])('is not refused where the database is another one: %s', async (_, change) => {
      const { code, documents } = await migrateTo(address(change))
      expect({ code, documents }).toMatchObject({ code: 0, documents: [{ copied: 1 }] })
    })
  },
)
