export { httpStatusOf, retryAfterSecondsOf } from '@x/asana-auth-express'
