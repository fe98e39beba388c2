import type { Entity, Task } from './entities.ts'
import { projectsOf, tasksOfProject } from './membership.ts'
import { change, gidIn, gidsIn, inside, numberIn, type Resource, type Value } from './resource.ts'
import type { World } from './world.ts'

/** What an object has written into custom fields, by the field's gid. */
export function customValuesOf(entity: Entity): Readonly<Record<string, Value>> {
  if (entity.type === 'task' || entity.type === 'project' || entity.type === 'user')
    return entity.customValues
  const values = 'values' in entity ? entity.values['custom_fields'] : undefined
  return isValues(values) ? values : {}
}

function isValues(value: Value | undefined): value is { readonly [name: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The custom fields that an object may have values of: a task's are those of its projects, the others' those on
 * themselves and on the portfolios they are in; a person's are all of the workspaces they are in.
 */
export function customFieldsOf(world: World, entity: Entity): Resource[] {
  if (entity.type === 'user') {
    const homes = world.workspacesOf(entity.gid).map(({ gid }) => gid)
    return world.all('custom_field').filter(field => homes.includes(field.homeGid))
  }
  const holders: Entity[] =
    entity.type === 'task' ? projectsOf(world, entity) : [entity, ...portfoliosWith(world, entity)]
  const settings = holders.flatMap(holder => inside(world, 'custom_field_setting', holder))
  const gids = new Set(settings.flatMap(setting => gidIn(setting, 'custom_field') ?? []))
  return [...gids].flatMap(gid => world.find('custom_field', gid) ?? [])
}

function portfoliosWith(world: World, entity: Entity): Resource[] {
  return world.all('portfolio').filter(portfolio => gidsIn(portfolio, 'items').includes(entity.gid))
}

/**
 * The number of a task in a custom field that numbers tasks (`BUG-12`): given once, in order of creation, to every
 * task of the projects that have the field.
 */
export function customIdOf(world: World, field: Resource, task: Task): number | undefined {
  const given = task.customValues[field.gid]
  if (typeof given === 'number') return given
  return numberTasks(world, field).includes(task) ? customIdOf(world, field, task) : undefined
}

/** Numbers the tasks that have no number yet, and returns them. No number is given twice, whatever is deleted. */
export function numberTasks(world: World, field: Resource): Task[] {
  const unnumbered = world
    .all('custom_field_setting')
    .filter(setting => gidIn(setting, 'custom_field') === field.gid)
    .flatMap(setting => world.find('project', setting.homeGid) ?? [])
    .flatMap(project => tasksOfProject(world, project))
    .filter(task => task.customValues[field.gid] === undefined)
  const tasks = [...new Set(unnumbered)].sort((one, other) => Number(one.gid) - Number(other.gid))
  let last = numberIn(field, 'last_number')
  for (const task of tasks) {
    last += 1
    task.customValues = { ...task.customValues, [field.gid]: last }
  }
  if (tasks.length > 0) change(world, field, { last_number: last })
  return tasks
}
