import type { Operation } from './description.ts'

/** Whatever is deleted last takes other objects along. */
const containers = [
  ...['custom_field', 'goal', 'portfolio', 'status_update', 'task', 'tag', 'section', 'project'],
].map(type => `{${type}_gid}`)

/** Reads first, then writes, then what takes away; smaller is earlier. */
export function turn({ method, path, id }: Operation): number {
  if (method === 'GET') return 0
  if (id.startsWith('remove')) return 2
  if (method !== 'DELETE') return 1
  return 3 + containers.findIndex(container => path.endsWith(container))
}
