// Recorded from Asana (2026-09-06): one header line with these five names, the third marked as affecting the
// request. Where the links lead was not recorded.
const names = [
  'new_user_task_lists',
  'cross_workspace_deprecation',
  'new_goal_memberships',
  'teamless_projects',
  'goal_sals_api',
]

/** `Asana-Change`: what is about to change in the API (Asana deprecation framework). */
export const changeNotice = names
  .map(name => {
    const notice = `name=${name};info=https://developers.asana.com/docs/deprecations`
    return name === 'new_goal_memberships' ? `${notice};affected=true` : notice
  })
  .join(',')
