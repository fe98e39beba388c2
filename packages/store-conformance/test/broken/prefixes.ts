import type { CredentialPage, ListOptions } from '@x/asana-auth-core'
import type { BrokenStore } from './broken-store.ts'
import { ListsInItsOwnWay } from './lists-in-its-own-way.ts'

abstract class MatchesPrefixes extends ListsInItsOwnWay {
  protected abstract matches(subject: string, prefix: string): boolean

  override async list({ subjectPrefix = '', ...options }: ListOptions): Promise<CredentialPage> {
    this.server.check('list')
    const { cursor = '', limit = 100 } = options
    const all = (await this.all(options)).filter(
      ({ subject }) => this.matches(subject, subjectPrefix) && subject > cursor,
    )
    const keys = all.slice(0, limit)
    const last = keys.at(-1)?.subject
    return { keys, ...(last !== undefined && all.length > keys.length && { cursor: last }) }
  }
}

class LikesPrefixes extends MatchesPrefixes {
  protected matches(subject: string, prefix: string): boolean {
    return pattern(prefix, { '%': '[^]*', _: '[^]' }).test(subject)
  }
}

class GlobsPrefixes extends MatchesPrefixes {
  protected matches(subject: string, prefix: string): boolean {
    return pattern(prefix, { '*': '[^]*', '?': '[^]' }).test(subject)
  }
}

class IgnoresCaseOfPrefixes extends MatchesPrefixes {
  protected matches(subject: string, prefix: string): boolean {
    return subject.toLowerCase().startsWith(prefix.toLowerCase())
  }
}

class EndsARangeTooSoon extends MatchesPrefixes {
  protected matches(subject: string, prefix: string): boolean {
    return subject >= prefix && subject < `${prefix}\uffff`
  }
}

function pattern(prefix: string, wild: Readonly<Record<string, string>>): RegExp {
  const source = [...prefix].map(
    character => wild[character] ?? character.replace(/[\\^$.*+?()[\]{}|]/, '\\$&'),
  )
  return new RegExp(`^${source.join('')}`)
}

export const brokenPrefixes: readonly BrokenStore[] = [
  { flaw: 'takes a prefix for a LIKE pattern', store: LikesPrefixes, foundBy: ['listing by prefix'] },
  { flaw: 'takes a prefix for a glob', store: GlobsPrefixes, foundBy: ['listing by prefix'] },
  { flaw: 'ignores the case of a prefix', store: IgnoresCaseOfPrefixes, foundBy: ['listing by prefix'] },
  { flaw: 'ends the range of a prefix at U+FFFF', store: EndsARangeTooSoon, foundBy: ['listing by prefix'] },
]
