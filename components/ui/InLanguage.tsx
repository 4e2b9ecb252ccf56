import { Fragment, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { i18n } from '../../lib/language/i18n';

/** Begins its contents anew whenever another language is chosen: each sentence is asked for when it is drawn. */
export function InLanguage({ children }: { children: ReactNode }) {
  const language = useSyncExternalStore(
    (onChange) => i18n.on('change', onChange),
    () => i18n.locale,
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <Fragment key={language}>{children}</Fragment>;
}
