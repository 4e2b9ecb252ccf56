import { t } from '@lingui/core/macro';
import { createRoot } from 'react-dom/client';
import { PickerApp } from '../../components/panel/PickerApp';
import { takeTypedKeys } from '../../components/panel/take-typed-keys';
import { InLanguage } from '../../components/ui/InLanguage';
import { followLanguage } from '../../lib/language/load-language';
import { pickerCommands } from '../../lib/messaging/picker-commands';
import { send } from '../../lib/messaging/send';
import { languageChoice } from '../../lib/storage/language-choice';
import '../../components/styles.css';

// Whoever frames this page without a ticket of the worker's sees nothing.
const ticket = location.hash.slice(1);
takeTypedKeys(window, ticket);
const root = document.getElementById('root');
const [windowId] = await Promise.all([
  send(pickerCommands, 'panel.open-picker', { ticket }),
  followLanguage(languageChoice),
]);
document.title = t`Deskside: canned responses`;
if (root !== null && windowId !== undefined) {
  createRoot(root).render(
    <InLanguage>
      <PickerApp windowId={windowId} />
    </InLanguage>,
  );
}
