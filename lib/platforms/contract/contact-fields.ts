import type { ContactField } from '../../model/completion';
import type { Contact } from '../../model/contact';

/** The content of a field of a contact. */
export interface FieldAsRead {
  /** Everything that counts as a value of it, to the letter. */
  texts: readonly string[];
  /**
   * What a write replaces, to the letter, also where it is blank; absent in a list, where there is
   * nothing, and where agents cannot change what is there.
   */
  replaced?: string | undefined;
}

/** A contact as the platform has it at this moment. */
export interface ContactAsRead {
  contact: Contact;
  /** Only fields that can be written without losing anything are in it. */
  fields: ReadonlyMap<ContactField, FieldAsRead>;
  /** The platform's own form, for `write` alone. */
  raw: unknown;
}

/** A change of one field: `out` is removed, `put` takes its place. Each may be absent. */
export interface FieldEdit {
  field: ContactField;
  out?: string | undefined;
  put?: string | undefined;
}

/**
 * Completing a contact. All methods throw `TransportError`, `FieldProblem` or the signal's reason when
 * aborted; none retries a write, and none reaches the customer.
 */
export interface ContactFieldsPort {
  /** Why nothing can be written to this contact, as far as that is known without asking. */
  obstacle?(contact: Contact): FieldProblem | undefined;
  /** Throws `TransportError('not-found')` for a contact that is gone or was merged into another. */
  read(contact: Contact, signal: AbortSignal): Promise<ContactAsRead>;
  /** Makes one change to what was read a moment ago, and to nothing else. */
  write(asRead: ContactAsRead, edit: FieldEdit, signal: AbortSignal): Promise<void>;
}

/**
 * `missing-right`: the key may not; `no-handle`: the platform's id for the contact is not known;
 * `refused`: the platform does not accept the value, or another contact has it; `full`: the list has no
 * room; `unreadable`: what is there could not be preserved, so nothing is written.
 */
type FieldProblemReason = 'missing-right' | 'no-handle' | 'refused' | 'full' | 'unreadable';

/** Why a field cannot be written, other than a failed call. */
export class FieldProblem extends Error {
  override readonly name = 'FieldProblem';

  /** `right`: the one that is missing, in the platform's words. */
  constructor(
    readonly reason: FieldProblemReason,
    readonly right?: string,
  ) {
    super(reason);
  }
}
