import { readFileSync } from 'node:fs'
import type { EncryptionKey, EncryptionOptions, Environment } from '@x/asana-auth-core'
import { UsageError } from '../cli-errors.ts'
import { setting } from './setting.ts'

const NAME = 'ENCRYPTION_KEYS'
const FILE = 'ENCRYPTION_KEYS_FILE'
export const MAKE_A_KEY = 'make one with: echo "2026-11:$(openssl rand -base64 32)"'

/**
 * `ENCRYPTION_KEYS`, or the file that `ENCRYPTION_KEYS_FILE` names: `id:base64`, separated by commas or
 * lines; the first one seals. There is no option for it: what is in argv, every user of the machine can read.
 * @throws UsageError that never repeats a key
 */
export function readEncryption(env: Environment): EncryptionOptions | undefined {
  const value = setting(env, NAME)
  const path = setting(env, FILE)
  if (value && path) throw new UsageError(`Set ${NAME} or ${FILE}, not both.`, 'invalid_setting')
  if (value) return { keys: parseKeys(value, NAME) }
  return path ? { keys: parseKeys(readKeyFile(path), FILE) } : undefined
}

function parseKeys(text: string, source: string): EncryptionKey[] {
  const parts = text.split(/[,\n]/).filter(part => part.trim() !== '')
  const keys = parts.map((part, index) => {
    const [, id = '', key = ''] = /^\s*([A-Za-z0-9_-]{1,64}):(\S+)\s*$/.exec(part) ?? []
    if (Buffer.from(key, 'base64').length === 32) return { id, key }
    throw new UsageError(
      `${source}: key ${index + 1} is not "id:" and 32 bytes in base64; ${MAKE_A_KEY}`,
      'invalid_setting',
    )
  })
  if (keys.length === 0) throw new UsageError(`${source} holds no key; ${MAKE_A_KEY}`, 'invalid_setting')
  return keys
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`${FILE} names ${path}, which cannot be read (${code}).`, 'invalid_setting')
  }
}
