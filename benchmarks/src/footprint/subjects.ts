/** What an application installs and imports to get what it wants. */
export interface Subject {
  readonly name: string
  readonly origin: 'ours' | 'peers'
  readonly packages: readonly string[]
  /** Left out of the bundle, of the count and of the disk: the application has it, or it has a row of its own. */
  readonly apart: readonly string[]
}

const ours = (name: string, packages: readonly string[], apart: readonly string[] = []): Subject => ({
  name: `ours: ${name}`,
  origin: 'ours',
  packages,
  apart,
})

const peer = (name: string): Subject => ({ name, origin: 'peers', packages: [name], apart: [] })

const CORE = '@x/asana-auth-core'
const CLIENT = '@x/asana-client'
const DRIVERS = ['ioredis', 'pg', '@aws-sdk/client-secrets-manager']

export const subjects: readonly Subject[] = [
  ours('core without the client', [CORE], [CLIENT]),
  ours('client', [CLIENT]),
  ours('core', [CORE]),
  ours('core + memory store', [CORE, '@x/asana-auth-store-memory']),
  ours('core + Redis store', [CORE, '@x/asana-auth-store-redis'], DRIVERS),
  ours('core + Postgres store', [CORE, '@x/asana-auth-store-postgres'], DRIVERS),
  ours('core + Secrets Manager store', [CORE, '@x/asana-auth-store-secrets-manager'], DRIVERS),
  peer('oauth4webapi'),
  peer('openid-client'),
  peer('arctic'),
  peer('simple-oauth2'),
  peer('@slack/oauth'),
  peer('google-auth-library'),
  peer('better-auth'),
  peer('asana'),
]

/** What the import time of the others is compared to: a protocol library and nothing else. */
export const IMPORT_BASELINE = 'oauth4webapi'
