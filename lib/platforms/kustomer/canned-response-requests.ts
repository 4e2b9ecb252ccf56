import { path } from '../../http/encode-path';
import { TransportError } from '../../http/transport-error';
import type { ApiPorts } from '../contract/api';
import { dataOf } from './calls';
import { idsIn } from './canned-response-access';
import type { ShortcutForm } from './canned-response-form';
import type { KustomerShortcut } from './canned-responses';

const listPath = path`/v1/shortcuts`;

/** Requests that create and change shortcuts, in the fields that the organisation's API accepts. */
export class ShortcutRequests {
  /** Fields that it turned out not to accept. */
  readonly #refusedFields = new Set<string>();

  constructor(private readonly ports: ApiPorts) {}

  /**
   * Creates one, or overwrites `current`; returns the `data` of Kustomer's answer. Throws
   * `TransportError`.
   */
  send(
    form: ShortcutForm,
    current: KustomerShortcut | undefined,
    signal: AbortSignal,
  ): Promise<unknown> {
    const kept = current === undefined ? {} : besidesTheText(current);
    return this.#send(current?.id, { ...kept, ...fieldsOf(form, current) }, signal);
  }

  /** Sends it without the fields that are refused as unknown, unless one of them is necessary. */
  async #send(
    id: string | undefined,
    body: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<unknown> {
    const known = Object.entries(body).filter(([name]) => !this.#refusedFields.has(name));
    try {
      const { body: answer } = await this.ports.transport.send({
        method: id === undefined ? 'POST' : 'PUT',
        path: id === undefined ? listPath : path`/v1/shortcuts/${id}`,
        body: Object.fromEntries(known),
        signal,
      });
      return dataOf(answer);
    } catch (error) {
      const unknown = optionalFields.find(
        (name) => known.some(([key]) => key === name) && isRefusedFor(error, name),
      );
      if (unknown === undefined) throw error;
      this.#refusedFields.add(unknown);
      return this.#send(id, body, signal);
    }
  }
}

/** Fields on which no text depends. */
const optionalFields = ['rev', 'attachments', 'appDisabled', 'isPrivate', 'conversation'] as const;

function isRefusedFor(error: unknown, field: string): boolean {
  const isRefused = error instanceof TransportError && error.status === 400;
  return isRefused && error.body?.includes(`"${field}"`) === true;
}

/** A change may empty the fields that it does not name (README.md#shortcuts), so all are named. */
function besidesTheText({ attributes, relationships }: KustomerShortcut): Record<string, unknown> {
  const { conversation, isPrivate, appDisabled, rev } = attributes;
  const { accessUsers, accessTeams, attachments } = relationships ?? {};
  const lists = {
    accessUsers: idsIn(accessUsers),
    accessTeams: idsIn(accessTeams),
    attachments: idsIn(attachments),
  };
  return {
    ...Object.fromEntries(Object.entries(lists).filter(([, ids]) => ids.length > 0)),
    ...definedOf({ conversation, isPrivate, appDisabled, rev }),
  };
}

function fieldsOf(
  { name, text, content, categoryId }: ShortcutForm,
  current: KustomerShortcut | undefined,
) {
  const { draft, payload } = current?.attributes ?? {};
  return {
    name,
    draft: { ...draft, text },
    payload: { ...payload, text: content },
    ...definedOf({ parent: categoryId }),
  };
}

function definedOf(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
