import { randomBytes } from 'node:crypto'

export { auth } from '../connected-user.ts'
export const newKey = { id: '2026-11', key: randomBytes(32) }
export const oldKey = { id: '2026-05', key: randomBytes(32) }
