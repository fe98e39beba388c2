import type { Workspace } from '@x/asana-auth-core'
import type { MyWork } from '../asana/open-tasks.ts'
import { type Html, html } from '../html/html.ts'
import type { Place } from '../web/place.ts'

export function workspacePicker({ workspaces, workspace }: MyWork, { base }: Place, csrfField: Html): Html {
  const option = ({ gid, name }: Workspace) =>
    html`<option value="${gid}"${gid === workspace?.gid && html` selected`}>${name}</option>`
  return html`
<form class="picker" method="post" action="${base}/workspace">${csrfField}
  <div class="field">
    <label for="workspace">Workspace</label>
    <select id="workspace" name="workspace">${workspaces.map(option)}</select>
  </div>
  <button class="button">Switch</button>
</form>`
}
