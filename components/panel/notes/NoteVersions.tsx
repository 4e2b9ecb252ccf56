import { plural, t } from '@lingui/core/macro';
import History from 'lucide-react/icons/history';
import { Fragment } from 'react';
import { parseContactRef } from '../../../lib/model/ids';
import type { FieldText, NoteRow } from '../../../lib/model/note';
import { LAST_VERSIONS } from '../../../lib/notes/note-versions';
import { writerWords } from '../../../lib/notes/unnamed-editor';
import { formatExactTime } from '../../../lib/text/format-time';
import { MarkdownText } from '../../text/MarkdownText';
import { IconButton } from '../../ui/IconButton';
import { Popover } from '../../ui/Popover';
import type { NotesScene } from './notes-scene';
import { putBackOrSay } from './send-note';

interface NoteVersionsProps {
  note: NoteRow;
  scene: NotesScene;
  /** Makes an earlier text the current one again. */
  onUse(text: string): void;
}

const actionStyle = 'rounded-sm font-medium text-12 text-accent hover:underline';

/**
 * The texts a note had before, and what others had written in a helpdesk's text field before the note was put
 * there; nothing where there is neither.
 */
export function NoteVersions({ note, scene, onUse }: NoteVersionsProps) {
  const { versions, droppedVersions = 0 } = note;
  const { labels, refs } = scene;
  // The note may have been written to a contact that turned out to be somebody else.
  const fieldTexts = (note.fieldTexts ?? []).filter(({ contact }) => refs.includes(contact));
  if (versions.length + fieldTexts.length === 0) return null;
  const label =
    versions.length === 0
      ? t`What was there before`
      : plural(versions.length, { one: '# earlier version', other: '# earlier versions' });
  return (
    <Popover
      label={t`Earlier versions`}
      align="end"
      trigger={(opener) => <IconButton {...opener} icon={History} label={label} />}
    >
      {(close) => (
        <ol className="flex flex-col gap-2.5">
          {versions.map((version, index) => (
            <Fragment key={`${version.revision} ${version.at}`}>
              {droppedVersions > 0 && index === LAST_VERSIONS && (
                <li className="text-11 text-ink-faint">
                  {plural(droppedVersions, {
                    one: '# version between these was not kept.',
                    other: '# versions between these were not kept.',
                  })}
                </li>
              )}
              <li className="min-w-0">
                <p className="text-11 text-ink-faint">
                  <bdi className="font-medium">{writerWords(version) ?? t`Unknown author`}</bdi> ·{' '}
                  {formatExactTime(version.at)}
                </p>
                <MarkdownText markdown={version.text} />
                <button
                  type="button"
                  className={actionStyle}
                  onClick={() => {
                    onUse(version.text);
                    close();
                  }}
                >{t`Restore this version`}</button>
              </li>
            </Fragment>
          ))}
          {newestOfEach(fieldTexts).map((stood) => (
            <Stood key={stood.contact} note={note} stood={stood} labels={labels} onDone={close} />
          ))}
        </ol>
      )}
    </Popover>
  );
}

interface StoodProps {
  note: NoteRow;
  stood: FieldText;
  labels: NotesScene['labels'];
  onDone(): void;
}

/** What others had written in a text field: it can be written there again, above the field's current text. */
function Stood({ note, stood: { contact, text, at }, labels, onDone }: StoodProps) {
  const platform = labels.get(parseContactRef(contact).connectionId);
  if (platform === undefined) return null;
  const time = formatExactTime(at);
  return (
    <li className="min-w-0">
      <p className="text-11 text-ink-faint">
        {t`In ${platform} before this note was written there, ${time}`}
      </p>
      <p dir="auto" className="whitespace-pre-wrap break-words text-13">
        {text}
      </p>
      <button
        type="button"
        className={actionStyle}
        onClick={() => {
          void putBackOrSay({ noteId: note.id, contact });
          onDone();
        }}
      >
        {t`Put it back into ${platform}`}
      </button>
    </li>
  );
}

/** Of each contact's texts the first, which is the newest. */
function newestOfEach(texts: readonly FieldText[]): FieldText[] {
  return texts.filter(({ contact }, index) => {
    return texts.findIndex((other) => other.contact === contact) === index;
  });
}
