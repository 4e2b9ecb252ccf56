import { Fragment, type ReactNode } from 'react';
import { useLanguage } from '../hooks/use-language';

/** Begins its contents anew whenever another language is chosen: each sentence is asked for when it is drawn. */
export function InLanguage({ children }: { children: ReactNode }) {
  return <Fragment key={useLanguage()}>{children}</Fragment>;
}
