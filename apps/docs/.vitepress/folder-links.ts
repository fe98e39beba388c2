import type { MarkdownRenderer } from 'vitepress'

/** On GitHub a link to a package's folder shows its README; on the site the folder's page ends in a slash. */
export function folderLinks(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push('folder-links', ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === 'link_open' ? token.attrGet('href') : null
      if (href && folder.test(href)) token.attrSet('href', href.replace(folder, '$1/$2'))
    }
  })
}

/** Relative, and its last segment is no file. */
const folder = /^(\.\.?\/(?:[\w.-]+\/)*[\w-]+)(#.*)?$/
