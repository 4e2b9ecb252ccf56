import type { ApiPorts, PlatformApi } from '../contract/api';
import { checkConnection } from './check';
import { Colleagues } from './colleagues';
import { findCustomers } from './find';
import { findByName } from './find-by-name';
import { readHistory } from './history';
import { identifyCustomer } from './identify';
import { customerNotes } from './notes';
import { readShortcuts } from './shortcuts';
import { survivorOf } from './survivor';
import { Tags } from './tags';

/** Kustomer's REST API (`/v1`) in the product's terms, for one connection. */
export function createKustomerApi(ports: ApiPorts): PlatformApi {
  const colleagues = new Colleagues(ports);
  const tags = new Tags(ports);
  return {
    check: (signal) => checkConnection(ports, signal),
    identify: (context, signal) => identifyCustomer(ports, context, signal),
    find: (identifiers, signal) => findCustomers(ports, identifiers, signal),
    findByName: (name, signal) => findByName(ports, name, signal),
    survivorOf: (gone, signal) => survivorOf(ports, gone.id, signal),
    history: (contact, options) => readHistory(ports, colleagues, contact, options),
    replies: (signal) => readShortcuts(ports, signal),
    tagsOf: (contact, signal) => tags.of(contact, signal),
    notes: customerNotes(ports, colleagues),
  };
}
