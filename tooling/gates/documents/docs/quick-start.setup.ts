import { sandbox } from '../connected-user.ts'

export { auth } from '../connected-user.ts'

let visit: Promise<unknown> = Promise.resolve()
/** The callback's request: it comes when the browser that was sent away is back. */
export let request = { url: '' }
export const response = {
  redirect(url: string) {
    visit = sandbox.approve(url).then(callbackUrl => {
      request = { url: callbackUrl }
    })
  },
}
export const settled = () => visit
