import { type Html, html } from '../html/html.ts'

/** Whose Asana account it is. */
export function account(name = 'Asana user', email = 'no e-mail address shared'): Html {
  return html`
<div class="account"><span class="avatar" aria-hidden="true">${initials(name)}</span>
  <div><strong>${name}</strong><span class="soft">${email}</span></div></div>`
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map(word => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
