import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');

/** A package of which something is in the build. */
interface BundledPackage {
  name: string;
  version: string;
  licence: string;
  /** The text of its licence. */
  text: string;
}

/** Folders of the packages that the bundler took modules from, and of those that come in otherwise. */
const bundledFolders = new Set(['tailwindcss', 'character-entities'].map(folderOfPackage));

function folderOfPackage(name: string): string {
  return path.join(root, 'node_modules', name);
}

/** Remembers from which packages the modules of each script are. */
export function noticePackages(): Plugin {
  return {
    name: 'deskside:notice-packages',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
          const folder = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];
          if (folder !== undefined && renderedLength > 0) {
            bundledFolders.add(folder.replace(/^\0+/, ''));
          }
        }
      }
    },
  };
}

async function readBundledPackage(folder: string): Promise<BundledPackage> {
  const { name, version, license, author } = JSON.parse(
    await readFile(path.join(folder, 'package.json'), 'utf8'),
  );
  const file = (await readdir(folder)).find((each) => /^licen[cs]e(?:\.|$)/i.test(each));
  if (file === undefined && license !== 'MIT') throw new Error(`${name} has no text of a licence`);
  const text =
    file === undefined
      ? await mitLicenceOf(author?.name ?? author ?? `the authors of ${name}`)
      : await readFile(path.join(folder, file), 'utf8');
  return { name, version, licence: license, text: text.trim() };
}

/** The licence of this project, which is the same one, with another holder. */
async function mitLicenceOf(holder: string): Promise<string> {
  const own = await readFile(path.join(root, 'LICENSE'), 'utf8');
  return own.replace(/^Copyright.*$/m, `Copyright (c) ${holder}`);
}

/**
 * Puts beside the scripts what they contain of others (the licences as text for people, and a bill of
 * materials (CycloneDX) for programs), and what changed.
 */
export async function writeNotices(outDir: string): Promise<void> {
  const packages = await Promise.all([...bundledFolders].map(readBundledPackage));
  packages.sort((a, b) => (a.name < b.name ? -1 : 1));
  const notices = packages.map(
    ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`,
  );
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    components: packages.map(({ name, version, licence }) => ({
      type: 'library',
      name,
      version,
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      licenses: [{ license: { id: licence } }],
    })),
  };
  const intro = 'Deskside contains parts of these packages.\n';
  await writeFile(
    path.join(outDir, 'third-party-notices.txt'),
    [intro, ...notices].join(`\n${'-'.repeat(78)}\n\n`),
  );
  await writeFile(
    path.join(outDir, 'bill-of-materials.json'),
    `${JSON.stringify(bill, undefined, 2)}\n`,
  );
  await copyFile(path.join(root, 'CHANGELOG.md'), path.join(outDir, 'changelog.md'));
}
