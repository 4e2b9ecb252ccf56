import { createRoot } from 'react-dom/client';
import { OptionsApp } from '../../components/options/OptionsApp';
import '../../components/styles.css';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<OptionsApp />);
