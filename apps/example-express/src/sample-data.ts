import { AsanaClient } from '@x/asana-auth-core'
import type { Sandbox } from '@x/asana-sandbox'

const DAY_MS = 86_400_000

/** So that every kind of due date is to be seen, and somebody has a choice of workspaces. */
const adasTasks = [
  { name: 'Send the invoice for October', dueInDays: -2 },
  { name: 'Reply to the photographer', dueInDays: 0 },
  { name: 'Order cake for the launch', dueInDays: 12 },
]

/** Adds to what the sandbox brings along, over its API as any client would. */
export async function addSampleData(sandbox: Sandbox): Promise<void> {
  const [first] = sandbox.workspaces
  const [ada] = sandbox.users
  if (!first || !ada) return
  const second = sandbox.addWorkspace({ name: 'Garden club' })
  sandbox.addUser({ name: 'Cleo Sample', email: 'cleo@example.com', workspaces: [first.gid, second.gid] })
  const accessToken = sandbox.createPersonalAccessToken(ada.gid)
  const client = new AsanaClient({ accessToken, baseUrl: sandbox.endpoints.baseUrl })
  for (const { name, dueInDays } of adasTasks) {
    const due_on = new Date(sandbox.clock.now() + dueInDays * DAY_MS).toISOString().slice(0, 10)
    await client.createTask({ name, due_on, assignee: 'me', workspace: first.gid })
  }
  sandbox.revokePersonalAccessToken(accessToken)
}
