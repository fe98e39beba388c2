import { AsanaConnector } from '@x/asana-connector'

/** What an application would write: here is where a store would be. */
export default () => new AsanaConnector({ authConfig: { token: process.env['OWN_TOKEN'] ?? '' } })
