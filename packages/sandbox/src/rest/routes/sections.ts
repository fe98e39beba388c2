import { insertAt, placeTask } from '../../state/membership.ts'
import { addSection } from '../../state/projects.ts'
import { created, empty, list, one } from '../core/answer.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import { placeFrom } from '../input/place.ts'

// No granular scope covers sections: only full permissions do, but for putting a task into one.
export const sectionRoutes: readonly Route[] = [
  route('GET', '/projects/{project_gid}/sections', undefined, call =>
    list(call.target('project').sectionGids.map(gid => call.world.get('section', gid))),
  ),
  route('POST', '/projects/{project_gid}/sections', undefined, call => {
    const project = call.target('project')
    const input = call.input('name', 'insert_before', 'insert_after')
    const section = addSection(call.world, project, input.requiredString('name'))
    project.sectionGids = insertAt(project.sectionGids, section.gid, placeFrom(input))
    call.report(section, 'added', { parent: project })
    return created(section)
  }),
  route('POST', '/projects/{project_gid}/sections/insert', undefined, call => {
    const project = call.target('project')
    const input = call.input('project', 'section', 'before_section', 'after_section')
    const section = call.named('section', 'section', input.requiredGid('section'))
    if (section.projectGid !== project.gid) throw new ApiError(400, `section: Unknown object: ${section.gid}`)
    const place = placeFrom(input, 'before_section', 'after_section')
    project.sectionGids = insertAt(project.sectionGids, section.gid, place)
    return empty()
  }),
  route('GET', '/sections/{section_gid}', undefined, call => one(call.target('section'))),
  route('PUT', '/sections/{section_gid}', undefined, call => {
    const section = call.target('section')
    const input = call.input('name')
    if (input.has('name')) section.name = input.requiredString('name')
    call.report(section, 'changed', { field: 'name' })
    return one(section)
  }),
  route('DELETE', '/sections/{section_gid}', undefined, call => {
    const section = call.target('section')
    const project = call.world.get('project', section.projectGid)
    // The rules are documented, the texts are not.
    if (section.taskGids.length > 0)
      throw new ApiError(400, 'section: Cannot delete a section that has tasks')
    if (project.sectionGids.length === 1) {
      throw new ApiError(400, 'section: Cannot delete the last section of a project')
    }
    project.sectionGids = project.sectionGids.filter(gid => gid !== section.gid)
    call.report(section, 'deleted')
    call.world.remove(section)
    return empty()
  }),
  route('POST', '/sections/{section_gid}/addTask', 'tasks:write', call => {
    const section = call.target('section')
    const input = call.input('task', 'insert_before', 'insert_after')
    const task = call.named('task', 'task', input.requiredGid('task'))
    placeTask(call.world, task, section, placeFrom(input))
    task.modifiedAtMs = call.world.clock.now()
    call.report(task, 'added', { parent: section })
    return empty()
  }),
]
