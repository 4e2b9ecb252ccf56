import { isJsonObject } from '../../model/json-object';

/** What stands beside links and leads to nothing else. */
const harmless =
  /^(?:self|first|current|(?:has[_-]?)?prev(?:ious)?(?:[_-]?(?:page|url|link))?|base|web|html|docs?|page|number|(?:per|current)[_-]?page|page[_-]?size|size|limit|offset)$/i;

/** Numbers that count a whole list: entries, or pages of them. */
const counts =
  /^(?:total|count|pages|(?:total|all|page|chats?|visitors?|items?|results?)(?:[_-]?(?:count|total|pages|chats|visitors|items|results))+)$/i;

const cursors = /cursor|^scroll|(?:next|page|continuation)\w*token/i;
const flags = /^(?:has|is)?[_-]?(?:more|next|older|truncated)/i;

/** Where a value stands. */
export interface Standing {
  /** Entries that the answer itself lists. */
  listed: number;
  /** In a place for links, where any unknown name may be one; elsewhere an object has fields of its own. */
  isPlace: boolean;
}

/** Whether a value that is no link in any known form says, or may say, that an answer leaves something out. */
export function tellsOfMore(key: string, value: unknown, { listed, isPlace }: Standing): boolean {
  if (typeof value === 'number' && counts.test(key)) {
    return value > (/pages?(?:[_-]?count)?$/i.test(key) ? 1 : listed);
  }
  if (isPlace) return !harmless.test(key) && holdsAnything(value);
  if (value === true) return flags.test(key);
  return typeof value === 'string' && value !== '' && cursors.test(key);
}

/** Whether a relation, as in `rel: 'self'`, leads to nothing else. */
export function isHarmlessRelation(relation: unknown): boolean {
  return typeof relation === 'string' && harmless.test(relation);
}

/** Whether there is anything at all in a value. */
export function holdsAnything(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isJsonObject(value)) return Object.values(value).some(holdsAnything);
  return ![null, undefined, false, '', 0].some((nothing) => value === nothing);
}

/**
 * Whether a list of this many items may be a full page of a longer one. No page size is documented;
 * services choose round numbers.
 */
export function mayBeFull(count: number): boolean {
  return count >= 10 && (count % 10 === 0 || count % 25 === 0);
}
