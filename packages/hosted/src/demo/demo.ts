import { startDemo } from './start-demo.ts'

const say = (text = '') => void process.stdout.write(`${text}\n`)

try {
  const demo = await startDemo(Number(process.env['PORT'] ?? 3100))
  say(`The hosted connector API is at ${demo.url}, with everything in memory.`)
  say(`A sandbox plays Asana at ${demo.sandboxUrl}.`)
  say(`Organization ${demo.organizationId}: client_id ${demo.clientId}, client_secret ${demo.clientSecret}`)
  say('Paste these lines, one after the other, into a shell (bash or zsh):')
  for (const [index, { title, command }] of demo.steps.entries())
    say(`\n# ${index + 1}. ${title}\n${command}`)
  say('\nCtrl-C ends it.')
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void demo.close().then(() => process.exit(0)))
  }
} catch (error) {
  const isTaken = (error as { code?: unknown }).code === 'EADDRINUSE'
  process.stderr.write(
    isTaken ? 'The port is in use. Set PORT to a free one.\n' : `${(error as Error).stack}\n`,
  )
  process.exit(1)
}
