import type { ReactNode } from 'react';
import { navigate } from './navigation';

/** A link inside the dashboard: goes there without loading the page. */
export function Link(props: {
  to: string;
  className?: string;
  title?: string;
  children: ReactNode;
}) {
  return (
    <a
      href={props.to}
      className={props.className}
      title={props.title}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        navigate(props.to);
      }}
    >
      {props.children}
    </a>
  );
}
