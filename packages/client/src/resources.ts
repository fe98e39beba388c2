// Asana returns the fields that `opt_fields` asks for, so every field but `gid` may be absent.

/** What every Asana object has. */
export interface Resource {
  readonly gid: string
  readonly resource_type?: string
}

/** A reference to an object, as it is nested in others. */
export interface NamedResource extends Resource {
  readonly name?: string
}

/** A person, or a bot, with an account (Asana docs: Users). */
export interface User extends NamedResource {
  readonly email?: string
  /** URLs by size in pixels; `null` without a picture. */
  readonly photo?: Readonly<Record<string, string>> | null
  readonly workspaces?: readonly Workspace[]
  readonly custom_fields?: readonly NamedResource[]
}

/** The outermost container of work: an organization or a plain workspace (Asana docs: Workspaces). */
export interface Workspace extends NamedResource {
  readonly email_domains?: readonly string[]
  readonly is_organization?: boolean
}

/** A unit of work. Times are ISO 8601, dates `YYYY-MM-DD` (Asana docs: Tasks). */
export interface Task extends NamedResource {
  readonly resource_subtype?: 'default_task' | 'milestone' | 'approval' | 'custom'
  readonly actual_time_minutes?: number | null
  readonly approval_status?: 'pending' | 'approved' | 'rejected' | 'changes_requested'
  readonly assignee?: User | null
  readonly assignee_section?: NamedResource | null
  readonly assigned_by?: User | null
  readonly completed?: boolean
  readonly completed_at?: string | null
  readonly completed_by?: User | null
  readonly created_at?: string
  readonly created_by?: NamedResource
  readonly custom_fields?: readonly CustomFieldValue[]
  readonly dependencies?: readonly Resource[]
  readonly dependents?: readonly Resource[]
  readonly due_at?: string | null
  readonly due_on?: string | null
  readonly external?: { readonly gid?: string; readonly data?: string } | null
  readonly followers?: readonly User[]
  readonly html_notes?: string
  readonly liked?: boolean
  readonly memberships?: readonly { readonly project?: NamedResource; readonly section?: NamedResource }[]
  readonly modified_at?: string
  readonly notes?: string
  readonly num_likes?: number
  readonly num_subtasks?: number
  readonly parent?: Task | null
  readonly permalink_url?: string
  readonly projects?: readonly NamedResource[]
  readonly start_at?: string | null
  readonly start_on?: string | null
  readonly tags?: readonly NamedResource[]
  readonly workspace?: Workspace
}

/** A custom field with its value on one object; `display_value` fits every type of field. */
export interface CustomFieldValue extends NamedResource {
  readonly resource_subtype?: string
  readonly display_value?: string | null
  readonly enum_value?: NamedResource | null
  readonly multi_enum_values?: readonly NamedResource[]
  readonly number_value?: number | null
  readonly text_value?: string | null
}

/** What a new task may be given; references are gids. */
export interface CreateTaskData {
  readonly name?: string
  readonly resource_subtype?: 'default_task' | 'milestone' | 'approval'
  readonly approval_status?: 'pending' | 'approved' | 'rejected' | 'changes_requested'
  /** A user's gid, email address or `me`. */
  readonly assignee?: string | null
  readonly assignee_section?: string | null
  readonly completed?: boolean
  /** Values by the custom field's gid. */
  readonly custom_fields?: Readonly<Record<string, unknown>>
  /** A time, ISO 8601; excludes `due_on`. */
  readonly due_at?: string | null
  /** A date, `YYYY-MM-DD`; excludes `due_at`. */
  readonly due_on?: string | null
  readonly external?: { readonly gid?: string; readonly data?: string }
  readonly followers?: readonly string[]
  readonly html_notes?: string
  readonly liked?: boolean
  readonly notes?: string
  readonly parent?: string | null
  readonly projects?: readonly string[]
  readonly start_at?: string | null
  readonly start_on?: string | null
  readonly tags?: readonly string[]
  readonly workspace?: string
}
