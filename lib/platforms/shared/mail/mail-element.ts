import type { Attributes } from './html-layout';

/** An element of a mail with those that it is in, as far as style sheets ask for them. */
export interface MailElement {
  name: string;
  attributes: Attributes;
  classes: readonly string[];
  parent: MailElement | undefined;
}

const mostClasses = 20;

/** An element in another one. Rows of a table are in a `tbody`, also where none is written. */
export function elementIn(
  parent: MailElement | undefined,
  name: string,
  attributes: Attributes,
): MailElement {
  const isBare = name === 'tr' && parent?.name === 'table';
  const classes = (attributes.get('class') ?? '').split(/\s+/, mostClasses);
  return { name, attributes, classes, parent: isBare ? elementIn(parent, 'tbody', none) : parent };
}

const none: Attributes = new Map();
