import type { User, UserTaskList, Workspace } from './entities.ts'
import type { World } from './world.ts'

export interface NewUser {
  name: string
  email: string
  /** URL of a picture. Default none. */
  photo?: string
  /** Gids. Default: the first workspace, if there is one. */
  workspaces?: string[]
}

export interface NewWorkspace {
  name: string
  /** Default true: then the e-mail domain is `example.com`. */
  isOrganization?: boolean
  /** Whether task search is on. Default: the sandbox's `premium`. */
  premium?: boolean
}

export function addUser(world: World, { name, email, photo, workspaces }: NewUser): User {
  if (world.findUser(email) !== undefined) throw new TypeError(`A user with the address ${email} exists`)
  const homes = workspaces?.map(gid => world.get('workspace', gid)) ?? world.all('workspace').slice(0, 1)
  const user = world.add<User>({
    type: 'user',
    name,
    email,
    photo: photo ?? null,
    favoriteGids: [],
    customValues: {},
  })
  for (const workspace of homes) join(world, workspace, user)
  return user
}

export function addWorkspace(world: World, workspace: NewWorkspace, premium: boolean): Workspace {
  const isOrganization = workspace.isOrganization ?? true
  return world.add<Workspace>({
    type: 'workspace',
    name: workspace.name,
    isOrganization,
    emailDomains: isOrganization ? ['example.com'] : [],
    premium: workspace.premium ?? premium,
    memberGids: [],
  })
}

export function join(world: World, workspace: Workspace, user: User): void {
  workspace.memberGids.push(user.gid)
  // Every member has a "My tasks" list in each workspace.
  world.add<UserTaskList>({ type: 'user_task_list', ownerGid: user.gid, workspaceGid: workspace.gid })
}
