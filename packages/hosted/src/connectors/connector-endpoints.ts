import type { Endpoint } from '../http/endpoint.ts'
import type { Services } from '../services.ts'
import { createConnectorEndpoint } from './create-endpoint.ts'
import { deleteConnectorEndpoint } from './delete-endpoint.ts'
import { readConnectorEndpoints } from './read-endpoints.ts'
import { updateConnectorEndpoint } from './update-endpoint.ts'

export function connectorEndpoints(services: Services): readonly Endpoint[] {
  return [
    createConnectorEndpoint(services),
    ...readConnectorEndpoints(services),
    updateConnectorEndpoint(services),
    deleteConnectorEndpoint(services),
  ]
}
