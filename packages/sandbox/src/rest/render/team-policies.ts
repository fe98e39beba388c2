const either = ['all_team_members', 'only_team_admins'] as const

/** Who may do what in a team; the first is what holds until it is changed. */
export const teamAccessLevels: Readonly<Record<string, readonly string[]>> = {
  edit_team_name_or_description_access_level: either,
  edit_team_visibility_or_trash_team_access_level: either,
  member_invite_management_access_level: either,
  guest_invite_management_access_level: either,
  join_request_management_access_level: either,
  team_member_removal_access_level: either,
  team_content_management_access_level: ['no_restriction', 'only_team_admins'],
}
