import type { ApiPorts, PlatformApi } from '../contract/api';
import { checkToken } from './check';
import { readDirectoryPage } from './directory';
import { readHistory } from './history';
import { identifyVisitor } from './identify';
import { visitorNotes } from './notes';
import { OperatorDirectory } from './operators';

/** Chaport's API (`/api/v1`) in the product's terms. Nothing here reaches a visitor. */
export function createChaportApi(ports: ApiPorts): PlatformApi {
  const operators = new OperatorDirectory(ports);
  return {
    check: (signal) => checkToken(ports, signal),
    identify: (context, signal) => identifyVisitor(ports, context, signal),
    directoryPage: (cursor, signal) => readDirectoryPage(ports, cursor, signal),
    history: (contact, options) => readHistory(ports, operators, contact, options),
    notes: visitorNotes(ports),
  };
}
