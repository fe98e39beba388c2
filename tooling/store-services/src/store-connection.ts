export const storeKinds = ['memory', 'redis', 'postgres', 'secrets-manager'] as const

export type StoreKind = (typeof storeKinds)[number]

export function isStoreKind(text: string): text is StoreKind {
  return (storeKinds as readonly string[]).includes(text)
}

/** Plain data, so that it can be handed to another process. */
export type StoreConnection =
  | { readonly kind: 'memory' }
  | { readonly kind: 'redis'; readonly url: string }
  | { readonly kind: 'postgres'; readonly url: string }
  | {
      readonly kind: 'secrets-manager'
      readonly endpoint: string
      readonly region: string
      readonly accessKeyId: string
      readonly secretAccessKey: string
    }
