import { t } from '@lingui/core/macro';
import type { Connection } from '../../../lib/model/connection';
import type { FormField, PlatformDescriptor } from '../../../lib/model/descriptor';

/** Answers by field name. */
export type FieldValues = Readonly<Record<string, string>>;

/** The answers a form starts with: the connection's, else those `prepared`. Secrets are never read back. */
export function initialFields(
  platform: PlatformDescriptor,
  connection: Connection | undefined,
  prepared: FieldValues = {},
): FieldValues {
  const plain = platform.form.filter((field) => field.kind !== 'secret');
  return Object.fromEntries(
    plain.map((field) => [
      field.name,
      connection?.fields[field.name] ?? preparedAnswer(field, prepared[field.name]),
    ]),
  );
}

/** An answer that was prepared, where the field accepts it. */
function preparedAnswer(field: FormField, answer: string | undefined): string {
  const isTaken = field.kind !== 'choice' || field.options?.some(({ value }) => value === answer);
  return answer !== undefined && isTaken === true ? answer.slice(0, 400) : firstChoice(field);
}

/** A choice that must be made starts at its first option, the way a select shows it. */
function firstChoice(field: FormField): string {
  return field.kind === 'choice' && field.required ? (field.options?.[0]?.value ?? '') : '';
}

/** The connection's own name, or nothing where it is only the account's. */
export function initialLabel(connection: Connection | undefined): string {
  if (connection === undefined || connection.label === connection.accountName) return '';
  return connection.label;
}

/** Problems of required secrets that are empty and not stored either. */
export function secretProblems(
  platform: PlatformDescriptor,
  secrets: FieldValues,
  areStored: boolean,
): FieldValues {
  if (areStored) return {};
  const empty = platform.form.filter(
    (field) =>
      field.kind === 'secret' && field.required && (secrets[field.name] ?? '').trim() === '',
  );
  return Object.fromEntries(empty.map(({ name, label }) => [name, t`${label} is required.`]));
}
