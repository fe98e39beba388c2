/** Text that is HTML already. Only `html` makes it, so that nothing unescaped gets in. */
export class Html {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/** What a template takes; nothing at all becomes an empty text, so that `condition && html…` works. */
export type HtmlValue = Html | string | number | false | null | undefined | readonly HtmlValue[]

/** HTML with every value escaped, for text and for quoted attributes. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.reduce((text, part, at) => text + render(values[at - 1]) + part))
}

function render(value: HtmlValue): string {
  if (value instanceof Html) return value.toString()
  if (value === undefined || value === null || value === false) return ''
  if (typeof value === 'object') return value.map(render).join('')
  return String(value).replace(/[&<>"']/g, character => escapes[character] ?? '')
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
