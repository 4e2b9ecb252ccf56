import type { ReactNode } from 'react';
import { navigate } from './routes';

/** A link that changes the address without loading a page. */
export function Link(props: {
  to: string;
  className: string;
  label?: string;
  current?: boolean;
  children: ReactNode;
}) {
  return (
    <a
      href={props.to}
      className={props.className}
      aria-label={props.label}
      aria-current={props.current === true ? 'page' : undefined}
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
