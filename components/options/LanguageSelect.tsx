import { t } from '@lingui/core/macro';
import Languages from 'lucide-react/icons/languages';
import { useId } from 'react';
import { chooseLanguage, languages } from '../../lib/language/languages';
import { optionsCommands } from '../../lib/messaging/options-commands';
import { send } from '../../lib/messaging/send';
import { languageChoice } from '../../lib/storage/language-choice';
import { useStored } from '../hooks/use-stored';
import { inputStyle } from '../ui/FieldFrame';

/** The language of the interface, changed at once here and wherever Deskside is open. */
export function LanguageSelect() {
  const id = useId();
  const choice = useStored(languageChoice.read, languageChoice.watch);
  const ofBrowser = chooseLanguage(undefined, navigator.languages);
  const browserName = languages.find(({ tag }) => tag === ofBrowser)?.name ?? ofBrowser;
  const keep = (value: string) => {
    const language = languages.find(({ tag }) => tag === value)?.tag;
    // Without an answer the list goes on showing the stored language.
    send(optionsCommands, 'options.language', { language }).catch(() => undefined);
  };
  return (
    <div className="ml-auto flex min-w-0 items-center gap-1.5">
      {/* Somebody who cannot read this page finds the list by its icon. */}
      <label htmlFor={id} className="flex items-center gap-1.5 text-12 text-ink-faint">
        <Languages size={15} aria-hidden />
        {t`Language`}
      </label>
      <select
        id={id}
        className={`${inputStyle} w-auto! shrink`}
        disabled={choice === undefined}
        value={choice?.stored ?? ''}
        onChange={(event) => keep(event.target.value)}
      >
        <option value="">{t`As in the browser (${browserName})`}</option>
        {languages.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
