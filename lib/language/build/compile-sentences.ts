import { transformAsync } from '@babel/core';
import macros from '@lingui/babel-plugin-lingui-macro';
import type { Plugin } from 'vite';
import { linguiConfig } from './config.ts';

const usesMacros = /from '@lingui\/(?:core|react)\/macro'/;
const emittedId = /\/\*i18n\*\/\s*\{\s*id: "((?:[^"\\]|\\.)*)"/g;

/**
 * Turns Lingui's macros into calls before anything else reads the file. With `known` (ids of the
 * source language's sentences) the English text is left out of the scripts, and a sentence that is
 * not in the catalogue stops the build: it would be shown as its id.
 */
export function linguiMacros(known?: ReadonlySet<string>): Plugin {
  return {
    name: 'deskside:lingui-macros',
    enforce: 'pre',
    async transform(code, id) {
      if (!/\.tsx?$/.test(id) || !usesMacros.test(code)) return undefined;
      const result = await transformAsync(code, {
        filename: id,
        configFile: false,
        babelrc: false,
        sourceMaps: true,
        parserOpts: { plugins: id.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
        plugins: [[macros, { linguiConfig, stripMessageField: known !== undefined }]],
      });
      if (typeof result?.code !== 'string') return undefined;
      const unknown = [...result.code.matchAll(emittedId)].find(
        ([, found = '']) => known?.has(JSON.parse(`"${found}"`)) === false,
      );
      if (unknown !== undefined) {
        this.error(
          `${id} has a sentence that is not in lib/language/en.po. Run: npm run sentences`,
        );
      }
      return { code: result.code, map: result.map ?? null };
    },
  };
}
