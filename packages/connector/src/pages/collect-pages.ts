import type { AsanaClient, AsanaPage } from '@x/asana-client'
import type { CheckedCall, ExecuteResult } from '../executor.ts'
import { callArguments } from '../local/call-arguments.ts'
import { parametersFor } from '../parameters/action-parameters.ts'

/** Asana docs: Pagination. */
const PAGE = 100

/** All pages of a list, up to `maxItems`; then `nextPage` says where the rest begins. */
export async function collectPages(client: AsanaClient, call: CheckedCall): Promise<ExecuteResult> {
  const { maxItems } = call.paging
  const limited = Object.hasOwn(parametersFor(call.action).query, 'limit')
  const size = Number(call.params['limit'] ?? PAGE)
  const data: unknown[] = []
  let page: AsanaPage<unknown> | undefined
  while (data.length < maxItems && (page === undefined || page.nextPage)) {
    const offset = page?.nextPage?.offset ?? call.params['offset']
    // Never more than is wanted: what came beyond it would be lost, and its page with it.
    const limit = limited ? Math.min(size, maxItems - data.length) : undefined
    page = await requestPage(client, call, { limit, offset })
    data.push(...page.data)
  }
  const meta = {
    nextPage: page?.nextPage ?? null,
    ...(data.length > maxItems && { truncated: true as const }),
  }
  return { data: data.slice(0, maxItems), meta }
}

async function requestPage(
  client: AsanaClient,
  call: CheckedCall,
  more: Readonly<Record<string, unknown>>,
): Promise<AsanaPage<unknown>> {
  const list = client.request(call.action.operation.id, callArguments(call, more))
  return (await list) as AsanaPage<unknown>
}
