import { t } from '@lingui/core/macro';
import type { NoteVersion } from '../model/note';

/** Who wrote a version, as far as anybody knows: a name, or the platform in whose pages it was changed. */
type VersionWriter = Pick<NoteVersion, 'author' | 'changedOn'>;

/** As it is written in the lines of copies, whatever language their reader uses. */
const inLine = /^somebody on (.{1,60})$/u;

/** The author's name in the line of a copy; `undefined` where nothing is known. */
export function authorInLine({ author, changedOn }: VersionWriter): string | undefined {
  return author ?? (changedOn && `somebody on ${changedOn}`);
}

/** Who wrote a copy, by the name in its line. */
export function writerInLine(author: string | undefined): VersionWriter {
  const [, changedOn] = inLine.exec(author ?? '') ?? [];
  return changedOn === undefined ? { author } : { author: undefined, changedOn };
}

/** Who wrote a version, in words; used alone or to begin a sentence. `undefined` where nothing is known. */
export function writerWords(version: VersionWriter): string | undefined {
  // Rows of earlier versions hold the words of the line as the author.
  const { author, changedOn: platform = version.changedOn } = writerInLine(version.author);
  return author ?? (platform && t`Somebody on ${platform}`);
}
