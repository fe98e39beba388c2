import { operation, operationIds } from '@x/asana-client'
import { describe, expect, it } from 'vitest'
import { allActions, buildCatalogue, findAction } from '../src/actions/catalogue.ts'

describe('the catalogue', () => {
  const actions = allActions()

  it('has every operation of Asana under one name, and the download', () => {
    const named = actions.filter(({ kind }) => kind === 'operation').map(action => action.operation.id)
    expect(named.sort()).toEqual([...operationIds].sort())
    expect(actions).toHaveLength(248)
    expect(new Set(actions.map(({ id }) => id)).size).toBe(248)
  })

  it('is written in snake_case, entities in the plural or as a collection', () => {
    for (const { entity, name } of actions) expect(`${entity}.${name}`).toMatch(/^[a-z_]+\.[a-z_]+$/)
  })

  it.each([
    ['getTask', 'tasks', 'get'],
    ['getSubtasksForTask', 'task_subtasks', 'list'],
    ['addProjectForTask', 'tasks', 'add_project'],
    ['createProjectBrief', 'project_briefs', 'create'],
    ['duplicateProject', 'projects', 'duplicate'],
    ['typeaheadForWorkspace', 'workspaces', 'typeahead'],
    ['getTasksForUserTaskList', 'user_task_list_tasks', 'list'],
    ['getTeamMemberships', 'team_memberships', 'list'],
    ['getTeamMembershipsForTeam', 'team_team_memberships', 'list'],
    ['getPortfolioMemberships', 'portfolio_memberships', 'list'],
    ['getTaskForCustomID', 'workspace_tasks', 'get'],
    ['getEvents', 'events', 'list'],
  ] as const)('%s is %s.%s', (id, entity, action) => {
    expect(findAction(entity, action).operation.id).toBe(id)
  })

  it.each([
    ['searchTasksForWorkspace', 'workspace_tasks', 'search'],
    ['addTagForTask', 'tasks', 'add_tag'],
    ['removeTagForTask', 'tasks', 'remove_tag'],
    ['addTaskForSection', 'sections', 'add_task'],
    ['addUserForWorkspace', 'workspaces', 'add_user'],
  ] as const)(
    '%s, which has an established name, is also found as the rule has it: %s.%s',
    (id, entity, action) => {
      expect(findAction(entity, action).operation.id).toBe(id)
    },
  )

  it('has the same names in whatever order the operations come', () => {
    const operations = operationIds.map(id => operation(id))
    const names = (list: typeof operations) =>
      [...buildCatalogue(list).entities.values()].flatMap(ofEntity =>
        [...ofEntity.values()].map(action => `${action.id} ${action.operation.id}`),
      )
    expect(names([...operations].reverse())).toEqual(names(operations))
  })

  it('would not be built with two operations of one name', () => {
    const task = operation('getTask')
    expect(() => buildCatalogue([task, { ...task, id: 'getTaskToo' }])).toThrow('tasks.get')
  })

  it('tells what reads, writes and takes away', () => {
    const effects = ({ readOnly, destructive }: { readOnly: boolean; destructive: boolean }) => [
      readOnly,
      destructive,
    ]
    expect(effects(findAction('tasks', 'list'))).toEqual([true, false])
    expect(effects(findAction('tasks', 'create'))).toEqual([false, false])
    expect(effects(findAction('tasks', 'delete'))).toEqual([false, true])
    expect(effects(findAction('task_tags', 'delete'))).toEqual([false, true])
    expect(effects(findAction('projects', 'remove_members'))).toEqual([false, true])
  })
})
