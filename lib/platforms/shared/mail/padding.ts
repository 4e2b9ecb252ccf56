/** Characters that take up no room, or are only room, except the marks of writing direction. */
const unseen =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b-\\u200f\\u2060-\\u2064\\u3164\\ufeff';
const unseenSigns = new RegExp(`[${unseen}]+`, 'g');
const onlyUnseen = new RegExp(`^[\\s\\u2800${unseen}]+$`);
const padding = new RegExp(`[${unseen}](?:[\\s\\u2800]*[${unseen}])+[^\\S\\n]*`, 'g');

/**
 * Removes the runs of invisible characters by which mail programs keep the preview line of a list empty.
 * A single one between letters (in Persian, in an emoji) stays.
 */
export function withoutPadding(text: string): string {
  if (onlyUnseen.test(text)) return text.replace(unseenSigns, '') || ' ';
  return text.replace(padding, (run) => (/\s/.test(run) ? ' ' : ''));
}
