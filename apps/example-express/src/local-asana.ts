import { type Sandbox, startSandbox } from '@x/asana-sandbox'
import { addSampleData } from './sample-data.ts'

/** The sandbox, with this app registered in it: what the developer console does at the real Asana. */
export interface LocalAsana {
  readonly sandbox: Sandbox
  readonly clientId: string
  readonly clientSecret: string
}

export async function startLocalAsana(redirectUri: string, scope: string): Promise<LocalAsana> {
  const sandbox = await startSandbox({ tokenResponseScope: true })
  await addSampleData(sandbox)
  const scopes = scope === 'default' ? ('full' as const) : scope.split(/[\s,]+/)
  const { clientId, clientSecret } = sandbox.registerApp({
    name: 'Daylist',
    redirectUris: [redirectUri],
    scopes,
  })
  return { sandbox, clientId, clientSecret }
}
