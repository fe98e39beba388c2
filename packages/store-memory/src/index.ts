export { MemoryOneTimeStore, type MemoryOneTimeStoreOptions } from './memory-one-time-store.ts'
export { MemoryStore, type MemoryStoreOptions } from './memory-store.ts'
