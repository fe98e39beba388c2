import { createClock } from './clock.ts'
import { AppRegistry } from './oauth/app-registry.ts'
import { CodeDesk } from './oauth/code-desk.ts'
import { TokenVault } from './oauth/token-vault.ts'
import { SigningKey } from './openid/signing-key.ts'
import type { SandboxOptions } from './options.ts'
import type { Realm } from './realm.ts'
import { addSampleResources } from './rest/sample-resources.ts'
import { resolveSettings } from './settings.ts'
import { GidSequence } from './state/gid.ts'
import { Journal } from './state/journal.ts'
import { Reporter } from './state/reporter.ts'
import { seedWorld } from './state/seed.ts'
import { World } from './state/world.ts'

/** Everything that holds state, before there is a network. */
export function createRealm(options: SandboxOptions, closing: AbortSignal): Realm {
  const settings = resolveSettings(options)
  const clock = options.clock ?? createClock()
  const gids = new GidSequence()
  const world = new World(clock, gids)
  if (options.seed ?? true) {
    seedWorld(world, settings.premium)
    addSampleResources(world)
  }
  const journal = new Journal(clock)
  return {
    settings,
    closing,
    clock,
    world,
    journal,
    reporter: new Reporter(world, journal),
    apps: new AppRegistry(gids),
    codes: new CodeDesk(clock),
    vault: new TokenVault(clock, gids),
    signingKey: new SigningKey(),
    url: '',
    downloadsUrl: '',
  }
}
