export { type InstrumentationOptions, instrumentAsanaAuth } from './instrument-asana-auth.ts'
