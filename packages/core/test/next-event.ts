import type { AuthEventName, AuthManager } from '@x/asana-auth-core'

/** Until this happens next: a promise that is made before whatever makes it happen. */
export function nextEvent(auth: AuthManager, name: AuthEventName): Promise<void> {
  return new Promise(resolve => {
    const off = auth.on(name, () => {
      off()
      resolve()
    })
  })
}
