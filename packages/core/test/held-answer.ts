/** An answer of Asana's that is on its way for as long as a test wants. */
export interface HeldAnswer {
  readonly fetch: typeof globalThis.fetch
  /** Asana has done what it was asked; whoever asked does not know yet. */
  readonly isOnItsWay: Promise<void>
  arrive(): void
}

/** Holds back the first answer to a refresh. */
export function heldRefresh(): HeldAnswer {
  let sent = () => {}
  let arrive = () => {}
  const isOnItsWay = new Promise<void>(resolve => {
    sent = resolve
  })
  const hasArrived = new Promise<void>(resolve => {
    arrive = resolve
  })
  let isHeld = false
  return {
    isOnItsWay,
    arrive,
    fetch: async (input, init) => {
      const isRefresh = new URLSearchParams(String(init?.body ?? '')).get('grant_type') === 'refresh_token'
      const response = await fetch(input, init)
      if (!isRefresh || isHeld) return response
      isHeld = true
      sent()
      await hasArrived
      return response
    },
  }
}
