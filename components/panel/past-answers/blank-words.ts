import { t } from '@lingui/core/macro';
import type { BlankKind } from '../../../lib/answers/blank-patterns';
import { formatNumber } from '../../../lib/text/format-number';

/** What a blank of an old answer asks for: `ask.name_2` for the second name in it. */
export function blankWords(name: string): string {
  const [, kind = '', count] = /^ask\.([a-z_]+?)(?:_(\d+))?$/.exec(name) ?? [];
  const what = wordsByKind().get(kind) ?? kind;
  if (count === undefined) return what;
  const place = formatNumber(Number(count));
  return t`${what} ${place}`;
}

function wordsByKind(): ReadonlyMap<string, string> {
  const words: Readonly<Record<BlankKind, string>> = {
    name: t({ message: 'Name', context: 'field of a contact' }),
    first_name: t({ message: 'First name', context: 'blank in an old answer' }),
    email_address: t({ message: 'E-mail address', context: 'blank in an old answer' }),
    number: t({ message: 'Number', context: 'blank in an old answer' }),
    date: t({ message: 'Date', context: 'blank in an old answer' }),
    address: t({ message: 'Address', context: 'blank in an old answer' }),
    reference: t({ message: 'Reference', context: 'blank in an old answer' }),
    link: t({ message: 'Link', context: 'blank in an old answer' }),
    detail: t({ message: 'Detail', context: 'blank in an old answer' }),
  };
  return new Map(Object.entries(words));
}
