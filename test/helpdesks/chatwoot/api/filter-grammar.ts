import { isRecord } from './params';
import { Refusal, unprocessable } from './refusal';
import { sentence } from './sentences';

/** One condition of a filter's `payload`. */
export interface Condition {
  key: string;
  operator: string;
  values: unknown[];
  /** How it joins the next condition. */
  joins: 'AND' | 'OR' | null;
}

/** Operators a key allows, per key; what is not listed is not a known attribute. */
export type FilterKeys = Readonly<Record<string, readonly string[]>>;

export const textOperators = ['equal_to', 'not_equal_to', 'contains', 'does_not_contain'] as const;
export const equalOperators = ['equal_to', 'not_equal_to'] as const;
export const presenceOperators = [...equalOperators, 'is_present', 'is_not_present'] as const;
export const dateOperators = ['is_greater_than', 'is_less_than', 'days_before'] as const;

/**
 * Reads a filter body. Throws the 422s of the server for an unknown key, a wrong operator, a wrong
 * joint or missing values, and a 500 for a body without `payload`.
 */
export function readConditions(body: Record<string, unknown>, keys: FilterKeys): Condition[] {
  if (!Array.isArray(body.payload)) throw new Refusal(500, {});
  const items = body.payload.filter(isRecord);
  return items.map((item, index) => readCondition(item, keys, index === items.length - 1));
}

function readCondition(item: Record<string, unknown>, keys: FilterKeys, last: boolean): Condition {
  const key = String(item.attribute_key);
  const allowed = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (allowed === undefined) {
    const known = Object.keys(keys).join(',');
    throw unprocessable(({ unknownKey }) => sentence(unknownKey, { key, keys: known }));
  }
  const operator = String(item.filter_operator);
  if (!allowed.includes(operator)) {
    const values = { key, keys: allowed.join(',') };
    throw unprocessable(({ wrongOperator }) => sentence(wrongOperator, values));
  }
  return { key, operator, values: valuesOf(item, key, operator), joins: jointOf(item, last) };
}

function valuesOf(item: Record<string, unknown>, key: string, operator: string): unknown[] {
  const values = Array.isArray(item.values) ? item.values : [];
  const needsValue = operator !== 'is_present' && operator !== 'is_not_present';
  const blank = values.length === 0 || values.every((value) => value === '' || value === null);
  if (needsValue && blank) {
    throw unprocessable(({ wrongValue }) => sentence(wrongValue, { key }));
  }
  return values;
}

function jointOf(item: Record<string, unknown>, last: boolean): Condition['joins'] {
  const joint = typeof item.query_operator === 'string' ? item.query_operator.toUpperCase() : null;
  if (joint === 'AND' || joint === 'OR') return joint;
  if (last && (joint === null || joint === '')) return null;
  throw unprocessable(({ wrongJoint }) => wrongJoint);
}

/** Whether a row passes. Conditions are joined as SQL joins them: AND binds tighter than OR. */
export function passes(
  conditions: readonly Condition[],
  holds: (condition: Condition) => boolean,
): boolean {
  let group = true;
  for (const condition of conditions) {
    group = group && holds(condition);
    if (condition.joins === 'OR') {
      if (group) return true;
      group = true;
    }
  }
  return group;
}
