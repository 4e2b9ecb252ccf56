import { useEffect, useSyncExternalStore } from 'react';
import { i18n } from '../../lib/language/i18n';

/** The language of the interface. The component is drawn again when it changes. */
export function useLanguage(): string {
  return useSyncExternalStore(
    (onChange) => i18n.on('change', onChange),
    () => i18n.locale,
  );
}

/** The same for the root of a page, which is marked as written in it. */
export function usePageLanguage(): string {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return language;
}
