import { readFile } from 'node:fs/promises';
import tailwindcss from '@tailwindcss/vite';
import { characterEntities } from 'character-entities';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { noticePackages, writeNotices } from './lib/build/third-party-notices';
import { knownIds, languageFile, languageFiles } from './lib/language/build/catalogs';
import { linguiMacros } from './lib/language/build/compile-sentences';
import { languageTags, sourceLanguage } from './lib/language/languages';
import { manifestWord } from './lib/language/manifest-words';
import { suggestedKeys } from './lib/model/shortcut';

/** Public half of the key that fixes the extension's id; nothing secret, and in every build but the stores'. */
const MANIFEST_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA6nhwSKJMOYzhkiJOsK0fbqbVkmxUmSdYlY32XxqddUfy3jtvofSWVTHRBcxCqENumrZxFM/A2118dzDghGBKHEMrpQJFzzFwpir5swJgKYI4kEXMHsGcCsi0lZulbr+tI4fvQPc2XypZ/uBLtsREqUM2Mla2uM1tY10+uW/0RPLTXWY1GfsxPY0OdKmqNYktO4MaTNPaTw82t8/RRyn28frdby5LyW8lABTeazWtXCQuHh4P05Tiul0LEM/nGz6A0Yo58YkEZ5DNH2QiKbw8NEitDYxDPBnEJ7B5btXv+eT8kR97ChCWQmmiViUdS8eIAiv2tKk4xkMG0CVT0OGlxwIDAQAB';

/**
 * Whether people can sign in on Membrane's own page (OAuth). Off unless asked for: whether the live
 * service sends anybody back to an extension was never tried.
 */
const hasMembraneOAuth = () => process.env.DESKSIDE_MEMBRANE_OAUTH === '1';

/** Whether this build is for the stores: Chrome's refuses a package whose manifest names its key. */
const isForStores = () => process.env.DESKSIDE_STORE === '1';

/** Where in the data of a region (version 4) the rules for printing numbers stand, and those for their kinds. */
const unusedEntries: readonly number[] = [4, 11];

/**
 * Takes out of the phone library's data how numbers are printed and which are mobiles: the product
 * only reads numbers, and the worker, which the browser starts often, becomes a fifth smaller. In the
 * library's data each region is an array.
 */
export function withoutPrintingRules(metadata: PhoneMetadata): PhoneMetadata {
  const strip = (regions: Record<string, unknown[]> = {}) =>
    Object.fromEntries(
      Object.entries(regions).map(([name, region]) => [
        name,
        region.map((entry, index) =>
          unusedEntries.includes(index) && Array.isArray(entry) ? 0 : entry,
        ),
      ]),
    );
  return {
    ...metadata,
    countries: strip(metadata.countries),
    nonGeographic: strip(metadata.nonGeographic),
  };
}

export interface PhoneMetadata {
  version: number;
  countries: Record<string, unknown[]>;
  nonGeographic?: Record<string, unknown[]>;
}

function smallerPhoneMetadata(): Plugin {
  return {
    name: 'deskside:smaller-phone-metadata',
    enforce: 'pre',
    async load(id) {
      if (!/libphonenumber-js[\\/]metadata\.min\.json\.js$/.test(id)) return undefined;
      const metadata: PhoneMetadata = JSON.parse(await readFile(id.replace(/\.js$/, ''), 'utf8'));
      if (metadata.version !== 4) throw new Error('the phone library has a new data format');
      return `export default ${JSON.stringify(withoutPrintingRules(metadata))}`;
    },
  };
}

/** What the bundler tells of a module, as far as it is needed here. */
interface Graph {
  getModuleInfo(id: string): {
    importers: readonly string[];
    dynamicImporters: readonly string[];
    isEntry: boolean;
  } | null;
}

/** The entries that load a module at once, and those that may load it later only. */
function entriesOf(id: string, graph: Graph): { atOnce: string[]; later: string[] } {
  const atOnce = entriesAbove([id], graph, (module) => module.importers);
  const all = entriesAbove([id], graph, (module) => [
    ...module.importers,
    ...module.dynamicImporters,
  ]);
  return { atOnce, later: all.filter((entry) => !atOnce.includes(entry)) };
}

type Module = NonNullable<ReturnType<Graph['getModuleInfo']>>;

function entriesAbove(
  queue: string[],
  graph: Graph,
  importersOf: (module: Module) => readonly string[],
): string[] {
  const entries: string[] = [];
  const seen = new Set<string>();
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const module = graph.getModuleInfo(next);
    if (module === null) continue;
    if (module.isEntry) entries.push(next);
    queue.push(...importersOf(module));
  }
  return entries;
}

/**
 * What several pages load when it is wanted and stays small: as files of their own such parts were larger together
 * than what is in them.
 */
