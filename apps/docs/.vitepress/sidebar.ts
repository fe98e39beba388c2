import type { DefaultTheme } from 'vitepress'

/** In the order in which people need it. */
export const sidebar: DefaultTheme.Sidebar = [
  {
    text: 'Guide',
    items: [
      { text: 'Quick start', link: '/docs/quick-start' },
      { text: 'How a refresh works', link: '/docs/how-a-refresh-works' },
      { text: 'Choosing a store', link: '/docs/choosing-a-store' },
      { text: 'Running many processes', link: '/docs/running-many-processes' },
      { text: 'Security', link: '/SECURITY' },
      { text: 'Moving here', link: '/docs/migrating' },
      { text: 'Writing an adapter', link: '/docs/writing-an-adapter' },
      { text: 'Troubleshooting', link: '/docs/troubleshooting' },
      { text: 'Benchmarks', link: '/docs/benchmarks' },
    ],
  },
  {
    text: 'Tokens',
    items: [
      { text: 'core', link: '/packages/core/' },
      { text: 'store-redis', link: '/packages/store-redis/' },
      { text: 'store-postgres', link: '/packages/store-postgres/' },
      { text: 'store-secrets-manager', link: '/packages/store-secrets-manager/' },
      { text: 'store-memory', link: '/packages/store-memory/' },
      { text: 'store-conformance', link: '/packages/store-conformance/' },
      { text: 'express', link: '/packages/express/' },
      { text: 'cli', link: '/packages/cli/' },
    ],
  },
  {
    text: 'Asana',
    items: [
      { text: 'client', link: '/packages/client/' },
      { text: 'connector', link: '/packages/connector/' },
      { text: 'mcp', link: '/packages/mcp/' },
      { text: 'hosted', link: '/packages/hosted/' },
      { text: 'sandbox', link: '/packages/sandbox/' },
    ],
  },
  {
    text: 'More',
    items: [
      { text: 'Example app', link: '/apps/example-express/' },
      { text: 'Reference', link: '/apps/docs/reference/' },
      { text: 'Contributing', link: '/CONTRIBUTING' },
    ],
  },
]
