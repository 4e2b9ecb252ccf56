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

/** No person consists of more contacts than this; nobody is looked for any further. */
const MOST_CANDIDATES = 2_000;

/** This many are resolved again whenever another one arrives; of more only when there are a quarter more. */
const FEW = 40;

/**
 * The contacts considered for the person on screen so far, over all connections, and who of them is
 * that person by evidence and by what people said. Whoever was found is considered, also who is not
 * the person by what is known yet: the next answer may show it, and from each of a person's contacts
 * the same ones must be found.
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

  /** These turned out to be carried by many: they prove nothing from now on. */
  exclude(identifiers: readonly Identifier[]): void {
    for (const identifier of identifiers) this.#shared.add(identifierKey(identifier));
  }

  has(contact: Contact): boolean {
    return this.#contacts.has(contactRef(contact));
  }

  /**
   * Takes note of `found`, and returns by what others may be found; nothing once there are too many. Who
   * cannot be the one on screen leads to nobody who can, but by what that one carries too.
   */
  consider(found: readonly Contact[]): PooledIdentifier[] {
    for (const contact of found) this.#contacts.set(contactRef(contact), contact);
    if (this.#contacts.size > MOST_CANDIDATES) return [];
    return found
      .filter((contact) => !isVetoed(this.anchor, contact, this.rules))
      .flatMap((contact) => this.identifiersOf(contact));
  }

  /** By what others of the person are looked for. */
  identifiersOf(contact: Contact): PooledIdentifier[] {
    return distinctiveIdentifiers(contact, this.rules).map((identifier) =>
      identifier.kind === 'external-id'
        ? { ...identifier, space: idSpaceOf(contact, this.rules) }
        : identifier,
    );
  }

  /** Takes note of `found`; returns those of them that are the same person, as far as is known. */
  async admit(found: readonly Contact[]): Promise<Contact[]> {
    this.consider(found);
    if (found.length === 0) return [];
    this.#resolved = this.#contacts.size;
    const person = await this.person();
    const members = new Set(person.members.map(({ contact }) => contactRef(contact)));
    return found.filter((contact) => members.has(contactRef(contact)));
  }

  /** The same, but of very many it may leave one to the stock that is taken at the end. */
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
    return inTurns(resolveInSteps(this.anchor, candidates, decisions, rules, onlySuggested));
  }
}
