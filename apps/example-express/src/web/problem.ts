import { httpStatusOf } from '@x/asana-auth-express'
import { HostedError } from '@x/asana-connector'
import { type Explanation, explanations, isKnownProblem, strangeRequest, unexpected } from './explanations.ts'
import { meaningOf } from './hosted-problem.ts'

/** An error as a person should meet it. */
export interface Problem extends Explanation {
  readonly status: number
  /** For support, and for who reads the documentation. */
  readonly code: string
}

export function explainError(error: unknown): Problem {
  const { code, error: oauthError } = (error instanceof Error ? error : {}) as {
    code?: unknown
    error?: unknown
  }
  const shownCode = typeof code === 'string' ? code : 'unexpected'
  if (error instanceof HostedError) {
    const { status, means } = meaningOf(error)
    return { status, code: shownCode, ...explanations[means] }
  }
  const known = [oauthError, code].find(isKnownProblem)
  const status = httpStatusOf(error)
  const explanation = known ? explanations[known] : status < 500 ? strangeRequest : unexpected
  return { status, code: shownCode, ...explanation }
}
