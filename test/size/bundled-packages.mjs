import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup/installed.mjs';

/**
 * Checks which packages are in what ships, by the bill of materials of both builds. A package that is
 * not listed here came with an update or an import: look at what it is before it is added.
 */
const licences = ['MIT', 'ISC', '0BSD', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0'];

const allowed = new Set(
  `
@floating-ui/core @floating-ui/dom @floating-ui/react-dom @floating-ui/utils @leeoniya/ufuzzy @lingui/core @lingui/react
@radix-ui/primitive @radix-ui/react-alert-dialog @radix-ui/react-compose-refs @radix-ui/react-context
@radix-ui/react-dialog @radix-ui/react-dismissable-layer @radix-ui/react-focus-guards
@radix-ui/react-focus-scope @radix-ui/react-id @radix-ui/react-popover @radix-ui/react-popper
@radix-ui/react-portal @radix-ui/react-presence @radix-ui/react-primitive @radix-ui/react-slot
@radix-ui/react-use-callback-ref @radix-ui/react-use-controllable-state
@radix-ui/react-use-effect-event @radix-ui/react-use-layout-effect @radix-ui/react-use-size
@wxt-dev/browser @wxt-dev/storage @wxt-dev/webextension-polyfill aria-hidden character-entities
decode-named-character-reference destr dexie diff get-nonce js-yaml libphonenumber-js lucide-react
mdast-util-from-markdown mdast-util-gfm-strikethrough mdast-util-to-string micromark
micromark-core-commonmark micromark-extension-gfm-strikethrough micromark-factory-destination
micromark-factory-label micromark-factory-space micromark-factory-title micromark-factory-whitespace
micromark-util-character micromark-util-chunked micromark-util-classify-character
micromark-util-combine-extensions micromark-util-decode-numeric-character-reference
micromark-util-decode-string micromark-util-edit-map micromark-util-html-tag-name
micromark-util-normalize-identifier micromark-util-resolve-all micromark-util-subtokenize ofetch
papaparse react react-dom react-remove-scroll react-remove-scroll-bar react-style-singleton scheduler
superlock tailwindcss tslib turndown ufo unist-util-stringify-position use-callback-ref use-sidecar
valibot webextension-polyfill wxt zustand
`
    .trim()
    .split(/\s+/),
);

const problems = ['chrome-mv3', 'firefox-mv3'].flatMap((build) => {
  const folder = path.join(root, '.output', build);
  const { components } = JSON.parse(readFileSync(path.join(folder, 'bill-of-materials.json')));
  const notices = readFileSync(path.join(folder, 'third-party-notices.txt'), 'utf8');
  return components.flatMap(({ name, version, licenses: [{ license }] }) => {
    const found = [];
    if (!allowed.has(name)) found.push(`${build}: ${name} is not on the list of packages`);
    if (!licences.includes(license.id)) found.push(`${build}: ${name} is under ${license.id}`);
    if (!notices.includes(`\n${name} ${version} (`)) found.push(`${build}: no notice of ${name}`);
    return found;
  });
});

for (const problem of problems) console.log(problem);
if (problems.length > 0) process.exit(1);
console.log('ok  packages in the builds: all on the list, with their licences');
