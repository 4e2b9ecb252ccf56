import { useEffect, useSyncExternalStore } from 'react';
import { i18n } from '../../lib/language/i18n';

/** The language of the interface, also set as the page's. The component is drawn again when it changes. */
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
