import { insertAt } from '../../state/membership.ts'
import { change, gidIn, gidsIn } from '../../state/resource.ts'
import { type ApiAnswer, created, empty, list } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import {
  choice,
  computed,
  createdAt,
  createdBy,
  date,
  fixed,
  flag,
  readOnly,
  ref,
  refs,
  required,
  text,
} from '../declare/field.ts'
import { standardRoutes } from '../declare/standard-routes.ts'
import { addResource, createResource } from '../declare/writing.ts'
import { placeFrom } from '../input/place.ts'
import { colors } from '../render/colors.ts'
import { circleRoutes } from './circle.ts'
import { customFieldMembers } from './custom-field-settings.ts'
import { currentStatusUpdate } from './status-updates.ts'

export const portfolio: Declaration = {
  type: 'portfolio',
  home: 'workspace',
  readScope: 'portfolios:read',
  compact: ['name'],
  fields: {
    name: required(text()),
    archived: flag(),
    color: choice(colors, 'light-green'),
    start_on: date(),
    due_on: date(),
    default_access_level: choice(['admin', 'editor', 'viewer'], 'viewer'),
    created_at: createdAt,
    created_by: createdBy,
    current_status_update: currentStatusUpdate,
    ...customFieldMembers,
    members: readOnly(refs('user')),
    owner: readOnly(ref('user')),
    workspace: fixed(required(ref('workspace'))),
    permalink_url: computed((resource, { url }) => `${url}/0/portfolio/${resource.gid}/list`),
    public: fixed(flag()),
    privacy_setting: computed(({ values }) =>
      values['public'] === true ? 'public_to_domain' : 'members_only',
    ),
    project_templates: computed(() => []),
    items: { initial: [] },
  },
}

/** How a project takes part in a portfolio. */
export const projectPortfolioSetting: Declaration = {
  type: 'project_portfolio_setting',
  home: 'portfolio',
  bound: ['project'],
  readScope: 'project_portfolio_settings:read',
  compact: ['project', 'portfolio', 'is_access_control_inherited'],
  fields: {
    project: readOnly(ref('project')),
    portfolio: readOnly(ref('portfolio')),
    is_access_control_inherited: flag(true),
    created_at: createdAt,
  },
}

export const portfolioRoutes: readonly Route[] = [
  ...standardRoutes(portfolio, '/portfolios', {
    get: 'portfolios:read',
    update: 'portfolios:write',
    delete: null,
    list: { scope: 'portfolios:read', required: ['workspace'], optional: ['owner'] },
  }),
  route('POST', '/portfolios', 'portfolios:write', call => {
    const members = [call.user.gid]
    return created(createResource(call, portfolio, { owner: call.user.gid, members }))
  }),
  route('GET', '/portfolios/{portfolio_gid}/items', 'portfolios:read', call =>
    list(
      call.visible(gidsIn(call.target('portfolio'), 'items').flatMap(gid => call.world.findAny(gid) ?? [])),
    ),
  ),
  route('POST', '/portfolios/{portfolio_gid}/addItem', 'portfolios:write', addItem),
  route('POST', '/portfolios/{portfolio_gid}/removeItem', 'portfolios:write', removeItem),
  ...circleRoutes('portfolio', 'members'),
  ...standardRoutes(projectPortfolioSetting, '/project_portfolio_settings', {
    get: 'project_portfolio_settings:read',
    update: 'project_portfolio_settings:write',
  }),
  ...(['project', 'portfolio'] as const).map(side =>
    route(
      'GET',
      `/${side}s/{${side}_gid}/project_portfolio_settings`,
      'project_portfolio_settings:read',
      call => {
        const { gid } = call.target(side)
        const settings = call.visible(call.world.all('project_portfolio_setting'))
        return list(settings.filter(setting => gidIn(setting, side) === gid))
      },
    ),
  ),
]

function addItem(call: ApiCall): ApiAnswer {
  const { world } = call
  const target = call.target('portfolio')
  const input = call.input('item', 'insert_before', 'insert_after')
  const item = call.namedAny(['project', 'portfolio'], 'item', input.requiredGid('item'))
  if (item.gid === target.gid) throw new ApiError(400, 'item: A portfolio cannot contain itself')
  const items = gidsIn(target, 'items')
  change(world, target, { items: insertAt(items, item.gid, placeFrom(input)) })
  if (item.type === 'project' && !items.includes(item.gid)) {
    addResource(world, projectPortfolioSetting, call.user.gid, { project: item.gid, portfolio: target.gid })
  }
  call.report(item, 'added', { parent: target })
  return empty()
}

function removeItem(call: ApiCall): ApiAnswer {
  const { world } = call
  const target = call.target('portfolio')
  const gid = call.input('item').requiredGid('item')
  const items = gidsIn(target, 'items')
  const item = world.findAny(gid)
  if (item === undefined || !items.includes(gid)) throw new ApiError(400, `item: Unknown object: ${gid}`)
  change(world, target, { items: items.filter(one => one !== gid) })
  for (const setting of world.all('project_portfolio_setting')) {
    if (setting.homeGid === target.gid && gidIn(setting, 'project') === gid) world.remove(setting)
  }
  call.report(item, 'removed', { parent: target })
  return empty()
}
