import { Fragment, type ReactNode } from 'react';
import { usePageLanguage } from '../hooks/use-language';

/** Renders its contents afresh whenever another language is chosen: sentences are looked up when drawn. */
export function InLanguage({ children }: { children: ReactNode }) {
  return <Fragment key={usePageLanguage()}>{children}</Fragment>;
}
