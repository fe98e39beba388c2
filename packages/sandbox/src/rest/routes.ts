import type { Realm } from '../realm.ts'
import type { Route } from './core/route.ts'
import { catalogueRoutes } from './families/catalogue.ts'
import { attachmentRoutes } from './routes/attachments.ts'
import { batchRoutes, type Dispatch } from './routes/batch.ts'
import { eventRoutes } from './routes/events.ts'
import { projectPeopleRoutes } from './routes/project-people.ts'
import { projectRoutes } from './routes/projects.ts'
import { sectionRoutes } from './routes/sections.ts'
import { storyRoutes } from './routes/stories.ts'
import { tagRoutes } from './routes/tags.ts'
import { taskListRoutes } from './routes/task-lists.ts'
import { taskPlaceRoutes } from './routes/task-places.ts'
import { taskRelationRoutes } from './routes/task-relations.ts'
import { taskRoutes } from './routes/tasks.ts'
import { teamRoutes } from './routes/teams.ts'
import { userTaskListRoutes } from './routes/user-task-lists.ts'
import { userRoutes } from './routes/users.ts'
import { webhookRoutes } from './routes/webhooks.ts'
import { workspaceRoutes } from './routes/workspaces.ts'
import { projectSearchRoutes } from './search/project-search.ts'
import { taskSearchRoutes } from './search/task-search.ts'
import { typeaheadRoutes } from './search/typeahead.ts'

/** Everything the sandbox serves under `/api/1.0`. */
export function createRoutes(
  realm: Realm,
  dispatch: Dispatch,
  countBatchAction: (token: string) => void,
): readonly Route[] {
  return [
    ...catalogueRoutes,
    ...attachmentRoutes,
    ...batchRoutes(dispatch, countBatchAction),
    ...eventRoutes(realm),
    ...projectPeopleRoutes,
    ...projectRoutes,
    ...sectionRoutes,
    ...storyRoutes,
    ...tagRoutes,
    ...teamRoutes,
    ...taskListRoutes,
    ...taskPlaceRoutes,
    ...taskRelationRoutes,
    ...taskRoutes,
    ...taskSearchRoutes,
    ...projectSearchRoutes,
    ...typeaheadRoutes,
    ...userRoutes,
    ...userTaskListRoutes,
    ...webhookRoutes(realm),
    ...workspaceRoutes,
  ]
}
