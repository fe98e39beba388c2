/** A private key as a JSON Web Key (RFC 7517), of the types that sign here: Ed25519 (RFC 8037) or P-256 (RFC 7518). */
export interface SigningJwk {
  readonly kty: string
  readonly crv?: string
  readonly x?: string
  readonly y?: string
  /** The private part. */
  readonly d?: string
  readonly alg?: string
  readonly kid?: string
  readonly use?: string
  readonly key_ops?: string[]
}
