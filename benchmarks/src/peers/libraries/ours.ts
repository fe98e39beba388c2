import { AuthManager } from '@x/asana-auth-core'
import { connectStore } from '@x/store-services'
import { type Application, SUBJECT, type TokenLibrary } from './token-library.ts'

const NAMESPACE = 'stampede'

async function manager({ databaseUrl, encryptionKey, endpoints, ...app }: Application) {
  const { store, close } = await connectStore({ kind: 'postgres', url: databaseUrl }, NAMESPACE)
  const auth = new AuthManager({
    store,
    asana: { ...endpoints, ...app },
    encryption: { keys: [{ id: 'bench', key: encryptionKey }] },
    environment: {},
  })
  return {
    auth,
    close: async () => {
      await auth.close()
      await close()
    },
  }
}

/** A session per call, as a route of a web application opens it. */
export const ours: TokenLibrary = {
  async store(application, credential) {
    const { auth, close } = await manager(application)
    await auth.storeCredentials('asana', SUBJECT, credential)
    await close()
  },
  async open(application) {
    const { auth, close } = await manager(application)
    return {
      getToken: async () => (await auth.session({ subject: SUBJECT })).getAccessToken(),
      close,
    }
  },
}
