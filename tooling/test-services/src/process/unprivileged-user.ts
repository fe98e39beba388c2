import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface UnprivilegedUser {
  readonly uid: number
  readonly gid: number
}

/** Whom root runs a server as that refuses root, as Postgres does; undefined when we are not root. */
export async function unprivilegedUser(): Promise<UnprivilegedUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const passwd = await readFile('/etc/passwd', 'utf8').catch(() => '')
  // It must have a name: initdb looks itself up.
  const users = passwd.split('\n').map(line => line.split(':'))
  const [, , uid, gid] =
    users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody') ?? []
  return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) }
}

/** Whether anybody may run it: a checkout below /root is closed to all others. */
export async function isOpenToAll(file: string): Promise<boolean> {
  for (let path = file; ; path = dirname(path)) {
    if (((await stat(path)).mode & 0o001) === 0) return false
    if (path === dirname(path)) return true
  }
}
