import type { Entity, Task } from './entities.ts'
import { homeOf, workspaceOf } from './home.ts'
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
    const workspaceGid = workspaceOf(this.#world, resource)
    this.#journal.record({ userGid, workspaceGid, resource, action, parent, field, feeds })
  }
}

/** An event bubbles up: a comment's to its task, a task's to its parents and projects, a goal's to its workspace. */
function feedsOf(world: World, resource: Entity): Set<string> {
  switch (resource.type) {
    case 'task':
      return taskFeeds(world, resource)
    case 'section':
      return new Set([resource.gid, resource.projectGid])
    case 'tag':
    case 'team':
      return new Set([resource.gid])
    default: {
      const home = homeOf(world, resource)
      return new Set([resource.gid, ...(home === undefined ? [] : feedsOf(world, home))])
    }
  }
}

function taskFeeds(world: World, task: Task): Set<string> {
  const feeds = new Set([task.gid, ...projectsOf(world, task).map(project => project.gid)])
  const parent = world.find('task', task.parentGid)
  if (parent !== undefined) for (const gid of taskFeeds(world, parent)) feeds.add(gid)
  return feeds
}
