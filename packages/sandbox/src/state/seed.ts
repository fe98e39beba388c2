import type { Tag, Team, User } from './entities.ts'
import { placeTask } from './membership.ts'
import { addUser, addWorkspace } from './people.ts'
import { addProject } from './projects.ts'
import { addStory, newTask, setCompleted, setParent } from './tasks.ts'
import type { World } from './world.ts'

const dayMs = 86_400_000

/** An organization with two people, a team, two projects and a dozen tasks. */
export function seedWorld(world: World, premium: boolean): void {
  const workspace = addWorkspace(world, { name: 'Sample Organization' }, premium)
  const ada = addUser(world, { name: 'Ada Sample', email: 'ada@example.com' })
  const ben = addUser(world, { name: 'Ben Sample', email: 'ben@example.com' })
  const team = world.add<Team>({
    type: 'team',
    name: 'Product',
    description: 'Everyone who builds the product',
    workspaceGid: workspace.gid,
    memberGids: [ada.gid, ben.gid],
    adminGids: [ada.gid],
    policies: {},
  })
  const shared = { workspaceGid: workspace.gid, teamGid: team.gid }
  const tags = ['urgent', 'customer'].map(name =>
    world.add<Tag>({
      type: 'tag',
      name,
      notes: '',
      color: null,
      workspaceGid: workspace.gid,
      followerGids: [],
    }),
  )
  const launch = addProject(world, { ...shared, name: 'Website launch', ownerGid: ada.gid }, [
    'To do',
    'In progress',
    'Done',
  ])
  const bugs = addProject(world, { ...shared, name: 'Bugs', ownerGid: ben.gid }, [
    'Untitled section',
    'Triaged',
  ])

  const put = (
    sectionGid: string | undefined,
    name: string,
    assignee: User | undefined,
    dueInDays?: number,
  ) => {
    const task = newTask(world, ada, workspace.gid, name)
    task.assigneeGid = assignee?.gid ?? null
    if (dueInDays !== undefined) {
      task.dueOn = new Date(world.clock.now() + dueInDays * dayMs).toISOString().slice(0, 10)
    }
    if (sectionGid !== undefined) placeTask(world, task, world.get('section', sectionGid))
    return task
  }
  const [toDo, inProgress, done] = launch.sectionGids
  const [untitled, triaged] = bugs.sectionGids
  const pages = put(toDo, 'Write the landing page', ada, 3)
  put(toDo, 'Choose the photos', ben, 5)
  put(toDo, 'Check every link', undefined)
  const domain = put(inProgress, 'Move the domain', ben, 1)
  put(inProgress, 'Set up the redirects', ada)
  for (const name of ['Book the hosting', 'Agree on the date']) {
    setCompleted(world, put(done, name, ada), true, ada.gid)
  }
  const login = put(untitled, 'Login button is below the fold on phones', ben, 2)
  put(untitled, 'Typo on the pricing page', undefined)
  put(triaged, 'Search forgets the filter', ada)

  for (const name of ['Draft the headline', 'Ask for a review']) {
    setParent(world, put(undefined, name, ada), pages)
  }
  login.tagGids = tags.map(tag => tag.gid)
  pages.dependencyGids = [domain.gid]
  addStory(world, pages, ben, {
    kind: 'comment',
    resourceSubtype: 'comment_added',
    text: 'The old page has a good first sentence.',
  })
}
