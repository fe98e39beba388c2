export { type Backend, startBackend } from './backend.ts'
export { type ConnectedStore, connectStore } from './connect-store.ts'
export { isStoreKind, type StoreConnection, type StoreKind, storeKinds } from './store-connection.ts'
