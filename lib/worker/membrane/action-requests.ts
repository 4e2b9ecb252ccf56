import type { MembraneAction } from '../../http/membrane/schemas';
import { isJsonObject } from '../../model/json-object';
import type { RelayProfile } from '../../platforms/contract/definition';

/** Prefixes that fit the requests of the actions, the most likely first. */
export function prefixesToldBy(
  actions: readonly MembraneAction[],
  profile: RelayProfile,
  account: string | undefined,
): string[] {
  const votes = new Map<string, number>();
  for (const { config } of actions) {
    const asked = literalStart(config?.request?.path);
    const prefix = profile
      .prefixes(account)
      .find((each) => profile.landmarks(account).some((mark) => isAt(asked, mark, each)));
    if (prefix !== undefined) votes.set(prefix, (votes.get(prefix) ?? 0) + 1);
  }
  return [...votes].sort(([, a], [, b]) => b - a).map(([prefix]) => prefix);
}

/** Whether a request is what is left of a path of the platform once the prefix is taken off. */
function isAt(asked: string, landmark: string, prefix: string): boolean {
  if (!landmark.startsWith(`${prefix}/`)) return false;
  const rest = landmark.slice(prefix.length);
  return asked === rest || asked.startsWith(`${rest}/`) || asked.startsWith(`${rest}?`);
}

/** The part of a path before its first variable, written as text or as a formula that joins or fills parts. */
function literalStart(path: unknown): string {
  const { $concat: joined, $template: filled } = isJsonObject(path) ? path : {};
  const parts: unknown[] = Array.isArray(joined) ? joined : [filled ?? path];
  const at = parts.findIndex((part) => typeof part !== 'string');
  const start = parts.slice(0, at === -1 ? parts.length : at).join('');
  if (start === '') return '';
  const variable = start.search(/[{$:]/);
  const text = variable === -1 ? start : start.slice(0, variable);
  return text.startsWith('/') ? text : `/${text}`;
}

/** The action with this key; those that have none are known by their names. */
export function actionWithKey(
  actions: readonly MembraneAction[],
  key: string,
): MembraneAction | undefined {
  return (
    actions.find((action) => action.key === key) ??
    actions.find(
      ({ name }) =>
        name
          .trim()
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '-') === key,
    )
  );
}
