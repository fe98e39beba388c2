import { type Html, html } from '../html/html.ts'
import { icons } from '../html/icons.ts'

/** In the words of who is asked for it. */
const meanings: Readonly<Record<string, string>> = {
  default: 'Everything that you can do in Asana yourself',
  'tasks:read': 'See your tasks',
  'tasks:write': 'Create tasks and complete them',
  'projects:read': 'See the names of your projects',
  'workspaces:read': 'See which workspaces you are in',
  'users:read': 'See names and addresses of people',
  openid: 'Know which Asana account is yours',
  email: 'See your e-mail address',
  profile: 'See your name and picture',
}

export function scopeList(scope: string): Html {
  const names = scope.split(/[\s,]+/).filter(Boolean)
  return html`<ul class="scopes">${names.map(
    name =>
      html`<li>${icons.check}<span>${meanings[name] ?? 'Asana describes it on the next page'} <code>${name}</code></span></li>`,
  )}</ul>`
}
