import type { CredentialStore } from '@x/asana-auth-core'

export declare const store: CredentialStore
