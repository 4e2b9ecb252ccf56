import type { IdentityRules } from '../../identity/distinctive-identifiers';
import { identifierKey } from '../../identity/identifiers';
import { type ResolvedPerson, resolvePerson } from '../../identity/resolve-person';
import type { Contact, Identifier } from '../../model/contact';
import { contactRef } from '../../model/ids';
import { decisionsAround } from '../people/decisions';
import type { WorkerPorts } from '../ports';

/**
 * The contacts considered for the person on screen so far, over all connections, and who of them is
 * that person by evidence and by what people said.
 */
export class PersonCandidates {
  readonly #contacts = new Map<string, Contact>();
  readonly #shared = new Set<string>();

  constructor(
    private readonly ports: WorkerPorts,
    readonly anchor: Contact,
    readonly rules: IdentityRules,
  ) {}

  /** These turned out to be carried by many: they prove nothing from now on. */
  exclude(identifiers: readonly Identifier[]): void {
    for (const identifier of identifiers) this.#shared.add(identifierKey(identifier));
  }

  /** Takes note of `found`; returns those of them that are the same person, as far as is known. */
  async admit(found: readonly Contact[]): Promise<Contact[]> {
    for (const contact of found) this.#contacts.set(contactRef(contact), contact);
    const resolve = await this.person();
    const members = new Set(resolve.members.map(({ contact }) => contactRef(contact)));
    return found.filter((contact) => members.has(contactRef(contact)));
  }

  /** Who the person is, with `further` candidates that were not searched for. */
  async person(further: readonly Contact[] = []): Promise<ResolvedPerson> {
    const candidates = [...this.#contacts.values(), ...further];
    const refs = [this.anchor, ...candidates].map(contactRef);
    const decisions = await decisionsAround(this.ports.database, refs);
    const rules = { ...this.rules, shared: this.#shared };
    return resolvePerson(this.anchor, candidates, decisions, rules);
  }
}
