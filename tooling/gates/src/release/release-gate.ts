import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Gate } from '../gate.ts'
import { readRepository } from '../repository/repository.ts'
import { tryRun } from '../repository/run.ts'
import { copyForRelease } from './release-copy.ts'

/** What changed is told in a changeset, and a release would give all packages one version. */
export const releaseGate: Gate = async ({ root, packages }) => {
  const changeset = join(root, 'node_modules/@changesets/cli/bin.js')
  const status = await tryRun(process.execPath, [changeset, 'status', ...(await since(root))], { cwd: root })
  const problems = status.ok ? [] : [`${status.output}\nDescribe the change for users: npx pnpm@12 changeset`]

  const copy = await mkdtemp(join(tmpdir(), 'asana-auth-release-'))
  try {
    await copyForRelease(root, copy)
    const dryRun = await tryRun(process.execPath, [changeset, 'version'], { cwd: copy })
    if (!dryRun.ok)
      return { summary: '', problems: [...problems, `changeset version fails:\n${dryRun.output}`] }
    const released = readRepository(copy, '').packages.map(({ manifest }) => manifest)
    const versions = [...new Set(released.map(({ version }) => version))]
    if (versions.length !== 1) {
      const list = released.map(({ name, version }) => `${name} ${version}`).join(', ')
      problems.push(
        `A release would have ${versions.length} versions: ${list}. See "fixed" in .changeset/config.json.`,
      )
    }
    return { summary: `a release would be ${versions.join(', ')} for ${packages.length} packages`, problems }
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

/**
 * On a branch, its own changes need a changeset of its own; on main, the changesets that wait for the
 * release tell of everything since the last. CI knows main by the remote's name alone.
 */
async function since(root: string): Promise<readonly string[]> {
  const current = await tryRun('git', ['rev-parse', '--abbrev-ref', 'HEAD'], { cwd: root })
  if (current.output === 'main') return []
  for (const branch of ['main', 'origin/main']) {
    const { ok } = await tryRun('git', ['rev-parse', '--verify', '--quiet', branch], { cwd: root })
    if (ok) return ['--since', branch]
  }
  return ['--since', 'HEAD']
}
