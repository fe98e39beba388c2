import { AsanaConnector } from '@x/asana-connector'

// The connection of a store, which keeps a process from ending by itself.
setInterval(() => {}, 60_000)

export default new AsanaConnector({ authConfig: { token: 'a' } })
