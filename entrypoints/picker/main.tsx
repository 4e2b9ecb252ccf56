import { createRoot } from 'react-dom/client';
import { PickerApp } from '../../components/panel/PickerApp';
import { takeTypedKeys } from '../../components/panel/take-typed-keys';
import { pickerCommands } from '../../lib/messaging/picker-commands';
import { send } from '../../lib/messaging/send';
import '../../components/styles.css';

// Whoever frames this page without a ticket of the worker's sees nothing.
const ticket = location.hash.slice(1);
takeTypedKeys(window, ticket);
const root = document.getElementById('root');
const windowId = await send(pickerCommands, 'panel.open-picker', { ticket });
if (root !== null && windowId !== undefined) {
  createRoot(root).render(<PickerApp windowId={windowId} />);
}
