import { createDecipheriv } from 'node:crypto'
import type { StoreConnection } from '@x/store-services'

/** A read without us: the client's own call for one value. */
export interface BareReader {
  write(key: string, value: string): Promise<void>
  read(key: string): Promise<string>
  close(): Promise<void>
}

export async function bareReader(connection: StoreConnection): Promise<BareReader> {
  if (connection.kind === 'redis') {
    const { Redis } = await import('ioredis')
    const client = new Redis(connection.url)
    return {
      write: async (key, value) => void (await client.set(key, value)),
      read: async key => (await client.get(key)) ?? '',
      close: async () => client.disconnect(),
    }
  }
  if (connection.kind === 'postgres') {
    const { default: pg } = await import('pg')
    const pool = new pg.Pool({ connectionString: connection.url, max: 5 })
    await pool.query('CREATE TABLE IF NOT EXISTS bare (key TEXT PRIMARY KEY, value TEXT NOT NULL)')
    return {
      write: async (key, value) => {
        await pool.query(
          'INSERT INTO bare VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
          [key, value],
        )
      },
      read: async key => {
        const query = { name: 'bare', text: 'SELECT value FROM bare WHERE key = $1', values: [key] }
        const { rows } = await pool.query<{ value: string }>(query)
        return rows[0]?.value ?? ''
      },
      close: () => pool.end(),
    }
  }
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
