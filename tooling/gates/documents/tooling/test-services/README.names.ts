export type { Redis } from '@x/test-services'
export { afterAll, beforeAll, describe } from 'vitest'
