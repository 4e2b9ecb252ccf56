import { chatraPage } from '../../../../../lib/platforms/chatra/page/adapter';

export const chat = 'Wm7HqTz4RkPnB2yXc';
export const other = 'Ye4RkJs7BnTz2QpWd';

/** A page’s address. */
export function at(pathname: string, hostname = 'app.chatra.io'): Location {
  return Object.assign(Object.create(null), { hostname, pathname, hash: '' });
}

/** What a conversation’s page of this markup says. */
export const read = (html: string, id = chat) => {
  document.body.innerHTML = html;
  return chatraPage.read(document, at(`/conversations/${id}`));
};
