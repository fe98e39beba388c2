import * as z from 'zod'

/** A short text of one line: no control characters, no broken Unicode, which no database would take. */
export function line(maxLength: number) {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'must be one line of text')
}

export const externalUserId = line(200).meta({
  description: 'Your identifier of the end user',
  examples: ['user-123'],
})

export const connectorType = z
  .string()
  .max(20)
  .regex(/^asana$/i, 'must be "Asana", the only connector type here')
  .meta({ description: 'In any case', examples: ['Asana'] })

/** ISO 8601, UTC. */
export const timestamp = z.iso.datetime()

export const connectorId = z.object({
  id: z.uuid().meta({ description: 'The connector', examples: ['0193a0c4-5d3a-7c42-9d3e-7b1f6c5e2a10'] }),
})

/** What every error answer looks like. */
export const errorEnvelope = z.object({
  message: z.string(),
  errors: z.array(
    z.object({
      field: z.string().nullable(),
      message: z.string(),
      error_code: z.string(),
      url: z.string().optional().meta({ description: 'Where to go on, for an error that a call mends' }),
    }),
  ),
})

export function iso(timeMs: number): string {
  return new Date(timeMs).toISOString()
}
