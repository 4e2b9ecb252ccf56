import type { ApiPorts, PlatformApi } from '../contract/api';
import { checkConnection } from './check';
import { Colleagues } from './colleagues';
import { findCustomers } from './find';
import { readHistory } from './history';
import { identifyCustomer } from './identify';
import { customerNotes } from './notes';

/** Kustomer's REST API (`/v1`) in the product's terms, for one connection. */
export function createKustomerApi(ports: ApiPorts): PlatformApi {
  const colleagues = new Colleagues(ports);
  return {
    check: (signal) => checkConnection(ports, signal),
    identify: (context, signal) => identifyCustomer(ports, context, signal),
    find: (identifiers, signal) => findCustomers(ports, identifiers, signal),
    history: (contact, options) => readHistory(ports, colleagues, contact, options),
    notes: customerNotes(ports, colleagues),
  };
}
