import { describe, expect, it, vi } from 'vitest'
import { documentedGate } from '../src/documented/documented-gate.ts'
import { checkDocuments } from '../src/documents/documents-gate.ts'
import { publintGate } from '../src/package-format/publint.ts'
import { typesGate } from '../src/package-format/types-gate.ts'
import { packAll } from '../src/repository/tarball.ts'
import { checkSizes } from '../src/size/size-gate.ts'
import { unusedGate } from '../src/unused/unused-gate.ts'
import { TinyRepository, tinyManifest } from './tiny-repository.ts'

// Each gate passes a package with nothing wrong, and stops the one mistake that it is there for. Most run a
// compiler, npm or a bundler for it: seconds on an idle machine, several times that on a busy one.
vi.setConfig({ testTimeout: 60_000 })

describe('unused', () => {
  it('passes when all is used', async () => {
    await using tiny = await TinyRepository.create()
    expect(await unusedGate(tiny.repository)).toMatchObject({ problems: [] })
  })

  it('stops an export that nothing imports', async () => {
    await using tiny = await TinyRepository.create({
      'packages/tiny/src/greet.ts': [
        'export const leftOver = 1',
        'export function greet(name: string): string {',
        '  return name',
        '}',
      ].join('\n'),
    })
    const { problems } = await unusedGate(tiny.repository)
    expect(problems.join()).toMatch(/Unused exports.*leftOver.*greet\.ts:1/s)
  })

  it('stops a file that nothing imports', async () => {
    await using tiny = await TinyRepository.create({ 'packages/tiny/src/forgotten.ts': 'export {}\n' })
    const { problems } = await unusedGate(tiny.repository)
    expect(problems.join()).toMatch(/Unused files.*forgotten\.ts/s)
  })

  it('stops a dependency that nothing imports', async () => {
    await using tiny = await TinyRepository.create(tinyManifest({ dependencies: { zod: '4.0.0' } }))
    const { problems } = await unusedGate(tiny.repository)
    expect(problems.join()).toMatch(/Unused dependencies.*zod/s)
  })
})

describe('publint and types', () => {
  it('pass when package.json says what is in the tarball', async () => {
    await using tiny = await packed({})
    expect(await publintGate(tiny.repository)).toMatchObject({ problems: [] })
    expect(await typesGate(tiny.repository)).toMatchObject({ problems: [] })
  })

  it('stop an `exports` entry that leads nowhere', async () => {
    const wrong = { types: './dist/index.d.ts', default: './dist/main.js' }
    await using tiny = await packed({ exports: { '.': wrong } })
    const { problems } = await publintGate(tiny.repository)
    expect(problems.join()).toContain(
      '@x/tiny: pkg.exports["."].default is ./dist/main.js but the file does not exist',
    )
  })

  it('stop types that are not where TypeScript looks', async () => {
    await using tiny = await packed({
      exports: { '.': { default: './dist/index.js', types: './dist/lost.d.ts' } },
    })
    const found = [
      ...(await publintGate(tiny.repository)).problems,
      ...(await typesGate(tiny.repository)).problems,
    ]
    expect(found.join()).toMatch(/lost\.d\.ts/)
  })

  async function packed(changes: object): Promise<TinyRepository> {
    const tiny = await TinyRepository.create(tinyManifest(changes))
    await packAll(tiny.repository)
    return tiny
  }
})

