/** Schemes of which composers make no link, although a person can use the address. */
const otherSchemes =
  'ftps?|sftp|sms|smsto|whatsapp|geo|sips?|skype|facetime|callto|viber|tg|maps|webcal';
const otherScheme = new RegExp(`^(?:${otherSchemes}):`, 'i');

/** A link in HTML whose address means nothing outside the page that it was written for. */
const linkToNowhere = new RegExp(
  `<a\\s(?:[^<>]*?\\s)?href\\s*=\\s*["']?\\s*(?![\\s"'>#]|//\\w|www\\.|\\{\\{|(?:https?|mailto|tel|${otherSchemes}):)`,
  'i',
);

/** The address of a link with the scheme that a browser, or a person, adds to it. */
export function completeAddress(href: string): string {
  return href
    .trim()
    .replace(/^\/\/(?=\w)/, 'https://')
    .replace(/^www\./i, 'https://$&');
}

/** Whether an address has to be written out because no composer makes a link of it. */
export function isOtherScheme(address: string): boolean {
  return otherScheme.test(address);
}

/** Whether a link of this HTML leads to nothing that a customer could open. */
export function hasLinkToNowhere(html: string): boolean {
  return linkToNowhere.test(html);
}
