import { useEffect, useSyncExternalStore } from 'react';
import { i18n } from '../../lib/language/i18n';

/** The language of the interface, which the page then is said to be in. Whoever asks is drawn again in another. */
export function useLanguage(): string {
  const language = useSyncExternalStore(
    (onChange) => i18n.on('change', onChange),
    () => i18n.locale,
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return language;
}
