import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitepress'
import { folderLinks } from './folder-links.ts'
import { sidebar } from './sidebar.ts'

/** The guides and READMEs stay where GitHub shows them; the site is built from the same files. */
export default defineConfig({
  title: 'asana-auth',
  description: 'A valid Asana access token for any of your users, always.',
  lang: 'en',
  srcDir: fileURLToPath(new URL('../../..', import.meta.url)),
  outDir: fileURLToPath(new URL('../dist', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../node_modules/.cache/vitepress', import.meta.url)),
  srcExclude: [
    'README.md',
    '.changeset/**',
    '**/CHANGELOG.md',
    '**/node_modules/**',
    '**/dist/**',
    'apps/docs/README.md',
    'benchmarks/**',
    'tooling/**',
  ],
  rewrites: {
    'apps/docs/index.md': 'index.md',
    'packages/:package/README.md': 'packages/:package/index.md',
    'apps/:app/README.md': 'apps/:app/index.md',
  },
  // The pages lie outside of this package, from where its dependencies are not found.
  vite: { resolve: { alias: { vue: fileURLToPath(new URL('../node_modules/vue', import.meta.url)) } } },
  cleanUrls: true,
  lastUpdated: true,
  markdown: { config: markdown => markdown.use(folderLinks) },
  // Sources and folders that only a checkout has.
  ignoreDeadLinks: [
    /\/(LICENSE|src|test|schema\.sql|bench|benchmarks|tooling|grafana|demo|\.env\.example)(\/|$|#)/,
    /\.(json|ts|svg)$/,
    /^(https?:\/\/)?localhost/,
  ],
  themeConfig: {
    nav: [
      { text: 'Guide', link: '/docs/quick-start' },
      { text: 'Packages', link: '/packages/core/' },
      { text: 'Reference', link: '/apps/docs/reference/' },
    ],
    sidebar,
    outline: [2, 3],
    search: {
      provider: 'local',
      options: {
        // The types of Asana's own objects would bury everything else.
        _render: (source, env, markdown) =>
          /reference\/@x\/asana-client\/(interfaces|type-aliases)\//.test(env.relativePath)
            ? ''
            : markdown.render(source, env),
      },
    },
  },
})
