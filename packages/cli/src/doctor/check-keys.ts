import { AsanaError, type EncryptionOptions, type Environment, Keyring } from '@x/asana-auth-core'
import { MAKE_A_KEY, readEncryption } from '../settings/encryption-keys.ts'
import { type Finding, failure, ok, warning } from './finding.ts'

const CHECK = 'encryption.keys'

export function checkKeys(env: Environment): {
  readonly encryption: EncryptionOptions | undefined
  readonly finding: Finding
} {
  try {
    const encryption = readEncryption(env)
    return { encryption, finding: encryption ? describe(encryption) : none() }
  } catch (error) {
    if (!(error instanceof AsanaError)) throw error
    const fix = 'Write keys as id:base64, separated by commas, the one that seals first.'
    return { encryption: undefined, finding: failure(CHECK, error.message, fix) }
  }
}

function describe({ keys }: EncryptionOptions): Finding {
  const { primaryKeyId } = new Keyring(keys)
  const others = keys.length - 1
  return ok(CHECK, `"${primaryKeyId}" seals${others > 0 ? `, ${others} more open` : ''}.`)
}

function none(): Finding {
  const fix = `Set ENCRYPTION_KEYS; ${MAKE_A_KEY}. Then run: asana-auth rekey`
  return warning(CHECK, 'There is no encryption key: credentials are stored in plain.', fix)
}
