import type { Team } from '../../state/entities.ts'
import type { Value } from '../../state/resource.ts'
import { plainText } from '../render/html-text.ts'
import { teamAccessLevels } from '../render/team-policies.ts'
import { defined } from './defined.ts'
import type { Input } from './input.ts'

export const writableTeamFields = [
  'name',
  'description',
  'html_description',
  'organization',
  'visibility',
  'endorsed',
  ...Object.keys(teamAccessLevels),
]

/** The fields that were sent, checked. */
export function teamChanges(input: Input): Partial<Pick<Team, 'name' | 'description' | 'policies'>> {
  const html = input.string('html_description')
  const policies = defined<Record<string, Value>>({
    visibility: input.oneOf('visibility', ['secret', 'request_to_join', 'public'] as const),
    endorsed: input.boolean('endorsed'),
    ...Object.fromEntries(
      Object.entries(teamAccessLevels).map(([name, levels]) => [name, input.oneOf(name, levels)]),
    ),
  })
  return defined<Partial<Team>>({
    name: input.has('name') ? input.requiredString('name') : undefined,
    description: html === undefined ? input.string('description') : plainText(html),
    policies,
  })
}