function partsOf(id: string): string | null {
  if (/\/components\/replies\//.test(id)) return 'reply-forms';
  const isSmall =
    /\/(?:components\/ui\/(?!PopoverCard|ConfirmDialog|DialogContent)|lucide-react\/dist\/esm\/icons\/|lib\/(?:messaging|model)\/)/;
  return isSmall.test(id) ? 'small-parts' : null;
}

/**
 * What the panel loads at once stays in few files, though parts that are loaded when wanted share it:
 * packed in some thirty it was 8 kB larger. What another page may load too is apart from the panel
 * itself, which would start in that page.
 */
const pageChunks = {
  includeDependenciesRecursively: false,
  groups: [
    {
      name: (id: string, graph: Graph) => {
        const { atOnce, later } = entriesOf(id, graph);
        if (atOnce.length > 1) return 'base';
        if (atOnce.length === 0) return later.length > 1 ? partsOf(id) : null;
        if (atOnce[0]?.includes('sidepanel') !== true) return null;
        return later.length === 0 ? 'panel' : 'panel-parts';
      },
    },
  ],
};

/** A file of the package: HTML's named characters, by name. */
const namedCharacters = 'named-characters.json';

const loopback = 'http://localhost:* http://127.0.0.1:*';

/** What our own pages and the worker may load, and whom they may talk to. */
const contentSecurityPolicy = (frameAncestors: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    // Dialogs keep the page behind them from scrolling by a style of their own.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    // Pictures of people are on the helpdesks' hosts, which can be anybody's; which of them is checked where
    // a record comes in. The same holds for calls.
    `img-src 'self' data: https: ${loopback}`,
    `connect-src 'self' https: ${loopback}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  // `npm run release` makes the archive of sources, of what is committed.
  zip: { zipSources: false },
  vite: async ({ mode }) => ({
    plugins: [
      // In development the English text stays in the scripts, so that a new sentence shows at once.
      linguiMacros(mode === 'production' ? await knownIds() : undefined),
      tailwindcss(),
      smallerPhoneMetadata(),
      noticePackages(),
    ],
    define: { 'import.meta.env.MEMBRANE_OAUTH': JSON.stringify(hasMembraneOAuth()) },
    // Dexie as its makers build it for browsers of today: the one its package names first runs in those
    // of 2015, and is 11 kB larger.
    resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
  }),
  hooks: {
    'prepare:types': (_wxt, entries) => {
      entries.push({
        path: 'types/build-flags.d.ts',
        text: 'interface ImportMetaEnv { readonly MEMBRANE_OAUTH: boolean }\n',
        tsReference: true,
      });
    },
    'prepare:publicPaths': (_wxt, paths) => {
      paths.push(namedCharacters, ...languageTags.map(languageFile));
    },
    // Read by the worker when a mail is in HTML: within it the list would slow down every start.
    'build:publicAssets': async (_wxt, files) => {
      files.push({ relativeDest: namedCharacters, contents: JSON.stringify(characterEntities) });
      files.push(...(await languageFiles()));
    },
    'build:done': (wxt) => writeNotices(wxt.config.outDir),
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === 'background')) {
        // A worker has no document: what the Markdown parser asks for named characters must do without.
        const conditions = ['worker', 'module', 'browser', 'development|production'];
        config.resolve = { ...config.resolve, conditions };
      }
      if (!entrypoints.some(({ type }) => type === 'sidepanel')) return;
      config.build = {
        ...config.build,
        // What is on the disk already is not fetched beforehand: that takes longer than it saves.
        modulePreload: false,
        rolldownOptions: {
          ...config.build?.rolldownOptions,
          output: { ...config.build?.rolldownOptions?.output, codeSplitting: pageChunks },
        },
      };
    },
  },
  manifest: ({ browser, mode }) => ({
    name: 'Deskside',
    description: manifestWord('description'),
    default_locale: sourceLanguage,
    permissions: [
      'storage',
      'scripting',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
      ...(hasMembraneOAuth() ? ['identity'] : []),
    ],
    // Asked for to find open helpdesks in the set-up, used once and given back.
    optional_permissions: ['tabs'],
    // Asked for one origin at a time, when a connection is added: a self-hosted Chatwoot can live anywhere.
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    // Nothing is loaded but the extension's own files and pictures; what the server for development adds
    // does not fit in.
    ...(mode === 'production' && {
      content_security_policy: {
        // In Firefox helpdesk pages frame the picker; the other pages are open to no website.
        extension_pages: contentSecurityPolicy(
          browser === 'firefox' ? `https: ${loopback}` : "'none'",
        ),
      },
    }),
    action: {
      default_title: manifestWord('openDeskside'),
      ...(browser === 'firefox' ? { default_area: 'navbar' } : {}),
    },
    commands: {
      'find-reply': {
        description: manifestWord('findReply'),
        suggested_key: {
          default: browser === 'firefox' ? suggestedKeys.firefox : suggestedKeys.chromium,
        },
      },
    },
    ...(browser === 'firefox'
      ? {
          // The search for responses stands in a frame above the page; a ticket decides in which.
          web_accessible_resources: [
            {
              resources: ['picker.html'],
              matches: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
            },
          ],
          browser_specific_settings: {
            gecko: {
              id: 'deskside@deskside.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          ...(isForStores() ? {} : { key: MANIFEST_KEY }),
          minimum_chrome_version: '120',
          storage: { managed_schema: 'managed-settings.json' },
        }),
  }),
});
