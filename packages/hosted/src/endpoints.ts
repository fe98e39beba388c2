import { tokenEndpoints } from './auth/token-endpoints.ts'
import { connectorEndpoints } from './connectors/connector-endpoints.ts'
import { executeEndpoint } from './execute/execute-endpoint.ts'
import type { Endpoint } from './http/endpoint.ts'
import { callbackEndpoint } from './oauth/callback-endpoint.ts'
import { initiateEndpoint } from './oauth/initiate-endpoint.ts'
import { startEndpoint } from './oauth/start-endpoint.ts'
import { asanaAppEndpoints } from './organizations/asana-app-endpoints.ts'
import type { Services } from './services.ts'

/** The whole API. What is not in this list does not exist; what is, is routed, validated, documented and tested for isolation. */
export function allEndpoints(services: Services): readonly Endpoint[] {
  return [
    ...tokenEndpoints(services),
    ...asanaAppEndpoints(services),
    initiateEndpoint(services),
    startEndpoint(services),
    callbackEndpoint(services),
    ...connectorEndpoints(services),
    executeEndpoint(services),
  ]
}
