import type { DeclaredType, Resource, Value } from './resource.ts'

// What the sandbox stores: relations are gids, so nothing is stored twice. How it looks over HTTP is in rest/.

export interface Base {
  readonly gid: string
  readonly createdAtMs: number
}

export interface User extends Base {
  readonly type: 'user'
  name: string
  email: string
  /** URL of the 128 × 128 picture. */
  photo: string | null
  favoriteGids: string[]
  customValues: CustomValues
}

export interface Workspace extends Base {
  readonly type: 'workspace'
  name: string
  isOrganization: boolean
  emailDomains: string[]
  /** Whether the paid features (search) are on. */
  premium: boolean
  memberGids: string[]
}

export interface Team extends Base {
  readonly type: 'team'
  name: string
  description: string
  workspaceGid: string
  memberGids: string[]
  adminGids: string[]
  /** Visibility and who may do what, under the API's names. */
  policies: Record<string, Value>
}

export interface Project extends Base {
  readonly type: 'project'
  name: string
  notes: string
  archived: boolean
  color: string | null
  icon: string | null
  defaultView: string
  dueOn: string | null
  startOn: string | null
  privacySetting: 'public_to_workspace' | 'private_to_team' | 'private'
  /** Who may do what, under the API's names. */
  policies: Record<string, Value>
  customValues: CustomValues
  templateGid: string | null
  ownerGid: string | null
  teamGid: string | null
  readonly workspaceGid: string
  memberGids: string[]
  followerGids: string[]
  /** In the order they are shown. */
  sectionGids: string[]
  modifiedAtMs: number
}

export interface Section extends Base {
  readonly type: 'section'
  name: string
  readonly projectGid: string
  /** In the order they are shown; with the section it is the task's membership of the project. */
  taskGids: string[]
}

export interface Task extends Base {
  readonly type: 'task'
  name: string
  notes: string
  resourceSubtype: string
  approvalStatus: string | null
  completed: boolean
  completedAtMs: number | null
  completedByGid: string | null
  readonly createdByGid: string
  assigneeGid: string | null
  assigneeStatus: string
  dueOn: string | null
  dueAt: string | null
  startOn: string | null
  startAt: string | null
  external: { gid?: string; data?: string } | null
  liked: string[]
  parentGid: string | null
  readonly workspaceGid: string
  followerGids: string[]
  tagGids: string[]
  /** Tasks this one waits for. */
  dependencyGids: string[]
  subtaskGids: string[]
  assignedByGid: string | null
  /** A section of the assignee's own list: theirs alone to see. */
  assigneeSectionGid: string | null
  customTypeGid: string | null
  customStatusGid: string | null
  customValues: CustomValues
  modifiedAtMs: number
}

export interface Story extends Base {
  readonly type: 'story'
  text: string
  kind: 'comment' | 'system'
  readonly resourceSubtype: string
  readonly createdByGid: string
  /** A task or a goal. */
  readonly targetGid: string
  isPinned: boolean
  isEdited: boolean
  sticker: string | undefined
}

export interface Tag extends Base {
  readonly type: 'tag'
  name: string
  notes: string
  color: string | null
  readonly workspaceGid: string
  followerGids: string[]
}

export interface Attachment extends Base {
  readonly type: 'attachment'
  name: string
  readonly resourceSubtype: string
  readonly host: string
  readonly parentGid: string
  readonly contentType: string
  /** The file, or the link of an external attachment. */
  readonly content: Buffer | undefined
  readonly link: string | undefined
  readonly connectedToApp: boolean
}

export interface UserTaskList extends Base {
  readonly type: 'user_task_list'
  readonly ownerGid: string
  readonly workspaceGid: string
}

export interface Webhook extends Base {
  readonly type: 'webhook'
  active: boolean
  readonly resourceGid: string
  readonly target: string
  filters: readonly WebhookFilter[]
  readonly secret: string
  readonly ownerGid: string
  lastSuccessAtMs: number | null
  lastFailureAtMs: number | null
  lastFailureContent: string
}

export interface WebhookFilter {
  readonly resource_type?: string
  readonly resource_subtype?: string
  readonly action?: string
  readonly fields?: readonly string[]
}

/** What is written into custom fields, by the field's gid. */
export type CustomValues = Readonly<Record<string, Value>>

type DeclaredEntities = Record<DeclaredType, Resource>

export interface EntityByType extends DeclaredEntities {
  user: User
  workspace: Workspace
  team: Team
  project: Project
  section: Section
  task: Task
  story: Story
  tag: Tag
  attachment: Attachment
  user_task_list: UserTaskList
  webhook: Webhook
}

export type ResourceType = keyof EntityByType
export type Entity = EntityByType[ResourceType]
