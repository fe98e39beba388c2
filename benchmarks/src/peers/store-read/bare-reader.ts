import { createDecipheriv } from 'node:crypto'
import type { StoreConnection } from '@x/store-services'
import { bareSecretReader } from './bare-secret-reader.ts'

/** A read without us: the client's own call for the very row that the store reads, and its payload. */
export interface BareReader {
  readPayload(subject: string): Promise<string>
  close(): Promise<void>
}

export async function bareReader(connection: StoreConnection, namespace: string): Promise<BareReader> {
  if (connection.kind === 'redis') {
    const { Redis } = await import('ioredis')
    const client = new Redis(connection.url)
    return {
      readPayload: async subject => {
        const text = (await client.get(`${namespace}:{asana:${subject}}:credential`)) ?? ''
        return text.slice(text.indexOf('\n') + 1)
      },
      close: async () => client.disconnect(),
    }
  }
  if (connection.kind === 'postgres') {
    const { default: pg } = await import('pg')
    const pool = new pg.Pool({ connectionString: connection.url, max: 5 })
    // The server goes away at the end of the run.
    pool.on('error', () => {})
    const text = `SELECT version, payload, status, expires_at, updated_at FROM asana_auth_credentials
WHERE namespace = $1 AND provider = $2 AND subject = $3`
    return {
      readPayload: async subject => {
        const query = { name: 'bare', text, values: [namespace, 'asana', subject] }
        const { rows } = await pool.query<{ payload: string }>(query)
        return rows[0]?.payload ?? ''
      },
      close: () => pool.end(),
    }
  }
  if (connection.kind === 'secrets-manager') return bareSecretReader(connection, namespace)
  throw new Error(`There is no bare reader for ${connection.kind}.`)
}

/** The same decrypting and parsing as ours, written out by hand. */
export function openAndParse(envelope: string, key: Buffer, additionalData: string): unknown {
  const [, , iv = '', sealed = ''] = envelope.split('.')
  const data = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(additionalData))
  decipher.setAuthTag(data.subarray(-16))
  const plain = Buffer.concat([decipher.update(data.subarray(0, -16)), decipher.final()]).toString('utf8')
  return JSON.parse(plain)
}
