import type { Project, Section } from './entities.ts'
import { removeFromProject, tasksOfProject } from './membership.ts'
import type { World } from './world.ts'

/** The section every project starts with. */
const firstSectionName = 'Untitled section'

type NewProject = Pick<Project, 'name' | 'workspaceGid' | 'ownerGid'> & Partial<Project>

export function addProject(
  world: World,
  draft: NewProject,
  sections: string[] = [firstSectionName],
): Project {
  const people = draft.ownerGid === null ? [] : [draft.ownerGid]
  const project = world.add<Project>({
    notes: '',
    archived: false,
    color: null,
    icon: 'list',
    defaultView: 'list',
    dueOn: null,
    startOn: null,
    privacySetting: 'public_to_workspace',
    policies: {},
    customValues: {},
    templateGid: null,
    teamGid: null,
    memberGids: [...people],
    followerGids: [...people],
    modifiedAtMs: world.clock.now(),
    ...draft,
    sectionGids: [],
    type: 'project',
  })
  for (const name of sections) addSection(world, project, name)
  return project
}

export function addSection(world: World, project: Project, name: string): Section {
  const section = world.add<Section>({ type: 'section', name, projectGid: project.gid, taskGids: [] })
  project.sectionGids.push(section.gid)
  return section
}

/** The tasks stay: they only leave the project. */
export function deleteProject(world: World, project: Project): void {
  for (const task of tasksOfProject(world, project)) removeFromProject(world, task, project)
  for (const gid of project.sectionGids) world.remove(world.get('section', gid))
  world.remove(project)
}
