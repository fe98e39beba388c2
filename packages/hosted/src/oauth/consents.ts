import type { Keyring, OneTimeStore } from '@x/asana-auth-core'
import type { ConsentTicket, GrantedConsent, PendingConsent } from './consent.ts'
import { SealedOneTime } from './sealed-one-time.ts'

/** A consent on its way: a ticket, then pending at Asana, then a secret id. */
export class Consents {
  /** By the ticket in the consent URL. */
  readonly tickets: SealedOneTime<ConsentTicket>
  /** By the OAuth state. */
  readonly pending: SealedOneTime<PendingConsent>
  /** By organization, external user and secret id: with another user's token it is not found. */
  readonly granted: SealedOneTime<GrantedConsent>

  constructor(store: OneTimeStore, keyring: Keyring) {
    this.tickets = new SealedOneTime(store, keyring, 'ticket')
    this.pending = new SealedOneTime(store, keyring, 'pending')
    this.granted = new SealedOneTime(store, keyring, 'granted')
  }
}
