/** The two parts of a sealed text, base64url without padding. */
export interface SealedText {
  /** 12 random bytes. */
  readonly iv: string
  /** The ciphertext and the 16 bytes of the tag. */
  readonly data: string
}

/** AES-256-GCM under one key. Node and the web have an implementation each; they read each other's texts. */
export interface Aead {
  encrypt(plaintext: string, additionalData: string): SealedText | Promise<SealedText>
  /** Undefined when the text is not authentic or not base64url. */
  decrypt(sealed: SealedText, additionalData: string): string | undefined | Promise<string | undefined>
}

export const IV_BYTES = 12
export const TAG_BYTES = 16
