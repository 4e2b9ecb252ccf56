import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { PanelApp } from '../../components/panel/PanelApp';
import '../../components/styles.css';

const root = document.getElementById('root');
const { id } = await browser.windows.getCurrent();
if (root !== null && id !== undefined) createRoot(root).render(<PanelApp windowId={id} />);
