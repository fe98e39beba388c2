/** A fenced piece of TypeScript or JavaScript in a Markdown file. */
export interface Block {
  /** The Markdown file, from the root of the repository. */
  readonly document: string
  /** The line of its first line of code, from 1. */
  readonly line: number
  readonly language: 'ts' | 'js'
  readonly code: string
}

const fence = /^( *)```(\w*)[^\n]*\n([\s\S]*?)^\1```/gm
const languages: Readonly<Record<string, Block['language']>> = {
  ts: 'ts',
  typescript: 'ts',
  mts: 'ts',
  js: 'js',
  javascript: 'js',
  mjs: 'js',
}

/** All blocks of a Markdown file, in order. */
export function blocksOf(document: string, markdown: string): Block[] {
  return [...markdown.matchAll(fence)].flatMap(match => {
    const language = languages[match[2] ?? '']
    if (!language) return []
    const line = markdown.slice(0, match.index).split('\n').length + 1
    const indent = match[1] ?? ''
    const code = (match[3] ?? '').replaceAll(new RegExp(`^${indent}`, 'gm'), '')
    return [{ document, line, language, code }]
  })
}
