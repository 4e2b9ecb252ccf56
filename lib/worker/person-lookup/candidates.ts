import { inTurns } from '../../async/in-turns';
import {
  distinctiveIdentifiers,
  type IdentityRules,
  idSpaceOf,
} from '../../identity/distinctive-identifiers';
import { identifierKey } from '../../identity/identifiers';
import { type ResolvedPerson, resolveInSteps } from '../../identity/resolve-person';
import { isVetoed } from '../../identity/separation';
import type { Contact, Identifier } from '../../model/contact';
import { contactRef } from '../../model/ids';
import { decisionsAround } from '../people/decisions';
import type { WorkerPorts } from '../ports';
import type { PooledIdentifier } from './identifier-pool';

/** No person consists of more contacts than this; beyond it nobody else is looked for. */
const MOST_CANDIDATES = 2_000;

/** This many are resolved again whenever another one arrives; of more only when there are a quarter more. */
const FEW = 40;

/**
 * The contacts considered for the person on screen so far, over all connections, and which of them are that
 * person by evidence and by people's decisions. Every contact found is considered, even one that does not
 * seem to be the person yet: the next answer may show that it is, and starting from any of a person's
 * contacts the same ones must be found.
 */
export class PersonCandidates {
  readonly #contacts = new Map<string, Contact>();
  readonly #shared = new Set<string>();
  #resolved = 0;

  constructor(
    private readonly ports: WorkerPorts,
    readonly anchor: Contact,
    readonly rules: IdentityRules,
  ) {}

  /** All of them, without the anchor. */
  get all(): Contact[] {
    return [...this.#contacts.values()];
  }

  /** These identifiers turned out to be shared by many: they prove nothing from now on. */
  exclude(identifiers: readonly Identifier[]): void {
    for (const identifier of identifiers) this.#shared.add(identifierKey(identifier));
  }

  has(contact: Contact): boolean {
    return this.#contacts.has(contactRef(contact));
  }

  /**
   * Adds `found`, and returns the identifiers by which others may be found; none once there are too many. A
   * contact who cannot be the person on screen leads to others only by identifiers that person has as well.
   */
  consider(found: readonly Contact[]): PooledIdentifier[] {
    for (const contact of found) this.#contacts.set(contactRef(contact), contact);
    if (this.#contacts.size > MOST_CANDIDATES) return [];
    return found
      .filter((contact) => !isVetoed(this.anchor, contact, this.rules))
      .flatMap((contact) => this.identifiersOf(contact));
  }

  /** The identifiers by which further contacts of the person are looked for. */
  identifiersOf(contact: Contact): PooledIdentifier[] {
    return distinctiveIdentifiers(contact, this.rules).map((identifier) =>
      identifier.kind === 'external-id'
        ? { ...identifier, space: idSpaceOf(contact, this.rules) }
        : identifier,
    );
  }

  /** Adds `found`; returns those of them that are the same person, as far as is known. */
  async admit(found: readonly Contact[]): Promise<Contact[]> {
    this.consider(found);
    if (found.length === 0) return [];
    this.#resolved = this.#contacts.size;
    const person = await this.person();
    const members = new Set(person.members.map(({ contact }) => contactRef(contact)));
    return found.filter((contact) => members.has(contactRef(contact)));
  }

  /** The same, but where there are very many it may leave a contact to the final check at the end. */
  async admitEarly(found: readonly Contact[]): Promise<Contact[]> {
    this.consider(found);
    const { size } = this.#contacts;
    return size > FEW && size < this.#resolved * 1.25 ? [] : this.admit(found);
  }

  /**
   * Who the person is, `joining` included; those of `onlySuggested`, that were not searched for, do
   * not join.
   */
  async person(
    joining: readonly Contact[] = [],
    onlySuggested: readonly Contact[] = [],
  ): Promise<ResolvedPerson> {
    const candidates = [...this.#contacts.values(), ...joining];
    const refs = [this.anchor, ...candidates, ...onlySuggested].map(contactRef);
    const decisions = await decisionsAround(this.ports.database, refs);
    const rules = { ...this.rules, shared: this.#shared };
    return inTurns(resolveInSteps(this.anchor, candidates, decisions, { ...rules, onlySuggested }));
  }
}
