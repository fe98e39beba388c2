import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type Repository, readRepository } from '../src/repository/repository.ts'

const manifest = {
  name: '@x/tiny',
  version: '1.2.3',
  description: 'A package with nothing wrong',
  license: 'MIT',
  engines: { node: '>=20.19.0' },
  type: 'module',
  sideEffects: false,
  files: ['dist'],
  exports: {
    '.': {
      import: { types: './dist/index.d.ts', default: './dist/index.js' },
      require: { types: './dist/index.d.cts', default: './dist/index.cjs' },
    },
  },
}

const healthy: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({ name: 'root', private: true, type: 'module', workspaces: ['packages/*'] }),
  'pnpm-workspace.yaml': 'packages: [packages/*]\n',
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      module: 'esnext',
      moduleResolution: 'bundler',
      target: 'es2022',
      types: [],
      strict: true,
    },
    include: ['packages/*/src'],
  }),
  'knip.jsonc': JSON.stringify({ workspaces: { 'packages/*': { entry: ['src/index.ts'] } } }),
  'README.md': "# Tiny\n\n```ts\nimport { greet } from '@x/tiny'\n\ngreet('Ada').toUpperCase()\n```\n",
  'packages/tiny/package.json': JSON.stringify(manifest),
  'packages/tiny/src/index.ts': "export { greet } from './greet.js'\n",
  'packages/tiny/src/greet.ts': [
    '/** Greets somebody by name. */',
    'export function greet(name: string): string {',
    '  return name',
    '}',
    '',
  ].join('\n'),
  'packages/tiny/dist/index.js': 'export const greet = name => name\n',
  'packages/tiny/dist/index.cjs': 'exports.greet = name => name\n',
  'packages/tiny/dist/index.d.cts': 'export declare function greet(name: string): string\n',
  'packages/tiny/dist/index.d.ts': 'export declare function greet(name: string): string\n',
}

/** A repository of one small package in a temporary folder, with some of its files replaced. */
export class TinyRepository {
  private constructor(
    readonly root: string,
    readonly tarballs: string,
  ) {}

  static async create(changes: Readonly<Record<string, string>> = {}): Promise<TinyRepository> {
    const root = await mkdtemp(join(tmpdir(), 'asana-auth-tiny-'))
    for (const [name, text] of Object.entries({ ...healthy, ...changes })) {
      await mkdir(dirname(join(root, name)), { recursive: true })
      await writeFile(join(root, name), text)
    }
    // For the examples, which import the package by its name.
    await mkdir(join(root, 'node_modules/@x'), { recursive: true })
    await symlink(join(root, 'packages/tiny'), join(root, 'node_modules/@x/tiny'))
    await mkdir(join(root, 'packages/tiny/node_modules/@x'), { recursive: true })
    await symlink(join(root, 'packages/tiny'), join(root, 'packages/tiny/node_modules/@x/tiny'))
    await mkdir(join(root, 'node_modules/@types'))
    await symlink(resolve('node_modules/@types/node'), join(root, 'node_modules/@types/node'))
    return new TinyRepository(root, join(root, 'tarballs'))
  }

  get repository(): Repository {
    return readRepository(this.root, this.tarballs)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.root, { recursive: true, force: true })
  }
}

/** The package.json of the small package, changed. */
export function tinyManifest(changes: object): Readonly<Record<string, string>> {
  return { 'packages/tiny/package.json': JSON.stringify({ ...manifest, ...changes }) }
}
