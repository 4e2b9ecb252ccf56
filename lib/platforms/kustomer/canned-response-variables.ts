/** Kustomer's documented names (README.md#placeholders) by the standard's. */
const standardNames: Readonly<Record<string, string>> = {
  'customer.id': 'contact.id',
  'customer.name': 'contact.name',
  'customer.displayname': 'contact.name',
  'customer.firstname': 'contact.first_name',
  'customer.lastname': 'contact.last_name',
  'customer.email': 'contact.email',
  'customer.phone': 'contact.phone_number',
  'customer.company.name': 'contact.company',
  'currentuser.id': 'agent.id',
  'currentuser.name': 'agent.name',
  'currentuser.displayname': 'agent.name',
  'currentuser.firstname': 'agent.first_name',
  'currentuser.lastname': 'agent.last_name',
  'currentuser.email': 'agent.email',
  'conversation.id': 'conversation.id',
  'conversation.name': 'conversation.name',
};

const standardOwners: Readonly<Record<string, string>> = {
  customer: 'contact',
  conversation: 'conversation',
};

/**
 * Handlebars that decides, repeats or calls: `{{#if …}}`, `{{else}}`, `{{> part}}`, `{{help x}}`.
 */
const handlebarsLogic = /\{\{\{?\s*(?:[#/^>!&*]|else\b|[\w.]+\s+[^\s}|])/;
/** A reference to a text kept elsewhere, which cannot be read. */
const snippetReference = /\[\[\s*sn\.[^\]]*\]\]/;

/** Why a text cannot be filled in here, completing "… uses"; `undefined` when it can. */
export function unsupportedIn(text: string): string | undefined {
  if (handlebarsLogic.test(text))
    return 'conditions or other logic, which only Kustomer can work out';
  return snippetReference.test(text) ? 'a snippet, which only Kustomer can fill in' : undefined;
}

/** A text with Kustomer's names of variables replaced by the standard's; unknown ones stay. */
export function withStandardNames(text: string): string {
  return text.replace(
    /\{\{\{?\s*([\w.]+)(\s*\|[^{}\n]*|\s*)\}\}\}?/g,
    (_whole, name: string, fallback: string) => `{{${standardName(name)}${fallback.trimEnd()}}}`,
  );
}

/**
 * The standard's name for one of Kustomer's. Names are compared without regard to case; the key of
 * a custom attribute, such as `orderNumberStr`, stays as it is written
 * (README.md#custom-attributes).
 */
function standardName(name: string): string {
  const lower = name.toLowerCase().replace(/^user\./, 'currentuser.');
  const [, owner = '', field = ''] = /^(customer|conversation)\.custom\.(.+)$/i.exec(name) ?? [];
  if (field !== '') return `${standardOwners[owner.toLowerCase()]}.custom_attribute.${field}`;
  return Object.hasOwn(standardNames, lower) ? (standardNames[lower] ?? name) : name;
}
