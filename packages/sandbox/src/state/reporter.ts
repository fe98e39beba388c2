import type { Entity, Task } from './entities.ts'
import type { ChangeAction, Journal } from './journal.ts'
import { projectsOf } from './membership.ts'
import type { World } from './world.ts'

/** Writes what happened into the journal, for /events and webhooks. */
export class Reporter {
  readonly #world: World
  readonly #journal: Journal

  constructor(world: World, journal: Journal) {
    this.#world = world
    this.#journal = journal
  }

  report(
    userGid: string,
    resource: Entity,
    action: ChangeAction,
    detail: { parent?: Entity | undefined; field?: string } = {},
  ): void {
    const { parent, field } = detail
    const feeds = feedsOf(this.#world, resource)
    if (parent !== undefined) for (const gid of feedsOf(this.#world, parent)) feeds.add(gid)
    this.#journal.record({ userGid, resource, action, parent, field, feeds })
  }
}

/** An event bubbles up: a comment's to its task, a task's to its parents and projects. */
function feedsOf(world: World, resource: Entity): Set<string> {
  switch (resource.type) {
    case 'task':
      return taskFeeds(world, resource)
    case 'story':
      return new Set([resource.gid, ...(feedsOfGid(world, resource.taskGid) ?? [])])
    case 'attachment':
      return new Set([resource.gid, ...(feedsOfGid(world, resource.parentGid) ?? [])])
    case 'section':
      return new Set([resource.gid, resource.projectGid])
    case 'project':
      return new Set([resource.gid, resource.workspaceGid])
    default:
      return new Set([resource.gid])
  }
}

function feedsOfGid(world: World, gid: string): Set<string> | undefined {
  const entity = world.findAny(gid)
  return entity === undefined ? undefined : feedsOf(world, entity)
}

function taskFeeds(world: World, task: Task): Set<string> {
  const feeds = new Set([task.gid, ...projectsOf(world, task).map(project => project.gid)])
  const parent = world.find('task', task.parentGid)
  if (parent !== undefined) for (const gid of taskFeeds(world, parent)) feeds.add(gid)
  return feeds
}
