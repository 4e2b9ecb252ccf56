import { createRoot } from 'react-dom/client';
import { Desk } from './desk';

const root = document.getElementById('app');
if (root !== null) createRoot(root).render(<Desk />);

// The dashboard listens for pasted files on the whole document, and would fail without a clipboard.
document.addEventListener('paste', (event) => {
  const files = event.clipboardData?.files;
  if (files !== undefined && files.length > 0) event.preventDefault();
});
