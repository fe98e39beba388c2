import { runWith } from './command-line.ts'

/** The help of every command. */
export async function allHelp(): Promise<string> {
  const { out } = await runWith({}, ['--help'])
  const names = [...out.matchAll(/^ {2}([a-z]+)(?:\|\w+)? .*\S/gm)].map(([, name]) => name ?? '')
  const helps = await Promise.all(names.map(name => runWith({}, [...name.split(' '), '--help'])))
  return [out, ...helps.map(help => help.out)].join('\n')
}
