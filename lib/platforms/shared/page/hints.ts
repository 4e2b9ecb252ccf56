import { decodeOrKeep } from '../decode';

/** Whether a text is wholly an e-mail address. */
export function isEmail(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s@<>"(),:;]+@[^\s@<>"(),:;][^\s@<>"(),:;.]*\.[^\s@<>"(),:;]+$/.test(text)
  );
}

/** Whether a text is wholly a telephone number, however it is written. */
export function isPhone(text: string): boolean {
  return /^\+?[\d\s().\-/]{5,40}$/.test(text);
}

/** The address in a `mailto:` or `tel:` link, without a subject or the like. */
export function linkedAddress(link: Element, scheme: 'mailto:' | 'tel:'): string {
  const target = (link.getAttribute('href') ?? '').slice(scheme.length);
  return decodeOrKeep(target.split('?')[0] ?? '');
}