describe('documents', () => {
  it('passes an example that compiles', async () => {
    await using tiny = await TinyRepository.create()
    expect(await check(tiny)).toEqual({ summary: '1 code blocks type-check, 0 of them ran', problems: [] })
  })

  it('stops an example that calls what is not there, at its line', async () => {
    await using tiny = await TinyRepository.create({
      'README.md': readme("import { greetAll } from '@x/tiny'", "greetAll('Ada')"),
    })
    const { problems } = await check(tiny)
    expect(problems.join()).toContain("README.md:4: Module '\"@x/tiny\"' has no exported member 'greetAll'.")
  })

  it('stops an example that uses a name nobody lends it', async () => {
    await using tiny = await TinyRepository.create({
      'README.md': readme("import { greet } from '@x/tiny'", 'greet(user)'),
    })
    const { problems } = await check(tiny)
    expect(problems).toEqual([
      expect.stringMatching(/README\.md:5: Cannot find name 'user'.\n.*README\.names\.ts/),
    ])
  })

  it('stops an example that compiles and fails when it runs', async () => {
    await using tiny = await TinyRepository.create({
      'README.md': readme(
        "import { greet } from '@x/tiny'",
        'greet(user)',
        'greet(user).at(0)?.at(-9)?.at(0)',
        'fail()',
      ),
      'documents/README.setup.ts': [
        "export const user = 'Ada'",
        "export const fail = () => { throw new Error('as a reader would see') }",
      ].join('\n'),
    })
    const { problems } = await check(tiny)
    expect(problems.join()).toMatch(/README\.md: its code does not run.*as a reader would see/s)
  })

  it('runs an example with what its setup lends', async () => {
    await using tiny = await TinyRepository.create({
      'README.md': readme("import { greet } from '@x/tiny'", 'greet(user)'),
      'documents/README.setup.ts': "export const user = 'Ada'\n",
    })
    expect(await check(tiny)).toEqual({ summary: '1 code blocks type-check, 1 of them ran', problems: [] })
  })

  const check = ({ root }: TinyRepository) => checkDocuments(root, ['README.md'], root)
  const readme = (...lines: string[]) => ['# Tiny', '', '```ts', ...lines, '```', ''].join('\n')
})

describe('documented', () => {
  it('passes when every export has a comment', async () => {
    await using tiny = await TinyRepository.create()
    expect(await documentedGate(tiny.repository)).toMatchObject({ problems: [] })
  })

  it('stops an export without one', async () => {
    await using tiny = await TinyRepository.create({
      'packages/tiny/src/greet.ts': 'export function greet(name: string): string {\n  return name\n}\n',
    })
    const { problems } = await documentedGate(tiny.repository)
    expect(problems).toEqual([expect.stringMatching(/^greet.*does not have any documentation/)])
  })
})

describe('size', () => {
  const budget = { package: '@x/tiny', beside: [] }

  it('passes a package within its budget', async () => {
    await using tiny = await TinyRepository.create()
    expect(await checkSizes(tiny.repository.packages, [{ ...budget, maxBytes: 200 }])).toMatchObject({
      problems: [],
    })
  })

  const words = Array.from({ length: 200 }, (_, index) => (index * 7919).toString(36)).join(' ')

  it.each([
    ['only once it is needed', "export const greet = () => import('./words.js')", []],
    [
      'at its start',
      "export * from './words.js'",
      [expect.stringMatching(/gzipped at start, .* budget of 0.2/)],
    ],
  ])('tells what a package loads %s', async (_when, index, expected) => {
    await using tiny = await TinyRepository.create({
      'packages/tiny/dist/index.js': `${index}\n`,
      'packages/tiny/dist/words.js': `export const greet = () => '${words}'\n`,
    })
    const budgets = [{ ...budget, maxBytes: 5_000, maxBytesAtStart: 200 }]
    expect((await checkSizes(tiny.repository.packages, budgets)).problems).toEqual(expected)
  })

  it.each([
    ['nothing keeps', '', []],
    [
      'something done to it keeps',
      "greet.words = 'done'\n",
      [expect.stringMatching(/tiny \(wave\) is .* over/)],
    ],
  ])('tells what a bundler leaves of a package where %s the rest', async (_what, done, expected) => {
    await using tiny = await TinyRepository.create({
      'packages/tiny/dist/index.js': `export const wave = () => 1\nexport const greet = () => '${words}'\n${done}`,
    })
    const budgets = [{ ...budget, names: ['wave'], maxBytes: 200 }]
    expect((await checkSizes(tiny.repository.packages, budgets)).problems).toEqual(expected)
  })

  it('stops one that has grown over it', async () => {
    await using tiny = await TinyRepository.create({
      'packages/tiny/dist/index.js': `export const greet = () => '${words}'\n`,
    })
    const { problems } = await checkSizes(tiny.repository.packages, [{ ...budget, maxBytes: 200 }])
    expect(problems).toEqual([
      expect.stringMatching(/@x\/tiny is .* kB gzipped, \d+ bytes over its budget of 0.2 kB/),
    ])
  })
})
