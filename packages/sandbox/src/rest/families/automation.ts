import { textIn } from '../../state/resource.ts'
import { addStory } from '../../state/tasks.ts'
import { list, valuePage, values } from '../core/answer.ts'
import { ApiError } from '../core/api-error.ts'
import { isRecord } from '../core/request-body.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import { readOnly, ref, refs, text } from '../declare/field.ts'
import { standardRoutes } from '../declare/standard-routes.ts'
import { missingInput } from '../input/input.ts'
import { linkTo } from '../render/link.ts'

/** A kind of task of a project's own. Only Asana's pages make one. */
export const customType: Declaration = {
  type: 'custom_type',
  home: 'project',
  compact: ['name'],
  fields: {
    project: { initial: null },
    name: readOnly(text()),
    status_options: readOnly(refs('custom_type_status_option')),
    members: { initial: [] },
  },
}

export const customTypeStatusOption: Declaration = {
  type: 'custom_type_status_option',
  home: 'custom_type',
  compact: ['name'],
  fields: {
    custom_type: { initial: null },
    name: readOnly(text()),
    color: readOnly(text('none')),
    enabled: { initial: true, show: value => value },
    completion_state: readOnly(text('incomplete')),
  },
}

/** The "incoming web request" of a rule. Only Asana's rule builder makes one. */
export const ruleTrigger: Declaration = {
  type: 'rule_trigger',
  home: 'project',
  compact: [],
  fields: { project: { initial: null } },
}

/** What somebody thinks of a comment or a status update, in one character. */
export const reaction: Declaration = {
  type: 'reaction',
  home: 'target',
  compact: ['emoji', 'user'],
  fields: {
    target: { initial: null },
    emoji: readOnly(text()),
    user: readOnly(ref('user')),
  },
}

export const automationRoutes: readonly Route[] = [
  ...standardRoutes(customType, '/custom_types', { get: null }),
  route('GET', '/custom_types', undefined, call => {
    const { gid } = call.requiredFilter('project')
    return list(call.world.all('custom_type').filter(one => one.homeGid === gid))
  }),
  // The rule of the sandbox writes a line into the task's history: that it ran can be seen.
  route('POST', '/rule_triggers/{rule_trigger_gid}/run', undefined, call => {
    const trigger = call.target('rule_trigger')
    const input = call.input('resource', 'action_data')
    const gid = input.requiredGid('resource')
    const task = call.named('task', 'resource', gid)
    const data = input.value('action_data')
    if (data === undefined) throw missingInput('action_data')
    if (!isRecord(data)) throw new ApiError(400, `action_data: Value is not a JSON object: ${String(data)}`)
    const story = addStory(call.world, task, call.user, {
      kind: 'system',
      resourceSubtype: 'rule_triggered',
      text: `Rule ${trigger.gid} ran with ${JSON.stringify(data)}`,
    })
    call.report(story, 'added', { parent: task })
    return values({ message: 'The rule was triggered.' })
  }),
  route('GET', '/reactions', undefined, call => {
    const gid = call.query.get('target') ?? ''
    const emoji = call.query.get('emoji_base') ?? ''
    if (gid === '') throw missingInput('target')
    if (emoji === '') throw missingInput('emoji_base')
    const target = call.namedAny(['status_update', 'story'], 'target', gid)
    const all = call.world.all('reaction').filter(one => one.homeGid === target.gid)
    const wanted = all.filter(one => textIn(one, 'emoji').startsWith(emoji))
    // Alone among the records, a reaction does not say what it is.
    return valuePage(
      wanted.map(one => ({
        gid: one.gid,
        emoji: textIn(one, 'emoji'),
        user: linkTo(call.world.find('user', textIn(one, 'user'))),
      })),
    )
  }),
]
