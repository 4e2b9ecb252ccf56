import { TransNoContext, type TransProps } from '@lingui/react/server';
import { i18n } from './i18n';

const lingui = { i18n };

/**
 * What `<Trans>` becomes: one sentence with elements in it. A value is shown as it is, even where it
 * looks like one of the sentence's elements.
 */
export function TranslatedElements({ values = {}, ...sentence }: TransProps) {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? [value] : value,
  ]);
  return <TransNoContext {...sentence} values={Object.fromEntries(shown)} lingui={lingui} />;
}
